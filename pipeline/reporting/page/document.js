// One document: its text with nested highlights, a card for each, its cast and its roles.

const hidden = new Set();                          // kinds whose highlights are switched off

function documentPage(id, start) {
  const d = DATA.document.get(id);
  if (d === undefined) return null;
  const D = DATA.D;
  const body = h("div", {class: "text marked", lang: "fr"}, h("p", {class: "wait"}, "…"));
  const head = h("h1", {}, h("bdi", {lang: "fr"}, D.title[d]));
  const aside = h("aside", {}), below = h("div", {});
  const neighbour = (other, text, way) => other >= 0 && other < D.id.length ? h("a", {href: hrefD(other), rel: way, title: D.title[other]}, T(text)) : h("span", {class: "faint"}, T(text));
  const page = h("article", {class: "document"},
    h("p", {class: "facts"}, h("time", {}, dated(D.published[d])), h("code", {}, h("bdi", {}, D.source[d])), `${number(D.chars[d])} ${T("characters")}`,
      h("span", {class: "step"}, neighbour(d - 1, "Newer", "prev"), " · ", neighbour(d + 1, "Older", "next"))),
    head, h("div", {class: "reading"}, h("div", {}, legend(), body), aside), below);
  (async () => {
    const row = await textOf(d);
    if (!row) {
      body.replaceChildren(h("p", {}, T("The text of this document is not in this page, which was bounded in size; its row and its names are.")));
      aside.append(cast(D.cast[d].map(e => [e, 0]), null));
      return;
    }
    const marks = [];
    const [first, ...others] = paragraphs(row, marks);
    if (first && first.textContent.trim().replace(/\s+/g, " ") === D.title[d]) {   // the headline is in the text: marked, too
      head.replaceChildren(...first.childNodes);
      head.className = "marked";
      body.replaceChildren(...others);
    } else body.replaceChildren(...(first ? [first, ...others] : []));
    const counts = new Map();
    row.mentions.forEach(m => { if (m.entity >= 0) counts.set(m.entity, (counts.get(m.entity) || 0) + 1); });
    aside.append(cast([...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]), marks));
    if (row.roles.length) below.append(section("Roles in this document", "", rolesTable(row)));
    below.append(h("details", {}, h("summary", {}, `${T("All mentions as a table")} (${number(row.mentions.length)})`), mentionsTable(row)));
    if (start) jump(marks.find(mark => mark.span.start === +start));
  })();
  return [page];
}

// Switches that take the highlights of a kind away and bring them back.
function legend() {
  return h("div", {class: "legend", role: "group", "aria-label": T("Highlighted")}, [...KINDS, "role"].map(kind => h("button", {
    class: "chip " + kind, "aria-pressed": String(!hidden.has(kind)), onclick: event => {
      hidden.has(kind) ? hidden.delete(kind) : hidden.add(kind);
      event.target.setAttribute("aria-pressed", String(!hidden.has(kind)));
      document.body.classList.toggle("hide-" + kind, hidden.has(kind));
    }}, T(kind))));
}

function paragraphs(row, marks) {
  const spans = spansOf(row, true);
  const pieces = [];
  const breaks = /[^\n]+/g;
  let match;
  while ((match = breaks.exec(row.text))) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (!match[0].trim()) continue;
    pieces.push(h("p", {}, h("bdi", {}, marked(row.text, from, to, spans.filter(s => s.start < to && s.end > from), (span, inside) => {
      const mark = h("mark", {class: span.kind, tabindex: span.kind === "role" ? null : "0", "data-start": span.start, "aria-haspopup": "dialog"}, inside);
      mark.span = span;
      mark.row = row;
      marks.push(mark);
      return mark;
    }))));
  }
  return pieces;
}

// ---- the card

const card = {element: null, mark: null, pinned: false, resting: false, timer: 0};

function cardFor(mark, pin) {
  clearTimeout(card.timer);
  if (card.mark !== mark) {
    const chain = [];
    for (let at = mark; at && at.span; at = at.parentElement.closest("mark")) chain.push(at);
    card.element.replaceChildren(h("button", {class: "close", "aria-label": T("Close"), onclick: () => closeCard(true)}, "×"), ...chain.flatMap(at => told(at)));
  }
  if (card.mark) card.mark.classList.remove("shown");
  card.mark = mark;
  card.pinned = pin;
  card.element.classList.toggle("pinned", pin);
  mark.classList.add("shown");
  card.element.hidden = false;
  const place = mark.getClientRects()[0] || mark.getBoundingClientRect(), box = card.element.getBoundingClientRect();
  const left = Math.max(8, Math.min(place.left, innerWidth - box.width - 8));
  const above = place.bottom + box.height + 12 > innerHeight && place.top - box.height - 8 > 0;
  card.element.style.left = `${left + scrollX}px`;
  card.element.style.top = `${(above ? place.top - box.height - 6 : place.bottom + 6) + scrollY}px`;
}

