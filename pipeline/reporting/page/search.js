// Search: names as one types, texts when one asks.

const FORMS_OF = {a: "aàáâãäå", c: "cç", e: "eèéêë", i: "iìíîï", n: "nñ", o: "oòóôõöø", u: "uùúûü", y: "yýÿ", "'": "'’ʼ", "-": "-‐‑"};

// A pattern that finds the words however they are accented; `"in quotes"` is one phrase.
function patternsOf(query) {
  return [...query.matchAll(/["«“]([^"»”]+)["»”]|(\S+)/g)].map(m => (m[1] || m[2]).trim()).filter(Boolean).map(word => {
    const letters = [...fold(word)].map(c => (FORMS_OF[c] ? `[${FORMS_OF[c]}]` : /\s/.test(c) ? "\\s+" : c.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"))).join("");
    return new RegExp(`(?<![\\p{L}\\p{N}])${letters}`, "giu");
  });
}

// Entities whose names have every word of the query, the best first.
function namesLike(query, most) {
  const words = fold(query).split(/\s+/).filter(Boolean), whole = words.join(" ");
  if (!words.length) return [];
  DATA.spoken = DATA.spoken || DATA.E.id.map((_, e) => spoken(e));
  const found = [];
  DATA.spoken.forEach((text, e) => {
    if (!words.every(w => text.includes(w))) return;
    const name = fold(DATA.E.name[e]);
    const rank = name === whole || DATA.E.variants[e].some(v => fold(v) === whole) ? 0 : name.startsWith(whole) ? 1 : (" " + name).includes(" " + whole) ? 2 : 3;
    found.push([rank, e]);
  });
  return found.sort((a, b) => a[0] - b[0] || DATA.E.mentions[b[1]] - DATA.E.mentions[a[1]]).slice(0, most).map(([, e]) => e);
}

function titlesLike(query, most) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  DATA.titles = DATA.titles || DATA.D.title.map(fold);
  const found = [];
  for (let d = 0; d < DATA.titles.length && found.length < most; d += 1) if (words.every(w => DATA.titles[d].includes(w))) found.push(d);
  return found;
}

function searchBox() {
  const list = h("ul", {role: "listbox", id: "suggestions", class: "suggestions", hidden: true, "aria-label": T("Search")});
  const input = h("input", {type: "search", id: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
    placeholder: T("Search names and texts"), "aria-label": T("Search names and texts")});
  let options = [], at = -1;
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const go = href => { close(); input.blur(); location.hash = href; };
  function suggest() {
    const query = input.value.trim();
    if (query.length < 2) return close();
    options = namesLike(query, 7).map(e => ({href: hrefE(e), inside: [chip(DATA.E.label[e]), h("bdi", {}, nameOf(e)), h("span", {class: "n"}, number(DATA.E.mentions[e]))]}))
      .concat(titlesLike(query, 3).map(d => ({href: hrefD(d), inside: [h("time", {}, dated(DATA.D.published[d], true)), h("bdi", {}, DATA.D.title[d])]})))
      .concat([{href: "#/search/" + encodeURIComponent(query), inside: [h("span", {class: "faint"}, T("Search the texts for")), h("b", {}, query)]}]);
    at = -1;
    list.replaceChildren(...options.map((option, k) => h("li", {role: "option", id: "option-" + k, "aria-selected": "false", onpointerdown: event => { event.preventDefault(); go(option.href); }}, option.inside)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }
  input.addEventListener("input", suggest);
  input.addEventListener("focus", suggest);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", event => {
    if (event.key === "Escape") { close(); input.blur(); }
    else if (event.key === "Enter" && input.value.trim()) go(at >= 0 ? options[at].href : "#/search/" + encodeURIComponent(input.value.trim()));
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + options.length + 1) % (options.length + 1);
      if (at === options.length) at = -1;
      [...list.children].forEach((li, k) => li.setAttribute("aria-selected", String(k === at)));
      at >= 0 ? input.setAttribute("aria-activedescendant", "option-" + at) : input.removeAttribute("aria-activedescendant");
      event.preventDefault();
    }
  });
  return h("div", {class: "search"}, input, list);
}

function searchPage(query) {
  const names = namesLike(query, 24), patterns = patternsOf(query);
  const told = h("p", {class: "faint", role: "status"}, `${T("searching")} …`), list = h("div", {class: "contexts"});
  const more = h("button", {class: "more", hidden: true});
  const hits = [];
  let shown = 0;
  const place = h("div", {});
  (async () => {
    for (let k = 0; k < DATA.core.packets.length; k += 1) {
      const rows = await packetOf(k), first = DATA.core.packets[k];
      rows.forEach((row, n) => {
        const text = row.text || row[0], times = patterns.map(p => { p.lastIndex = 0; return (text.match(p) || []).length; });
        if (times.every(Boolean)) hits.push([first + n, Math.min(...times)]);
      });
      if (k % 8 === 7) await new Promise(done => setTimeout(done));   // the page stays awake
      if (!place.isConnected && k) return;                          // another page was opened meanwhile
    }
    told.textContent = hits.length ? count(hits.length, "document", "documents") : T("Nothing found.");
    grow();
  })();
  async function grow() {
    const some = hits.slice(shown, shown + 20);
    shown += some.length;
    for (const [d] of some) list.append(h("article", {}, h("header", {}, h("time", {}, dated(DATA.D.published[d], true)), linkD(d)), snippet((await textOf(d)).text, patterns)));
    more.hidden = shown >= hits.length;
    more.textContent = `${T("Show more")} (${number(hits.length - shown)})`;
  }
  more.addEventListener("click", grow);
  place.append(section("In the texts", "", told, list, more));
  return [h("h1", {}, T("Search"), COLON(), h("bdi", {}, query)),
    names.length ? section("Names", "", h("ul", {class: "plain names"}, names.map(e => h("li", {}, chip(DATA.E.label[e]), " ", linkE(e), h("span", {class: "n"}, ` ${number(DATA.E.mentions[e])}`))))) : null, place];
}

// The words around the place where most of the patterns stand together, below the headline if they do there; marked.
function snippet(text, patterns) {
  const places = patterns.flatMap((p, n) => [...text.matchAll(p)].slice(0, 60).map(m => ({start: m.index, end: m.index + m[0].length, rank: 0, n}))).sort((a, b) => a.start - b.start);
  const headline = /^\s*[^\n]*\n/.exec(text), below = headline ? headline[0].length : 0;
  const near = one => new Set(places.filter(p => p.start >= one.start && p.end <= one.start + 240).map(p => p.n)).size + (one.start >= below ? 0.5 : 0);
  const best = places.reduce((a, b) => (near(b) > near(a) ? b : a), places[0]);
  const start = best ? best.start : 0;
  let from = Math.max(start >= below ? below : 0, start - 110), to = Math.min(text.length, start + 240);
  if (from && !/\s/.test(text[from - 1])) from += Math.max(0, text.slice(from, start).search(/\s/) + 1);
  if (to < text.length) to = Math.max(start + 20, text.lastIndexOf(" ", to));
  return h("p", {class: "quote", lang: "fr"}, from > below ? "… " : "", h("bdi", {}, marked(text, from, to, places, (_, inside) => h("mark", {class: "hit"}, inside))), to < text.length ? " …" : "");
}
