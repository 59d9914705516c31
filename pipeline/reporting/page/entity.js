// One entity: who it is, when, with whom, in which words. And two entities together.

function entityPage(slug) {
  const e = DATA.entity.get(slug);
  if (e === undefined) return null;
  const E = DATA.E, label = E.label[e], docs = DATA.docsOf[e];
  const wikidata = /^Q[1-9]\d*$/.test(E.wikidata[e] || "") ? E.wikidata[e] : null;
  const facts = [
    chip(label),
    label === 1 && (DATA.entity.has(E.iso3[e] || "") ? linkE(DATA.entity.get(E.iso3[e])) : h("span", {}, placeOf(e) === "?" ? T("country not known") : placeOf(e))),
    label === 1 && h("span", {}, portfolios(e).map(portfolioName).join(", ")),
    h("code", {title: "entity_id"}, h("bdi", {}, E.id[e])),
    wikidata && h("a", {href: `https://www.wikidata.org/wiki/${wikidata}`, target: "_blank", rel: "noopener noreferrer"}, `Wikidata ${wikidata} ↗`),
  ];
  const variants = E.variants[e].filter(v => v !== E.name[e]);
  return [
    h("article", {class: "entity " + KINDS[label]},
      h("h1", {}, h("bdi", {}, E.name[e])),
      h("p", {class: "facts"}, facts.filter(Boolean)),
      h("p", {class: "lede"}, `${count(E.mentions[e], "mention", "mentions")}, ${count(E.documents[e], "document", "documents")}`, E.first[e] ? ` · ${period(E.first[e], E.last[e])}` : ""),
      variants.length > 0 && h("p", {class: "variants"}, h("span", {class: "faint"}, T("Also written"), COLON()), variants.map((v, k) => [k ? ", " : "", h("bdi", {lang: "fr"}, v)])),
      label === 0 && DATA.core.roles[e] ? section("Offices held, as the texts say", "", rolesOf(e)) : null,
      docs.length > 1 && DATA.bins.names.length > 1 ? section("Over time", T("documents"), timeline(binned(docs), {small: true, kind: KINDS[label]})) : null,
      label === 2 ? ministriesOf(e) : null,
      label > 0 ? holders(e) : null,
      seenWith(e),
      section("In context", "", contexts(docs, new Set([e]), ms => ms.some(m => m.entity === e)))),
  ];
}

function rolesOf(e) {
  return h("ul", {class: "roles"}, DATA.core.roles[e].map(role => {
    const [, kind, status, ministry, country, n] = role;
    const m = ministry >= 0 ? DATA.entity.get(DATA.core.strings[ministry]) : undefined;
    const iso3 = country >= 0 ? DATA.core.strings[country] : null;
    const c = iso3 ? DATA.entity.get(iso3) : undefined;
    return h("li", {}, h("bdi", {class: "said", lang: "fr"}, role[0]), h("span", {class: "faint"}, ` ${T(DATA.core.role_names[kind])}`, status >= 0 && `, ${T(DATA.core.statuses[status])}`),
      m !== undefined ? [" · ", linkE(m)] : null, m === undefined && iso3 ? [" · ", c !== undefined ? linkE(c) : countryName(iso3)] : null, n > 1 ? h("span", {class: "n"}, ` × ${number(n)}`) : null);
  }));
}

function ministriesOf(e) {
  const own = DATA.byLabel[1].filter(m => DATA.E.iso3[m] === DATA.E.id[e]);
  return own.length ? section("Its ministries", T("mentions"), ranking(own.slice(0, 12).map(m => [m, DATA.E.mentions[m]]), null, "mentions")) : null;
}

// Does a ministry's id name the same country and one of the same portfolios: `FR.economy` and `FR.economy+finance`?
function alike(id, other) {
  const [country, portfolios] = id.split("."), [place, held] = other.split(".");
  return country === place && portfolios.split("+").some(p => held.split("+").includes(p));
}

