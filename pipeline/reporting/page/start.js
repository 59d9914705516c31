// The start: unpack the core, draw the masthead, and show the view that the address names.

const VIEWS = [["", "Overview", overview], ["network", "Network", networkPage], ["matrix", "Matrix", matrixPage], ["people", "People", people],
  ["ministries", "Ministries", ministries], ["countries", "Countries", countries], ["documents", "Documents", documents]];
const FURTHER = {entity: entityPage, document: documentPage, pair: pairPage, search: searchPage};
const scrolled = new Map();                        // how far each address was scrolled
let current = null, back = false;

function masthead() {
  const theme = () => {
    const now = document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    setTheme(now === "dark" ? "light" : "dark");
    if (location.hash.startsWith("#/network")) show();
  };
  const other = LANG === "fr" ? "en" : "fr";
  document.getElementById("masthead").replaceChildren(
    h("div", {class: "top"}, h("a", {class: "brand", href: "#/"}, h("b", {}, "Dépêche"), DATA.core.title ? h("bdi", {class: "faint"}, DATA.core.title) : null), searchBox(),
      h("button", {class: "quiet language", lang: other, title: other === "fr" ? "En français" : "In English", onclick: () => { setLanguage(other); masthead(); show(); }}, other.toUpperCase()),
      h("button", {class: "quiet theme", "aria-label": T("Light or dark"), title: T("Light or dark"), onclick: theme}, icon("M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z"))),
    h("nav", {"aria-label": "Dépêche"}, VIEWS.map(([address, title]) => h("a", {href: "#/" + address}, T(title)))));
  document.getElementById("colophon").replaceChildren(h("p", {}, T("Made by Dépêche from its tables. Nothing here was asked of any server, and nothing will be."), " ", T("Drawn with d3 (ISC licence).")),
    h("p", {class: "keys"}, T("Keys") + COLON(), h("kbd", {}, "/"), ` ${T("search")}, `, h("kbd", {}, "1"), "–", h("kbd", {}, String(VIEWS.length)), ` ${VIEWS.map(([, title]) => T(title)).join(", ")}, `,
      h("kbd", {}, "j"), " ", h("kbd", {}, "k"), ` ${T("next and previous")} (${T("document")}, ${T("mention")}), `, h("kbd", {}, "Esc"), ` ${T("close")}`));
  document.getElementById("skip").textContent = T("Skip to the content");
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  remember("theme", theme);
}

function setLanguage(language) {
  LANG = language;
  document.documentElement.lang = language;
  remember("language", language);
}

function show() {
  const [view, ...rest] = decoded(location.hash);
  const listed = VIEWS.find(([address]) => address === view);
  closeCard(false);
  if (net.stop) { net.stop(); net.stop = null; }
  const main = document.getElementById("main");
  const inside = listed ? listed[2](...rest) : Object.hasOwn(FURTHER, view) ? FURTHER[view](...rest) : null;
  main.replaceChildren(...(inside || [h("h1", {}, T("There is no such page.")), h("p", {}, h("a", {href: "#/"}, T("To the overview")))]).flat().filter(Boolean));
  main.className = "view-" + (listed ? view || "overview" : Object.hasOwn(FURTHER, view) ? view : "none");
  document.querySelectorAll("nav a").forEach((link, k) => VIEWS[k][0] === view ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current"));
  const lit = document.querySelector("nav a[aria-current]");
  if (lit) lit.parentElement.scrollLeft = lit.offsetLeft - lit.parentElement.clientWidth / 2 + lit.clientWidth / 2;
  const head = main.querySelector("h1");
  document.title = [head && head.textContent, DATA.core.title, "Dépêche"].filter(Boolean).join(" · ");
  const address = location.hash;
  if (current !== address && !(view === "document" && rest[1])) scrollTo(0, back ? scrolled.get(address) || 0 : 0);
  if (current !== null && current !== address) main.focus({preventScroll: true});
  current = address;
  back = false;
}

function decoded(hash) {
  try { return hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent); } catch (error) { return ["?"]; }
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const box = document.getElementById("search");
  if (event.key === "/") { box.focus(); box.select(); event.preventDefault(); return; }
  const place = Number(event.key);
  if (place >= 1 && place <= VIEWS.length) location.hash = "#/" + VIEWS[place - 1][0];
  if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
}

// From mention to mention in a document, from row to row or passage to passage elsewhere.
function step(by) {
  const stops = [...document.querySelectorAll(".document .marked mark[tabindex], .contexts article .title, tbody th a.name, td.title-cell a, .ranking a")];
  if (!stops.length) return;
  const at = stops.indexOf(document.activeElement);
  const next = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.max(0, Math.min(stops.length - 1, at + by))];
  next.focus({preventScroll: true, focusVisible: true});
  next.scrollIntoView({block: "nearest"});
}

async function start() {
  const theme = remembered("theme", "");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  const language = remembered("language", (navigator.language || "en").slice(0, 2));
  LANG = language === "fr" ? "fr" : "en";
  document.documentElement.lang = LANG;
  if (typeof DecompressionStream === "undefined") {
    document.getElementById("wait").textContent = "This browser is too old to unpack the page: Chrome 103, Firefox 113, Safari 16.4 or newer can.";
    return;
  }
  prepare(await unpack("core"));
  masthead();
  watchCards();
  addEventListener("popstate", () => { back = true; });
  addEventListener("hashchange", () => show());
  addEventListener("scroll", () => { if (current === location.hash) scrolled.set(current, scrollY); }, {passive: true});
  addEventListener("keydown", keys);
  document.getElementById("skip").addEventListener("click", event => { event.preventDefault(); document.getElementById("main").focus(); });
  show();
  document.documentElement.dataset.ready = "yes";
}

start();
