// The data, and the few functions by which everything here is put on the page. Text from the corpus only ever becomes
// text nodes and attribute values: no string is read as HTML anywhere.

const DATA = {};                                   // `core` once unpacked, see start.js
const packets = new Map();                         // promises of packets of texts, by number

async function unpack(id) {
  const letters = document.getElementById(id).textContent;
  const bytes = Uint8Array.from(atob(letters), c => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

// ---- elements

const SVG = "http://www.w3.org/2000/svg";

function h(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "vars") for (const [name, v] of Object.entries(value)) element.style.setProperty("--" + name, v);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter(c => c !== null && c !== undefined && c !== false));
  return element;
}

function icon(path, size = 18) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [k, v] of Object.entries({viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true"})) svg.setAttribute(k, v);
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function say(text) {
  document.getElementById("said").textContent = text;
}

// ---- what is remembered from visit to visit; a page opened from a file may be refused a memory

function remembered(key, otherwise) {
  try { return localStorage.getItem("depeche-" + key) || otherwise; } catch (error) { return otherwise; }
}

function remember(key, value) {
  try { localStorage.setItem("depeche-" + key, value); } catch (error) { /* then it is asked again next time */ }
}

// ---- numbers, dates, plurals

const number = n => n.toLocaleString(LANG === "fr" ? "fr-FR" : "en-GB");

function count(n, one, many) {
  return `${number(n)} ${T(n === 1 || (LANG === "fr" && n === 0) ? one : many)}`;
}

function dated(published, short = false) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(published || "");
  if (!parts) return published || "";
  if (!parts[2]) return parts[1];
  const day = new Date(Date.UTC(+parts[1], +parts[2] - 1, +(parts[3] || 1)));
  const options = {timeZone: "UTC", year: "numeric", month: short ? "short" : "long"};
  if (parts[3]) options.day = "numeric";
  return Number.isNaN(+day) ? published : day.toLocaleDateString(LANG === "fr" ? "fr-FR" : "en-GB", options);
}

function period(first, last, short = true) {
  if (!first) return "";
  return first === last ? dated(first, short) : `${dated(first, short)} – ${dated(last, short)}`;
}

// ---- folding: what search compares

const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").replace(/œ/g, "oe").toLowerCase();

// ---- entities and documents by number

const KINDS = ["person", "ministry", "country"];
const MANY = ["people", "ministries", "countries"];

function prepare(core) {
  DATA.core = core;
  const E = DATA.E = core.entities, D = DATA.D = core.documents;
  DATA.entity = new Map();
  DATA.slug = E.id.map((id, k) => {
    const slug = DATA.entity.has(id) ? `${id}~${KINDS[E.label[k]]}` : id;
    DATA.entity.set(slug, k);
    return slug;
  });
  DATA.document = new Map(D.id.map((id, k) => [id, k]));
  DATA.docsOf = E.id.map(() => []);
  D.cast.forEach((cast, d) => { for (const e of cast) DATA.docsOf[e].push(d); });
  DATA.byLabel = KINDS.map((_, label) => E.id.map((_, k) => k).filter(k => E.label[k] === label));
  DATA.ties = new Map();
  const P = core.pairs;
  for (let k = 0; k < P.length; k += 4) {
    for (const [a, b] of [[P[k], P[k + 1]], [P[k + 1], P[k]]]) {
      if (!DATA.ties.has(a)) DATA.ties.set(a, new Map());
      DATA.ties.get(a).set(b, [P[k + 2], P[k + 3]]);
    }
  }
  DATA.bins = bins();
}

const countryName = iso3 => iso3 ? DATA.core.countries[iso3] || iso3 : "";

// A ministry's name says its country; a person's and a country's stand alone.
function nameOf(e) {
  const E = DATA.E;
  if (E.label[e] !== 1) return E.name[e];
  const place = placeOf(e);
  return place && !E.name[e].endsWith(`(${place})`) ? `${E.name[e]} (${place})` : E.name[e];
}

function placeOf(e) {
  const code = DATA.E.id[e].split(".")[0];
  return code === "??" ? "?" : countryName(code.includes("-") ? code : DATA.E.iso3[e]);
}

function portfolioName(portfolio) {
  if (LANG === "fr") return DATA.core.portfolios[portfolio] || portfolio;
  return portfolio.replace(/-/g, " ");
}

const hrefE = e => "#/entity/" + encodeURIComponent(DATA.slug[e]);
const hrefD = (d, start) => "#/document/" + encodeURIComponent(DATA.D.id[d]) + (start === undefined ? "" : `/${start}`);
const hrefP = (a, b) => `#/pair/${encodeURIComponent(DATA.slug[a])}/${encodeURIComponent(DATA.slug[b])}`;

const linkE = (e, text) => h("a", {href: hrefE(e), class: "name " + KINDS[DATA.E.label[e]]}, h("bdi", {}, text || nameOf(e)));
const linkD = (d, start) => h("a", {href: hrefD(d, start), class: "title"}, h("bdi", {}, DATA.D.title[d]));
const chip = label => h("span", {class: "chip " + KINDS[label]}, T(KINDS[label]));

// ---- texts, a packet at a time

async function textOf(d) {
  const firsts = DATA.core.packets;
  if (d >= DATA.core.n_texts) return null;
  let k = firsts.length - 1;
  while (firsts[k] > d) k -= 1;
  return unfolded((await packetOf(k))[d - firsts[k]]);
}

function packetOf(k) {
  if (!packets.has(k)) packets.set(k, unpack("packet-" + k));
  return packets.get(k);
}

function unfolded(row) {
  if (row.mentions) return row;
  const [text, sentences, mentions, open, roles] = row;
  row.text = text;
  row.sentences = sentences;
  row.mentions = rowsOf(mentions, DATA.core.mention);
  for (const [k, [name, candidates]] of Object.entries(open)) Object.assign(row.mentions[k], {name, candidates});
  row.roles = rowsOf(roles, DATA.core.role);
  return row;
}

function rowsOf(flat, names) {
  const rows = [];
  for (let k = 0; k < flat.length; k += names.length) {
    const row = {};
    names.forEach((name, n) => { row[name] = flat[k + n]; });
    row.end = row.start + row.length;
    rows.push(row);
  }
  return rows;
}

// Where sentence `n` lies in its text. It begins before the quotation mark or bracket that opens it.
function sentenceSpan(row, n) {
  const edge = k => {
    if (k >= row.sentences.length) return row.text.length;
    const start = row.sentences[k] ?? 0;
    const opened = /(^|\s)([«“"(\[–—-]\s*)+$/.exec(row.text.slice(Math.max(0, start - 6), start));
    return opened ? start - opened[0].trimStart().length : start;
  };
  const [start, end] = [edge(n), edge(n + 1)];
  return [start, start + row.text.slice(start, end).trimEnd().length];
}

// ---- time

// Bins of days, months or years, whichever suits how far the documents' dates lie apart; `of` gives a date's bin or -1.
function bins() {
  const dates = DATA.core.days.map(([day]) => day).filter(day => /^\d{4}/.test(day));
  if (!dates.length) return {names: [], unit: "year", of: () => -1};
  const exact = dates.filter(day => day.length >= 10);
  const span = dates.length ? Math.abs(new Date(dates[dates.length - 1]) - new Date(dates[0])) / 864e5 : 0;
  const months = dates.filter(day => day.length >= 7);
  const unit = exact.length === dates.length && span <= 62 ? "day" : months.length * 2 > dates.length && span <= 366 * 8 ? "month" : "year";
  const size = {day: 10, month: 7, year: 4}[unit];
  const known = dates.filter(day => day.length >= size).map(day => day.slice(0, size)).sort();
  const names = [];
  let at = known[0];
  while (at <= known[known.length - 1] && names.length < 400) {
    names.push(at);
    at = after(at, unit);
  }
  const place = new Map(names.map((name, k) => [name, k]));
  return {names, unit, of: day => (day && day.length >= size ? place.get(day.slice(0, size)) ?? -1 : -1)};
}

function after(name, unit) {
  if (unit === "year") return String(+name + 1).padStart(4, "0");
  const [year, month, day] = name.split("-").map(Number);
  const next = new Date(Date.UTC(year, unit === "month" ? month : month - 1, unit === "month" ? 1 : day + 1));
  return next.toISOString().slice(0, unit === "month" ? 7 : 10);
}