function told(mark) {
  return (mark.span.mentions || []).map(m => h("div", {class: "told-of " + KINDS[m.label]},
    h("div", {class: "facts"}, chip(m.label), m.form > 0 ? h("span", {}, T(DATA.core.forms[m.form])) : null),
    h("p", {class: "big"}, m.entity >= 0 ? linkE(m.entity) : h("bdi", {}, m.name || T("not decided"))),
    m.candidates && m.candidates.length ? h("p", {}, `${T("could be")} `, m.candidates.map(c => countryName(c)).join(", ")) : null,
    m.entity >= 0 ? h("p", {class: "faint"}, h("code", {}, DATA.E.id[m.entity]), ` · ${count(DATA.E.mentions[m.entity], "mention", "mentions")}`) : null,
    ruleAndScore(m))).concat((mark.span.roles || []).map(r => roleTold(r)));
}

function ruleAndScore(m) {
  const rule = DATA.core.rules[m.rule];
  return [h("p", {}, h("span", {class: "faint"}, `${T("found by")} `), h("code", {}, rule), ruleSays(m.rule) ? h("span", {class: "says"}, ` ${ruleSays(m.rule)}`) : null),
    h("p", {class: "score", title: T("How sure the pipeline is that this is a mention, from 0 to 1")}, h("span", {class: "faint"}, T("score")), h("span", {class: "bar", vars: {share: m.percent / 100}}), (m.percent / 100).toFixed(2))];
}

function roleTold(r) {
  const {core} = DATA;
  const ministry = r.ministry >= 0 ? DATA.entity.get(core.strings[r.ministry]) : undefined;
  const iso3 = r.country >= 0 ? core.strings[r.country] : null;
  const c = iso3 ? DATA.entity.get(iso3) : undefined;
  return h("div", {class: "told-of role"}, h("div", {class: "facts"}, h("span", {class: "chip role"}, T("role")), r.status >= 0 ? h("span", {}, T(core.statuses[r.status])) : null),
    h("p", {class: "big"}, T(core.role_names[r.role])),
    h("p", {}, h("span", {class: "faint"}, `${T("holder")} `), r.person >= 0 ? linkE(r.person) : T("not named")),
    r.ministry >= 0 ? h("p", {}, h("span", {class: "faint"}, `${T("ministry")} `), ministry !== undefined ? linkE(ministry) : unlisted(core.strings[r.ministry], iso3)) : null,
    iso3 ? h("p", {}, h("span", {class: "faint"}, `${T("country")} `), c !== undefined ? linkE(c) : countryName(iso3)) : null);
}

function closeCard(back) {
  clearTimeout(card.timer);
  if (!card.mark) return;
  const mark = card.mark;
  mark.classList.remove("shown");
  card.mark = null;
  card.pinned = false;
  card.element.hidden = true;
  if (back && mark.isConnected) {
    card.resting = true;                           // the focus comes back without the card
    mark.focus({preventScroll: true});
    card.resting = false;
  }
}

function watchCards() {
  card.element = document.getElementById("card");
  const main = document.getElementById("main");
  const markOf = event => event.target.closest && event.target.closest(".document mark");
  const leave = () => { clearTimeout(card.timer); if (!card.pinned) card.timer = setTimeout(() => closeCard(false), 220); };
  const shows = mark => mark && !(mark.span.kind && hidden.has(mark.span.kind));
  main.addEventListener("pointerover", event => { const mark = markOf(event); if (event.pointerType === "mouse" && shows(mark) && !card.pinned) cardFor(mark, false); });
  main.addEventListener("pointerout", event => { if (markOf(event)) leave(); });
  card.element.addEventListener("pointerover", () => clearTimeout(card.timer));
  card.element.addEventListener("pointerleave", leave);
  main.addEventListener("focusin", event => { const mark = markOf(event); if (shows(mark) && !card.resting && mark.matches(":focus-visible")) cardFor(mark, false); });
  main.addEventListener("focusout", event => { if (markOf(event)) leave(); });
  card.element.addEventListener("focusin", () => clearTimeout(card.timer));
  document.addEventListener("click", event => {
    const mark = markOf(event);
    if (shows(mark)) cardFor(mark, true);
    else if (!card.element.contains(event.target)) closeCard(false);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && card.mark) closeCard(true);
    const mark = document.activeElement && document.activeElement.matches(".document mark") ? document.activeElement : null;
    if (mark && event.key === "Enter") {
      cardFor(mark, true);
      const link = card.element.querySelector("a");
      if (link) link.focus({preventScroll: true});
      event.preventDefault();
    }
  });
}

