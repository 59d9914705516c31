// Country by country: how often two are named together.

const grid = {tie: "sentences", order: "count", size: 0};

function matrixPage() {
  if (!grid.size) grid.size = innerWidth < 700 ? 12 : 24;
  const place = h("div", {});
  const redraw = () => place.replaceChildren(matrix());
  const told = h("output", {}, number(grid.size));
  const controls = h("div", {class: "controls"},
    h("label", {}, T("Tied"), " ", h("select", {onchange: event => { grid.tie = event.target.value; redraw(); }}, ["sentences", "documents"].map(tie =>
      h("option", {value: tie, selected: grid.tie === tie}, T(tie === "sentences" ? "in the same sentence" : "in the same document"))))),
    h("label", {}, T("Order"), " ", h("select", {onchange: event => { grid.order = event.target.value; redraw(); }}, ["count", "near"].map(order =>
      h("option", {value: order, selected: grid.order === order}, T(order === "count" ? "most named first" : "neighbours side by side"))))),
    h("label", {}, T("Countries"), " ", h("input", {type: "range", min: 6, max: Math.max(6, Math.min(50, DATA.byLabel[2].length)), value: grid.size, oninput: event => { grid.size = +event.target.value; told.textContent = number(grid.size); redraw(); }}), told));
  redraw();
  return [h("h1", {}, T("Which country is named with which")), h("p", {class: "faint help"}, T("Cells say how often; choose one to read where.")), controls, place];
}

function tieOf(a, b) {
  const found = (DATA.ties.get(a) || new Map()).get(b);
  return found ? found[grid.tie === "sentences" ? 0 : 1] : 0;
}

function matrix() {
  let chosen = DATA.byLabel[2].slice(0, grid.size);
  if (grid.order === "near") chosen = sideBySide(chosen);
  const most = Math.max(1, ...chosen.flatMap(a => chosen.map(b => (a === b ? 0 : tieOf(a, b)))));
  const rows = chosen.map((a, i) => h("tr", {}, h("th", {scope: "row"}, linkE(a)), chosen.map((b, j) => {
    if (a === b) return h("td", {class: "self", title: `${nameOf(a)}: ${count(DATA.E.documents[a], "document", "documents")}`});
    const n = tieOf(a, b), told = `${nameOf(a)} ${T("and")} ${nameOf(b)}: ${number(n)}`;
    if (!n) return h("td", {title: told});
    return h("td", {class: "filled", vars: {heat: 0.12 + 0.88 * Math.sqrt(n / most)}}, h("a", {href: hrefP(a, b), title: told, "aria-label": told, tabindex: i || j > 1 ? "-1" : "0"}, number(n)));
  })));
  const table = h("table", {class: "grid country-grid"}, h("thead", {}, h("tr", {}, h("td"), chosen.map(b => h("th", {scope: "col"}, h("span", {}, nameOf(b)))))), h("tbody", {}, rows));
  const cell = (i, j) => { const row = table.tBodies[0].rows[i]; return row && row.cells[j] && row.cells[j].querySelector("a"); };
  table.addEventListener("keydown", event => {                 // arrows go from cell to cell, over the empty ones
    const step = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]}[event.key];
    const here = event.target.closest("td, th");
    if (!step || !here) return;
    let [i, j] = [here.parentElement.rowIndex - 1, here.cellIndex];
    do { i += step[0]; j += step[1]; } while (i >= 0 && i < chosen.length && j > 0 && j <= chosen.length && !cell(i, j));
    if (cell(i, j)) { cell(i, j).focus(); event.preventDefault(); }
  });
  table.addEventListener("pointerover", event => {
    const here = event.target.closest("td");
    table.querySelectorAll(".lit").forEach(one => one.classList.remove("lit"));
    if (!here || !here.cellIndex) return;
    here.parentElement.cells[0].classList.add("lit");
    table.tHead.rows[0].cells[here.cellIndex].classList.add("lit");
  });
  return h("div", {class: "scroller", tabindex: "0", role: "region", "aria-label": T("Matrix")}, table);
}

// Each country beside the one it is most tied to among those still to be placed.
function sideBySide(chosen) {
  const left = chosen.slice(), placed = [left.shift()];
  while (left.length) {
    const last = placed[placed.length - 1];
    const share = b => tieOf(last, b) / Math.sqrt(DATA.E.mentions[b]) + 0.3 * (placed.length > 1 ? tieOf(placed[placed.length - 2], b) / Math.sqrt(DATA.E.mentions[b]) : 0);
    let best = 0;
    left.forEach((b, k) => { if (share(b) > share(left[best])) best = k; });
    placed.push(...left.splice(best, 1));
  }
  return placed;
}
