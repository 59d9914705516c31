// The lists: people with their roles, ministries by portfolio and country, countries, documents.

function roleLine(role) {
  const [text, kind, status, ministry, country] = role;
  const said = [T(DATA.core.role_names[kind]), status >= 0 && T(DATA.core.statuses[status])].filter(Boolean).join(", ");
  const place = country >= 0 ? countryName(DATA.core.strings[country]) : "";
  return h("span", {class: "role", title: [said, place, ministry >= 0 && DATA.core.strings[ministry]].filter(Boolean).join(" · ")}, h("bdi", {lang: "fr"}, text));
}

function mentionColumns() {
  const E = DATA.E;
  return [
    {head: "Mentions", of: e => number(E.mentions[e]), by: e => E.mentions[e], kind: "figure-cell", first: "descending"},
    {head: "Documents", of: e => number(E.documents[e]), by: e => E.documents[e], kind: "figure-cell", first: "descending"},
    {head: "First", of: e => dated(E.first[e], true), by: e => E.first[e], kind: "date-cell"},
    {head: "Last", of: e => dated(E.last[e], true), by: e => E.last[e], kind: "date-cell", first: "descending"},
  ];
}

const spoken = e => fold([nameOf(e), ...DATA.E.variants[e], DATA.E.id[e]].join(" "));

function people() {
  const roles = DATA.core.roles;
  return [h("h1", {}, T("People")), sortable({
    key: "people", rows: DATA.byLabel[0], sort: 2, descending: true, placeholder: "Filter by name, role …",
    matches: e => spoken(e) + " " + fold((roles[e] || []).map(role => `${role[0]} ${countryName(DATA.core.strings[role[4]])}`).join(" ")),
    columns: [
      {head: "Name", of: e => linkE(e), by: e => DATA.E.name[e], kind: "name-cell"},
      {head: "Roles as the texts say them", of: e => (roles[e] || []).slice(0, 2).map((role, k) => [k ? ", " : "", roleLine(role)]),
        by: e => (roles[e] ? roles[e][0][0] : ""), kind: "wide-cell"},
      ...mentionColumns()],
  })];
}

function countries() {
  const ministriesOf = new Map();
  for (const e of DATA.byLabel[1]) ministriesOf.set(DATA.E.iso3[e], (ministriesOf.get(DATA.E.iso3[e]) || 0) + 1);
  return [h("h1", {}, T("Countries")), sortable({
    key: "countries", rows: DATA.byLabel[2], sort: 3, descending: true, matches: spoken,
    columns: [
      {head: "Name", of: e => linkE(e), by: e => DATA.E.name[e], kind: "name-cell"},
      {head: "Also written", of: e => h("bdi", {class: "faint", lang: "fr"}, DATA.E.variants[e].slice(0, 5).join(", ")), kind: "wide-cell"},
      {head: "Ministries", of: e => number(ministriesOf.get(DATA.E.id[e]) || 0), by: e => ministriesOf.get(DATA.E.id[e]) || 0, kind: "figure-cell", first: "descending"},
      ...mentionColumns()],
  })];
}

function ministries() {
  const E = DATA.E;
  return [h("h1", {}, T("Ministries")),
    DATA.byLabel[1].length > 0 && section("By portfolio and country", T("mentions"), portfolioGrid()),
    section("As a list", "", sortable({
      key: "ministries", rows: DATA.byLabel[1], sort: 3, descending: true, matches: e => spoken(e) + " " + fold(portfolios(e).map(portfolioName).join(" ")),
      columns: [
        {head: "Name", of: e => linkE(e, E.name[e]), by: e => E.name[e], kind: "name-cell"},
        {head: "Country", of: e => placeOf(e), by: e => placeOf(e)},
        {head: "Portfolio", of: e => portfolios(e).map(portfolioName).join(", "), by: e => portfolios(e).map(portfolioName).join(", ")},
        ...mentionColumns()],
    }))];
}

const portfolios = e => (DATA.E.portfolio[e] || "other").split("+");

const MOST_PLACES = 32;

// Portfolios down, countries across; a ministry of several portfolios stands in the row of each.
function portfolioGrid() {
  const E = DATA.E, cells = new Map(), byPlace = new Map(), byPortfolio = new Map();
  for (const e of DATA.byLabel[1]) {
    const place = placeOf(e);
    byPlace.set(place, (byPlace.get(place) || 0) + E.mentions[e]);
    for (const portfolio of portfolios(e)) {
      byPortfolio.set(portfolio, (byPortfolio.get(portfolio) || 0) + E.mentions[e]);
      const key = portfolio + "\n" + place;
      cells.set(key, [...(cells.get(key) || []), e]);
    }
  }
  const ranked = map => [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  const places = ranked(byPlace).slice(0, MOST_PLACES), rows = ranked(byPortfolio);
  const most = Math.max(1, ...DATA.byLabel[1].map(e => E.mentions[e]));
  const cell = found => {
    if (!found) return h("td");
    const n = found.reduce((sum, e) => sum + E.mentions[e], 0);
    const told = found.map(nameOf).join(", ");
    return h("td", {class: "filled", vars: {heat: 0.15 + 0.85 * Math.sqrt(n / most)}}, h("a", {href: hrefE(found[0]), title: `${told}: ${number(n)}`, "aria-label": `${told}: ${number(n)}`}, number(n)));
  };
  const note = places.length < byPlace.size && h("p", {class: "faint help"}, `${number(places.length)} / ${number(byPlace.size)} ${T("of the countries are here, the most named")}`);
  return h("div", {}, note, h("div", {class: "scroller", tabindex: "0", role: "region", "aria-label": T("By portfolio and country")}, h("table", {class: "grid portfolio-grid"},
    h("thead", {}, h("tr", {}, h("td"), places.map(place => h("th", {scope: "col"}, h("span", {}, place === "?" ? T("country not known") : place))))),
    h("tbody", {}, rows.map(portfolio => h("tr", {}, h("th", {scope: "row"}, portfolioName(portfolio)), places.map(place => cell(cells.get(portfolio + "\n" + place)))))))));
}

function documents(when) {
  const D = DATA.D;
  const rows = D.id.map((_, d) => d).filter(d => !when || (D.published[d] || "").startsWith(when));
  const titles = new Map();
  return [h("h1", {}, T("Documents"), when && h("small", {}, ` ${dated(when)} `, h("a", {href: "#/documents"}, T("all")))), sortable({
    key: "documents", rows, sort: 0, descending: true, placeholder: "Filter by title …",
    matches: d => { if (!titles.has(d)) titles.set(d, fold(`${D.title[d]} ${D.id[d]} ${D.published[d] || ""}`)); return titles.get(d); },
    columns: [
      {head: "Date", of: d => dated(D.published[d], true), by: d => D.published[d], kind: "date-cell", first: "descending"},
      {head: "Title", of: d => linkD(d), by: d => D.title[d], kind: "title-cell"},
      {head: "Named here", of: d => D.cast[d].slice(0, 4).map((e, k) => [k ? ", " : "", linkE(e)]), kind: "wide-cell"},
      {head: "Mentions", of: d => number(D.mentions[d]), by: d => D.mentions[d], kind: "figure-cell", first: "descending"},
      {head: "Length", of: d => number(D.chars[d]), by: d => D.chars[d], kind: "figure-cell", first: "descending"}],
  })];
}