function jump(mark) {
  if (!mark) return;
  mark.scrollIntoView({block: "center"});
  mark.classList.add("found");
  setTimeout(() => mark.classList.remove("found"), 2500);
}

// ---- beside and below the text

function cast(rows, marks) {
  return section("Named here", "", [0, 1, 2].map(label => {
    const own = rows.filter(([e]) => DATA.E.label[e] === label);
    return own.length ? [h("h3", {}, T({0: "People", 1: "Ministries", 2: "Countries"}[label])), h("ul", {class: "cast"}, own.map(([e, n]) => {
      let next = 0;
      return h("li", {}, linkE(e), marks && n ? h("button", {class: "n", title: T("Next mention"), "aria-label": `${nameOf(e)}: ${T("Next mention")}`, onclick: () => {
        const own = marks.filter(mark => (mark.span.mentions || []).some(m => m.entity === e));
        jump(own[next++ % own.length]);
      }}, number(n)) : null);
    }))] : null;
  }));
}

function rolesTable(row) {
  const {core} = DATA;
  return h("div", {class: "scroller", tabindex: "0", role: "region", "aria-label": T("Roles in this document")}, h("table", {}, h("thead", {}, h("tr", {}, ["holder", "role as written", "role", "ministry", "country"].map(head => h("th", {scope: "col"}, T(head))))),
    h("tbody", {}, row.roles.map(r => {
      const ministry = r.ministry >= 0 ? core.strings[r.ministry] : null, iso3 = r.country >= 0 ? core.strings[r.country] : null;
      return h("tr", {}, h("td", {}, r.person >= 0 ? linkE(r.person) : h("span", {class: "faint"}, T("not named"))), h("td", {class: "wide-cell", lang: "fr"}, h("bdi", {}, row.text.slice(r.start, r.end))),
        h("td", {}, T(core.role_names[r.role]), r.status >= 0 ? `, ${T(core.statuses[r.status])}` : ""),
        h("td", {}, ministry && DATA.entity.has(ministry) ? linkE(DATA.entity.get(ministry)) : ministry ? unlisted(ministry, iso3) : ""),
        h("td", {}, iso3 && DATA.entity.has(iso3) ? linkE(DATA.entity.get(iso3)) : countryName(iso3)));
    }))));
}

// A ministry that only a role implies: it has no page. `UA.foreign-affairs` -> `foreign affairs (Ukraine)`.
function unlisted(id, iso3) {
  const [code, joined] = [id.split(".")[0], id.split(".").slice(1).join(".")];
  const place = code === "??" ? "" : countryName(code.includes("-") ? code : iso3) || code;
  return joined.split("+").map(portfolioName).join(" + ") + (place ? ` (${place})` : "");
}

function mentionsTable(row) {
  return sortable({key: "mentions", rows: row.mentions, sort: 0, size: 100, columns: [
    {head: "where", of: m => `${m.start}–${m.end}`, by: m => m.start, kind: "figure-cell"},
    {head: "text", of: m => h("bdi", {lang: "fr"}, row.text.slice(m.start, m.end)), by: m => row.text.slice(m.start, m.end), kind: "wide-cell"},
    {head: "form", of: m => T(DATA.core.forms[m.form]), by: m => m.form},
    {head: "entity", of: m => (m.entity >= 0 ? linkE(m.entity) : h("span", {class: "faint"}, m.name || T("not decided"))), by: m => (m.entity >= 0 ? nameOf(m.entity) : "")},
    {head: "rule", of: m => h("code", {title: ruleSays(m.rule)}, DATA.core.rules[m.rule]), by: m => DATA.core.rules[m.rule]},
    {head: "score", of: m => (m.percent / 100).toFixed(2), by: m => m.percent, kind: "figure-cell", first: "descending"}]});
}
