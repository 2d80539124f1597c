// The face of the recording form. It keeps what is typed, and every message to the kernel carries the whole
// row as it stands on screen, so that no press of the button can overtake a cell. The kernel judges and writes.
const MARKS = { right: "✓", wrong: "✗", open: "○" };
const COLOURS = { right: "#00755a", wrong: "#c04a00", open: "#5f6975" };
const PATIENCE = 10_000;
// After so long without a key the row is previewed: longer than between two keys, so that none waits for it.
const PAUSE = 400;
const COUNTS = ["id", "value", "lower", "upper"];

const make = (name, facts = {}, ...within) => {
  const made = Object.assign(document.createElement(name), facts);
  made.append(...within);
  return made;
};

const say = (place, [kind, text] = ["open", ""]) => {
  place.className = text ? `cl-status cl-${kind}` : "";
  place.style.color = COLOURS[kind];
  place.textContent = text ? `${MARKS[kind]} ${text}` : "";
};

function makeField({ name, kind, options }, scope) {
  const label = make("label", { textContent: name, htmlFor: `${scope}-${name}` });
  const field = make(kind === "choice" ? "select" : "input", { id: label.htmlFor });
  const mark = make("span");
  mark.setAttribute("role", "status");
  const parts = [label, field, mark];
  if (kind === "choice") field.append(...options.map((word) => make("option", { value: word, textContent: word })));
  if (kind === "suggested") {
    const list = make("datalist", { id: `${field.id}-seen` }, ...options.map((value) => make("option", { value })));
    field.setAttribute("list", list.id);
    parts.push(list);
  }
  field.autocomplete = "off";
  return { field, mark, line: make("div", { className: "cl-line" }, ...parts) };
}

function render({ model, el }) {
  const scope = `cl-form-${Math.random().toString(36).slice(2)}`;
  const fields = new Map();
  let turn = 0, judged = -1, asked = 0, right = false, last = null;
  const waiting = new Map();

  const sheet = make("select", { id: `${scope}-sheet` });
  sheet.append(...model.get("sheets").map((name) => make("option", { value: name, textContent: name })));
  sheet.value = model.get("sheet");
  const heading = make("label", { textContent: "sheet", htmlFor: sheet.id });
  const asking = make("div"), more = make("details", {}, make("summary", { textContent: model.get("more") }));
  for (const told of model.get("fields")) {
    const made = makeField(told, scope);
    fields.set(told.name, made);
    (told.more ? more : asking).append(made.line);
    made.field.addEventListener("input", () => changed());
    made.field.addEventListener("paste", (event) => pasteBlock(event, told.name));
  }

  const button = (text, press) => {
    const made = make("button", { type: "button", textContent: text });
    made.addEventListener("click", press);
    return made;
  };
  const record = button("Record figure", () => press());
  const again = button("Same again", () => last && fill(Object.fromEntries(Object.entries(last).map(([name, text]) => [name, COUNTS.includes(name) ? "" : text]))));
  const undo = button("Undo the last row", () => model.send({ do: "undo" }));
  const told = make("div"), list = make("ol", { className: "cl-recorded" }), block = make("div");
  told.setAttribute("role", "status");
  list.setAttribute("aria-label", "Recorded from this form");

  const cells = () => Object.fromEntries([...fields].map(([name, { field }]) => [name, field.value]));
  const complete = (row) => Object.fromEntries([...fields.keys()].map((name) => [name, row[name] ?? ""]));

  function fill(row) {
    for (const [name, { field }] of fields) {
      const text = row[name] ?? "";
      if (field.tagName === "SELECT" && ![...field.options].some((each) => each.value === text)) {
        field.append(make("option", { value: text, textContent: text }));
      }
      field.value = text;
    }
    changed();
  }

  function changed() {
    turn += 1;
    record.disabled = false;
    ask();
  }

  const send = (what) => model.send({ do: what, turn, cells: cells(), sheet: sheet.value });

  // One question at a time, always about what is on screen by then.
  function ask() {
    if (asked > judged && asked > 0) return;
    asked = turn;
    send("judge");
    const mine = asked;
    setTimeout(() => {
      if (judged < mine) say(told, ["wrong", "The kernel does not answer. What is typed stays; wait, or run the cell again."]);
    }, PATIENCE);
  }

  function press() {
    if (judged === turn && !right) return;
    const row = cells(), item = make("li");
    say(item, ["open", `Recording ${row.value} ${row.measure} …`]);
    list.append(item);
    waiting.set(turn, { row, item });
    last = row;
    send("record");
    fill({ ...model.get("first"), ...Object.fromEntries(model.get("kept").map((name) => [name, row[name]])) });
  }

  function putBack(row, item) {
    item.querySelector("button")?.remove();
    fill(row);
  }

  function pasteBlock(event, name) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    model.send({ do: "paste", text, name, cells: cells(), sheet: sheet.value });
  }

  const answers = {
    judged(answer) {
      judged = answer.turn;
      if (judged !== turn) return ask();
      right = answer.right;
      for (const [name, { mark }] of fields) say(mark, answer.marks[name]);
      say(told, answer.told);
      fields.get("id").field.placeholder = answer.id;
      record.disabled = !right;
      if (right) setTimeout(() => judged === turn && right && send("preview"), PAUSE);
    },
    previewed(answer) {
      if (answer.turn === turn) say(told, answer.told);
    },
    recorded(answer) {
      const { item } = waiting.get(answer.turn);
      waiting.delete(answer.turn);
      say(item, ["right", answer.told]);
      if (judged === turn) ask();
    },
    refused(answer) {
      const { row, item } = waiting.get(answer.turn);
      waiting.delete(answer.turn);
      say(item, ["wrong", answer.told]);
      const nothing = complete({ ...model.get("first"), ...Object.fromEntries(model.get("kept").map((name) => [name, row[name]])) });
      if (JSON.stringify(cells()) === JSON.stringify(nothing)) return fill(row);
      item.append(" ", button("Put it back into the form", () => putBack(row, item)));
    },
    undone(answer) {
      const item = make("li");
      say(item, answer.told);
      list.append(item);
      if (answer.row && !fields.get("value").field.value) fill(answer.row);
    },
    pasted(answer) {
      const rows = answer.rows.map(([kind, text]) => {
        const item = make("li");
        say(item, [kind, text]);
        return item;
      });
      const take = button(`Record these ${rows.length} rows`, () => {
        take.disabled = true;
        model.send({ do: "record_pasted" });
      });
      take.disabled = !answer.right;
      const leave = button("Leave them", () => block.replaceChildren());
      block.replaceChildren(make("p", { textContent: answer.told }), make("ol", {}, ...rows), take, " ", leave);
    },
    took(answer) {
      const item = make("li");
      say(item, answer.told);
      list.append(item);
      if (answer.told[0] === "right") block.replaceChildren();
    },
  };
  model.on("msg:custom", (answer) => answers[answer.answer]?.(answer));
  sheet.addEventListener("change", () => changed());

  // Keys that are typed here are not commands of JupyterLab.
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  el.classList.add("cl-form");
  const buttons = make("div", { className: "cl-buttons" }, record, " ", again, " ", undo);
  el.append(make("div", { className: "cl-line" }, heading, sheet), asking, more, told, buttons, block, list);
  fill(model.get("cells"));
}

export default { render };
