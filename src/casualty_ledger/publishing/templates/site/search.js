(() => {
  const box = document.querySelector(".search");
  if (!box) return;
  const query = box.querySelector("input");
  const found = box.querySelector("p");
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/(\d)[,\s](?=\d{3})/g, "$1");
  const reports = [...document.querySelectorAll(".report")].map((report) => ({
    report,
    text: fold(report.closest(".week").querySelector("h3").textContent + " " + report.textContent),
  }));
  const show = () => {
    const words = fold(query.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { report, text } of reports) {
      report.hidden = !words.every((word) => text.includes(word));
      if (!report.hidden) count += 1;
    }
    for (const group of document.querySelectorAll(".week, .year")) {
      group.hidden = !group.querySelector(".report:not([hidden])");
    }
    found.textContent = words.length ? `[[found]]` : "";
  };
  query.addEventListener("input", show);
  // A link to a report that the search hides shows it.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]")) return;
    query.value = "";
    show();
    target.scrollIntoView();
  });
  box.hidden = false;
  show();
})();
