// Parts that several views are made of: bars, timelines, sortable tables, marked text.

// A ranked list with a bar behind each count. `rows` are [entity, n].
function ranking(rows, hrefOf, unit) {
  const most = Math.max(1, ...rows.map(([, n]) => n));
  return h("ol", {class: "ranking"}, rows.map(([e, n]) => h("li", {class: KINDS[DATA.E.label[e]], vars: {share: n / most}},
    h("a", {href: hrefOf ? hrefOf(e) : hrefE(e), title: `${nameOf(e)}: ${number(n)} ${T(unit)}`},
      h("bdi", {class: "who"}, placeFirst(e)), h("span", {class: "n"}, number(n))))));
}

// A ministry's name where room is short: what tells it from the others stands first.
function placeFirst(e) {
  const place = DATA.E.label[e] === 1 ? placeOf(e) : "";
  return place ? `${place} · ${DATA.E.name[e].replace(` (${place})`, "")}` : DATA.E.name[e];
}

// Columns over the page's bins of time; `hrefOf(bin)` makes a column a link.
function timeline(counts, {hrefOf = null, small = false, kind = "ink", unit = "documents"} = {}) {
  const {names, unit: size} = DATA.bins;
  if (names.length < 2) return null;
  const most = Math.max(1, ...counts);
  const step = Math.max(1, Math.ceil(names.length / (small ? 4 : 8)));
  const column = (name, k) => {
    const told = `${dated(name)}: ${number(counts[k])} ${T(unit)}`;
    const inside = h("span", {vars: {height: counts[k] / most}});
    return hrefOf && counts[k] ? h("a", {href: hrefOf(name), title: told, "aria-label": told}, inside)
      : h("span", {class: "column", title: told}, inside);
  };
  const ticks = names.map((name, k) => ({name, k})).filter(({name}) => size === "month" ? name.endsWith("-01") : true);
  if (size === "month" && ticks.length && ticks[0].k > names.length / 20) ticks.unshift({name: names[0], k: 0});
  const chosen = ticks.length >= 2 && size === "month" ? ticks : names.map((name, k) => ({name, k})).filter(({k}) => k % step === 0);
  return h("div", {class: `timeline ${kind}${small ? " small" : ""}`},
    h("div", {class: "most", "aria-hidden": "true"}, number(most)),
    h("div", {class: "columns"}, names.map(column)),
    h("div", {class: "ticks", "aria-hidden": "true"}, chosen.map(({name, k}) => h("span", {vars: {at: (k + 0.5) / names.length}},
      size === "month" && ticks.length >= 2 ? name.slice(0, 4) : size === "day" ? dated(name, true).replace(/ \d{4}$/, "") : dated(name, true)))));
}

function binned(documents) {
  const counts = DATA.bins.names.map(() => 0);
  for (const d of documents) {
    const k = DATA.bins.of(DATA.D.published[d]);
    if (k >= 0) counts[k] += 1;
  }
  return counts;
}

// A table that sorts by its heads and grows as one asks for more. `columns`: {head, of(row), by(row), kind, first}.
function sortable({rows, columns, sort, descending, key, placeholder, matches, size = 60, empty = "Nothing found."}) {
  const state = {sort, descending, shown: size, words: ""};
  const body = h("tbody"), more = h("button", {class: "more", onclick: () => { state.shown += 4 * size; draw(); }});
  const told = h("p", {class: "told", role: "status"});
  const heads = columns.map((column, k) => {
    if (!column.by) return h("th", {scope: "col", class: column.kind}, T(column.head));
    return h("th", {scope: "col", class: column.kind}, h("button", {onclick: () => {
      state.descending = state.sort === k ? !state.descending : column.first === "descending";
      state.sort = k;
      state.shown = size;
      draw();
    }}, T(column.head), h("span", {class: "arrow", "aria-hidden": "true"})));
  });
  const collator = new Intl.Collator("fr", {numeric: true});
  function order(a, b) {
    const [x, y] = [columns[state.sort].by(a), columns[state.sort].by(b)];
    if (x === y) return 0;
    if (x === null || x === undefined || x === "") return 1;          // what is not known is last either way
    if (y === null || y === undefined || y === "") return -1;
    const before = typeof x === "number" ? x - y : collator.compare(x, y);
    return state.descending ? -before : before;
  }
  function draw() {
    const words = fold(state.words).split(/\s+/).filter(Boolean);
    const found = words.length ? rows.filter(row => { const text = matches(row); return words.every(w => text.includes(w)); }) : rows.slice();
    found.sort(order);
    heads.forEach((head, k) => columns[k].by && head.setAttribute("aria-sort", k !== state.sort ? "none" : state.descending ? "descending" : "ascending"));
    body.replaceChildren(...found.slice(0, state.shown).map(row => h("tr", {}, columns.map((column, k) =>
      h(k ? "td" : "th", {class: column.kind, scope: k ? null : "row", "data-head": T(column.head)}, column.of(row))))));
    more.hidden = found.length <= state.shown;
    more.textContent = `${T("Show more")} (${number(found.length - state.shown)})`;
    told.textContent = !found.length ? T(empty) : words.length ? `${number(found.length)} / ${number(rows.length)}` : number(rows.length);
  }
  const filter = matches && h("input", {type: "search", class: "filter", placeholder: T(placeholder || "Filter"), "aria-label": T(placeholder || "Filter"), autocomplete: "off",
    oninput: event => { state.words = event.target.value; state.shown = size; draw(); }});
  draw();
  return h("div", {class: "sortable " + (key || "")}, h("div", {class: "over"}, filter, told),
    h("div", {class: "scroller", tabindex: "0", role: "region", "aria-label": T(key || "")}, h("table", {}, h("thead", {}, h("tr", {}, heads)), body)), more);
}

