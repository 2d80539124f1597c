(() => {
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/(\d)[,\s](?=\d{3})/g, "$1");
  const make = (name, facts) => Object.assign(document.createElement(name), facts);
  const key = (row, at) => row.cells[at].dataset.sort ?? row.cells[at].textContent;

  const addFilter = (table, rows) => {
    const texts = rows.map((row) => fold(row.textContent));
    const said = make("output", {});
    const field = make("input", { type: "search", autocomplete: "off" });
    const label = make("label", { textContent: "[[filter]] " });
    const show = () => {
      const words = fold(field.value).split(/\s+/).filter(Boolean);
      rows.forEach((row, at) => { row.hidden = !words.every((word) => texts[at].includes(word)); });
      said.textContent = `[[shown]]`;
    };
    field.setAttribute("aria-label", `[[filter]]: ${table.caption.textContent}`);
    field.addEventListener("input", show);
    label.append(field);
    const box = make("div", { className: "filter" });
    box.append(label, said);
    table.parentNode.before(box);
    show();
  };

  const addOrder = (table, rows) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      const button = make("button", { type: "button", textContent: head.textContent });
      button.addEventListener("click", () => {
        const falls = head.getAttribute("aria-sort") === "ascending";
        const order = (one, other) => key(one, at).localeCompare(key(other, at), "[[language]]", { numeric: true });
        const unknown = (row) => ["", "–"].includes(key(row, at));
        rows.sort((one, other) => unknown(one) - unknown(other) || (falls ? order(other, one) : order(one, other)));
        table.tBodies[0].append(...rows);
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      });
      head.replaceChildren(button);
    });
  };

  for (const table of document.querySelectorAll("table.figures")) {
    const rows = [...table.tBodies[0].rows];
    // In a notebook this runs once more with every table that is shown.
    if (rows.length < 3 || table.tHead.querySelector("button")) continue;
    addFilter(table, rows);
    addOrder(table, [...rows]);
  }
})();