// People whose roles name this ministry or country, the most often so called first.
function holders(e) {
  const {E, core} = DATA, found = [];
  for (const [person, roles] of Object.entries(core.roles)) {
    const here = roles.filter(role => E.label[e] === 1 ? role[3] >= 0 && alike(E.id[e], core.strings[role[3]]) : role[4] >= 0 && core.strings[role[4]] === E.id[e]);
    if (here.length) found.push([+person, here, here.reduce((n, role) => n + role[5], 0)]);
  }
  if (!found.length) return null;
  found.sort((a, b) => b[2] - a[2] || E.mentions[b[0]] - E.mentions[a[0]]);
  return section("Who is said to hold office here", "", h("ul", {class: "roles two"}, found.slice(0, 16).map(([person, roles]) =>
    h("li", {}, linkE(person), " ", h("span", {class: "faint"}, roleLine(roles[0]))))));
}

// With whom, by documents in the page, and by sentences where the pair is among the strongest.
function neighbours(e) {
  const counts = new Map();
  for (const d of DATA.docsOf[e]) for (const other of DATA.D.cast[d]) if (other !== e) counts.set(other, (counts.get(other) || 0) + 1);
  const ties = DATA.ties.get(e) || new Map();
  return [...counts].map(([other, documents]) => ({other, documents, sentences: ties.has(other) ? ties.get(other)[0] : 0}))
    .sort((a, b) => b.sentences - a.sentences || b.documents - a.documents || DATA.E.mentions[b.other] - DATA.E.mentions[a.other]);
}

function seenWith(e) {
  const all = neighbours(e);
  if (!all.length) return null;
  const sentences = all.some(x => x.sentences);
  return section("Seen with", T(sentences ? "in the same sentence" : "in the same document"), h("div", {class: "columns-3"}, [0, 1, 2].map(label => {
    const some = all.filter(x => DATA.E.label[x.other] === label && (!sentences || x.sentences)).slice(0, 8);
    return h("div", {}, h("h3", {}, T({0: "People", 1: "Ministries", 2: "Countries"}[label])),
      some.length ? ranking(some.map(x => [x.other, sentences ? x.sentences : x.documents]), other => hrefP(e, other), sentences ? "sentences" : "documents") : h("p", {class: "faint"}, "–"));
  })));
}

function pairPage(slugA, slugB) {
  const [a, b] = [DATA.entity.get(slugA), DATA.entity.get(slugB)];
  if (a === undefined || b === undefined) return null;
  const inB = new Set(DATA.docsOf[b]);
  const docs = DATA.docsOf[a].filter(d => inB.has(d));
  const [sentences] = (DATA.ties.get(a) || new Map()).get(b) || [0];
  const both = ms => ms.some(m => m.entity === a) && ms.some(m => m.entity === b);
  const chosen = new Set([a, b]);
  return [
    h("h1", {}, linkE(a), ` ${T("and")} `, linkE(b)),
    h("p", {class: "lede"}, `${T("Together in")} ${count(docs.length, "document", "documents")}`, sentences ? `, ${count(sentences, "sentence", "sentences")}` : ""),
    docs.length > 1 && DATA.bins.names.length > 1 ? timeline(binned(docs), {small: true}) : null,
    section("In context", sentences ? "" : T("No sentence names both; these documents do."), sentences ? sentencesOfBoth(docs, chosen, both) : h("ul", {class: "plain"}, docs.slice(0, 200).map(d =>
      h("li", {}, h("time", {}, dated(DATA.D.published[d], true)), " ", linkD(d))))),
  ];
}

// Documents in which a sentence names both come first; finding them means reading the packets that hold them.
function sentencesOfBoth(docs, chosen, both) {
  const place = h("div", {}, h("p", {class: "wait"}, "…"));
  (async () => {
    const yes = [], no = [];
    for (const d of docs) {
      const row = await textOf(d);
      const bySentence = new Map();
      if (row) row.mentions.forEach(m => bySentence.set(m.sentence, [...(bySentence.get(m.sentence) || []), m]));
      ([...bySentence.values()].some(both) ? yes : no).push(d);
    }
    place.replaceChildren(contexts(yes, chosen, both),
      no.length ? h("details", {}, h("summary", {}, `${T("in the same document")}: ${count(no.length, "document", "documents")}`),
        h("ul", {class: "plain"}, no.slice(0, 200).map(d => h("li", {}, h("time", {}, dated(DATA.D.published[d], true)), " ", linkD(d))))) : "");
  })();
  return place;
}