// ---- text with marks

// The pieces of `text[from:to]` with a mark for each span, those inside others inside their marks. Spans that cross
// are cut where the outer one ends, and go on after it.
function marked(text, from, to, spans, make) {
  const open = spans.filter(s => s.start < to && s.end > from && s.end > s.start)
    .map(s => ({...s, start: Math.max(s.start, from), end: Math.min(s.end, to)}))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
  const pieces = [];
  let at = from;
  while (open.length) {
    const outer = open.shift();
    if (outer.start > at) pieces.push(text.slice(at, outer.start));
    const inner = [];
    while (open.length && open[0].start < outer.end) {
      const one = open.shift();
      if (one.end > outer.end) {
        const rest = {...one, start: outer.end, again: true};
        const place = open.findIndex(s => s.start > rest.start || (s.start === rest.start && s.end < rest.end));
        open.splice(place < 0 ? open.length : place, 0, rest);
      }
      inner.push({...one, end: Math.min(one.end, outer.end)});
    }
    pieces.push(make(outer, marked(text, outer.start, outer.end, inner, make)));
    at = outer.end;
  }
  if (at < to) pieces.push(text.slice(at, to));
  return pieces;
}

// Mentions that share a span are one mark; roles are marks of their own kind, outside mentions of the same span.
function spansOf(row, withRoles) {
  const spans = new Map();
  row.mentions.forEach(m => {
    const key = `${m.start}-${m.end}-${m.label}`;
    if (!spans.has(key)) spans.set(key, {start: m.start, end: m.end, rank: m.label === 1 ? 1 : 2, kind: KINDS[m.label], mentions: []});
    spans.get(key).mentions.push(m);
  });
  if (withRoles) row.roles.forEach(r => {
    const key = `${r.start}-${r.end}-role`;
    if (!spans.has(key)) spans.set(key, {start: r.start, end: r.end, rank: 0, kind: "role", roles: []});
    spans.get(key).roles.push(r);
  });
  return [...spans.values()];
}

// One sentence of a document, the mentions of `chosen` entities strong and the others faint.
function quoted(d, row, sentence, chosen) {
  const [from, to] = sentenceSpan(row, sentence);
  const here = row.mentions.filter(m => m.sentence === sentence);
  const first = here.find(m => chosen.has(m.entity)) || here[0] || {start: from, end: from};
  let [a, b] = [from, to];
  if (to - from > 600) {                                   // a sentence without an end: what stands around the mention
    a = Math.max(from, first.start - 250);
    b = Math.min(to, first.end + 250);
  }
  const text = marked(row.text, a, b, spansOf({mentions: here, roles: []}), (span, inside) => {
    const strong = span.mentions.some(m => chosen.has(m.entity));
    return h("mark", {class: `${span.kind} ${strong ? "strong" : "faint"}`}, inside);
  });
  return h("p", {class: "quote"}, h("a", {href: hrefD(d, first.start), lang: "fr"}, a > from ? "… " : null, h("bdi", {}, text), b < to ? " …" : null));
}

// Documents with the sentences in which `wanted(mentions of one sentence)` holds, ten documents at a time.
function contexts(documents, chosen, wanted, perDocument = 3) {
  const list = h("div", {class: "contexts"});
  const more = h("button", {class: "more", hidden: true, onclick: () => grow()});
  let at = 0;
  async function grow() {
    more.disabled = true;
    const some = documents.slice(at, at + 10);
    const rows = await Promise.all(some.map(textOf));
    at += some.length;
    some.forEach((d, k) => list.append(passage(d, rows[k])));
    more.disabled = false;
    more.hidden = at >= documents.length;
    more.textContent = `${T("Show more")} (${number(documents.length - at)})`;
  }
  function passage(d, row) {
    const head = h("header", {}, h("time", {}, dated(DATA.D.published[d], true)), linkD(d));
    if (!row) return h("article", {}, head, h("p", {class: "faint"}, T("The text of this document is not in this page, which was bounded in size; its row and its names are.")));
    const bySentence = new Map();
    row.mentions.forEach(m => bySentence.set(m.sentence, [...(bySentence.get(m.sentence) || []), m]));
    const all = [...bySentence].filter(([, ms]) => wanted(ms)).map(([n]) => n).sort((a, b) => a - b);
    const below = all.filter(n => row.text.slice(...sentenceSpan(row, n)).replace(/\s+/g, " ") !== DATA.D.title[d]);
    const found = below.length ? below : all;              // the headline stands above the quotes already
    return h("article", {}, head, found.slice(0, perDocument).map(n => quoted(d, row, n, chosen)),
      found.length > perDocument && h("p", {class: "rest"}, h("a", {href: hrefD(d)}, `+ ${number(found.length - perDocument)} ${T("more in this document")}`)));
  }
  grow();
  return h("div", {}, list, more);
}

const section = (title, note, ...children) => h("section", {}, h("h2", {}, T(title), note && h("small", {}, " ", note)), ...children);
