// The first view: the corpus at a glance.

function overview() {
  const {core, D, byLabel, bins: {names, unit}} = DATA;
  const counts = core.counts;
  const days = core.days.map(([day]) => day).filter(Boolean);
  const perBin = names.map(() => 0);
  let undated = 0;
  for (const [day, n] of core.days) {
    const k = DATA.bins.of(day);
    if (k >= 0) perBin[k] += n; else undated += n;
  }
  const figure = (n, one, many, href) => h("a", {class: "figure " + one, href}, h("b", {}, number(n)), h("span", {}, T(n === 1 ? one : many)));
  const rejected = Object.values(counts.rejects).reduce((a, b) => a + b, 0);
  const notes = [
    D.id.length < counts.documents && `${number(D.id.length)} / ${number(counts.documents)} ${T("of the documents are listed here, the newest")}`,
    core.n_texts < D.id.length && `${number(core.n_texts)} / ${number(D.id.length)} ${T("have their text in this page")}`,
    DATA.E.id.length < Object.values(counts.entities).reduce((a, b) => a + b, 0)
      && `${number(DATA.E.id.length)} / ${number(Object.values(counts.entities).reduce((a, b) => a + b, 0))} ${T("of the entities are listed, the most named")}`,
    rejected && `${number(rejected)} ${T("inputs were rejected")}: ${Object.entries(counts.rejects).map(([why, n]) => `${why} ${number(n)}`).join(", ")}`,
  ].filter(Boolean);
  const tops = [["Most named people", 0, "#/people"], ["Most named ministries", 1, "#/ministries"], ["Most named countries", 2, "#/countries"]];
  return [
    h("h1", {}, core.title ? h("bdi", {}, core.title) : T("Who is in the news")),
    h("p", {class: "lede"}, days.length ? period(days[0], days[days.length - 1], false) : ""),
    h("div", {class: "figures"},
      figure(counts.documents, "document", "documents", "#/documents"),
      figure(counts.entities.PERSON || 0, "person", "people", "#/people"),
      figure(counts.entities.MINISTRY || 0, "ministry", "ministries", "#/ministries"),
      figure(counts.entities.COUNTRY || 0, "country", "countries", "#/countries"),
      h("div", {class: "figure"}, h("b", {}, number(counts.mentions)), h("span", {}, T("mentions")))),
    notes.length ? h("ul", {class: "notes"}, notes.map(note => h("li", {}, note))) : null,
    names.length > 1 && section("Documents over time", undated ? `${number(undated)} ${T("no date as precise as a")} ${T(unit)}` : "",
      timeline(perBin, {hrefOf: name => `#/documents/${name}`})),
    h("div", {class: "columns-3"}, tops.map(([title, label, href]) => section(title, h("a", {href}, T("all")),
      ranking(byLabel[label].slice(0, 10).map(e => [e, DATA.E.mentions[e]]), null, "mentions")))),
    names.length > 2 && section("Who is in the news, and when", T("documents"), heat()),
    h("div", {class: "columns-2"}, section("Most often together: people", T("in one sentence"), together((a, b) => DATA.E.label[a] === 0 || DATA.E.label[b] === 0, "people")),
      section("Most often together: countries", T("in one sentence"), together((a, b) => DATA.E.label[a] === 2 && DATA.E.label[b] === 2, "countries"))),
  ];
}

function together(wanted) {
  const P = DATA.core.pairs, rows = [];
  for (let k = 0; k < P.length && rows.length < 10; k += 4) {
    if (P[k + 2] && wanted(P[k], P[k + 1])) rows.push([P[k], P[k + 1], P[k + 2]]);
  }
  const most = Math.max(1, ...rows.map(row => row[2]));
  return h("ol", {class: "ranking pairs"}, rows.map(([a, b, n]) => h("li", {vars: {share: n / most}},
    h("a", {href: hrefP(a, b)}, h("span", {class: "who"}, h("bdi", {class: "name " + KINDS[DATA.E.label[a]]}, nameOf(a)), ` ${T("and")} `,
      h("bdi", {class: "name " + KINDS[DATA.E.label[b]]}, nameOf(b))), h("span", {class: "n"}, number(n))))));
}

// Rows of entities, columns of time, the darker the more documents; of long times the bins are joined.
function heat() {
  const {names} = DATA.bins;
  const joined = Math.ceil(names.length / 48);
  const groups = Math.ceil(names.length / joined);
  const rows = [0, 2, 1].flatMap(label => DATA.byLabel[label].slice(0, label === 1 ? 4 : 8)).map(e => {
    const counts = new Array(groups).fill(0);
    binned(DATA.docsOf[e]).forEach((n, k) => { counts[Math.floor(k / joined)] += n; });
    return [e, counts];
  });
  const most = Math.max(2, ...rows.map(([, counts]) => Math.max(...counts)));
  const table = h("div", {class: "heat", vars: {columns: groups}}, rows.map(([e, counts]) => {
    return h("div", {class: "row " + KINDS[DATA.E.label[e]]}, linkE(e, shortName(e)), h("div", {class: "cells", role: "img", "aria-label": `${nameOf(e)}: ${number(DATA.docsOf[e].length)} ${T("documents")}`},
      counts.map((n, k) => h("span", {vars: {heat: n ? 0.15 + 0.85 * Math.sqrt(n / most) : 0}, title: `${dated(names[k * joined], true)}: ${number(n)}`}))));
  }));
  const ticks = names.map((name, k) => ({name, k})).filter(({name, k}) => DATA.bins.unit === "month" ? name.endsWith("-01") : k % Math.ceil(names.length / 6) === 0);
  if (ticks.length && ticks[0].k > 3) ticks.unshift({name: names[0], k: 0});
  return h("div", {class: "scroller", tabindex: "0", role: "region", "aria-label": T("Who is in the news, and when")}, table,
    h("div", {class: "heat-ticks", "aria-hidden": "true"}, h("span"), h("div", {class: "ticks"}, ticks.map(({name, k}) =>
      h("span", {vars: {at: Math.floor(k / joined) / groups}}, DATA.bins.unit === "month" ? name.slice(0, 4) : dated(name, true))))));
}
