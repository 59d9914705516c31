// Who with whom: dots tied by the sentences or documents they share, laid out by d3-force, drawn on a canvas.

const net = {labels: new Set([0, 1, 2]), tie: "sentences", least: 0, most: 60, chosen: null, stop: null};

// The strongest ties among the entities of the chosen kinds, and so many of the entities as are wanted.
function network() {
  const {E, core: {pairs}} = DATA, column = net.tie === "sentences" ? 2 : 3;
  const ties = [], weight = new Map();
  for (let k = 0; k < pairs.length; k += 4) {
    const [a, b, n] = [pairs[k], pairs[k + 1], pairs[k + column]];
    if (n < Math.max(1, net.least) || !net.labels.has(E.label[a]) || !net.labels.has(E.label[b])) continue;
    ties.push([a, b, n]);
    weight.set(a, (weight.get(a) || 0) + n);
    weight.set(b, (weight.get(b) || 0) + n);
  }
  const kept = [...weight].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, net.most).map(([e]) => e);
  const nodes = kept.map(e => ({e, label: E.label[e], r: 3.5 + 1.9 * Math.sqrt(Math.min(E.mentions[e], 400) * 40 / Math.max(40, E.mentions[kept[0]]))}));
  const at = new Map(nodes.map(node => [node.e, node]));
  const links = ties.filter(([a, b]) => at.has(a) && at.has(b)).sort((x, y) => y[2] - x[2]).slice(0, 1500).map(([a, b, n]) => ({source: at.get(a), target: at.get(b), n}));
  const tied = new Set(links.flatMap(l => [l.source, l.target]));
  return {nodes: nodes.filter(node => tied.has(node)), links};
}

// A threshold that leaves a picture one can read, for this corpus.
function leastFor() {
  const {core: {pairs}, E} = DATA, column = net.tie === "sentences" ? 2 : 3, found = [];
  for (let k = 0; k < pairs.length; k += 4) if (net.labels.has(E.label[pairs[k]]) && net.labels.has(E.label[pairs[k + 1]])) found.push(pairs[k + column]);
  found.sort((a, b) => b - a);
  return Math.max(1, found[Math.min(found.length - 1, 140)] || 1);
}

function strongestTie() {
  const {core: {pairs}} = DATA, column = net.tie === "sentences" ? 2 : 3;
  let most = 2;
  for (let k = 0; k < pairs.length; k += 4) most = Math.max(most, pairs[k + column]);
  return Math.min(most, 2000);
}

function networkPage() {
  if (!net.least) {
    net.least = leastFor();
    if (innerWidth < 700) net.most = 30;
  }
  const canvas = h("canvas", {role: "img", tabindex: "0", "aria-label": T("Who with whom")});
  const panel = h("aside", {class: "panel"}), none = h("p", {class: "none", hidden: true}, T("Nothing is tied so strongly: lower the threshold."));
  const redraw = () => { if (net.stop) net.stop(); net.stop = draw(canvas, panel, none); };
  const kinds = h("fieldset", {}, h("legend", {class: "unseen"}, T("Kinds")), KINDS.map((kind, label) => h("label", {class: "chip " + kind}, h("input", {type: "checkbox", checked: net.labels.has(label), onchange: event => {
    event.target.checked ? net.labels.add(label) : net.labels.delete(label);
    redraw();
  }}), T({0: "people", 1: "ministries", 2: "countries"}[label]))));
  const leastTold = h("output", {}, number(net.least)), mostTold = h("output", {}, number(net.most));
  const least = h("input", {type: "range", min: 1, max: strongestTie(), value: net.least, "aria-label": T("at least"), oninput: event => { net.least = +event.target.value; leastTold.textContent = number(net.least); redraw(); }});
  const most = h("input", {type: "range", min: 10, max: 250, step: 10, value: net.most, "aria-label": T("Names"), oninput: event => { net.most = +event.target.value; mostTold.textContent = number(net.most); redraw(); }});
  const measure = h("select", {"aria-label": T("Tied"), onchange: event => {
    net.tie = event.target.value;
    net.least = leastFor();
    least.max = strongestTie();
    least.value = net.least;
    leastTold.textContent = number(net.least);
    redraw();
  }}, ["sentences", "documents"].map(tie => h("option", {value: tie, selected: net.tie === tie}, T(tie === "sentences" ? "in the same sentence" : "in the same document"))));
  const find = h("input", {type: "search", placeholder: T("Find in the network"), "aria-label": T("Find in the network"), autocomplete: "off", oninput: event => canvas.find && canvas.find(event.target.value)});
  setTimeout(redraw);
  return [h("h1", {}, T("Who with whom")), h("p", {class: "faint help"}, T("Drag a dot to move it, the ground to pan, the wheel to zoom. Choose a dot to see its ties.")),
    h("div", {class: "controls"}, kinds, h("label", {}, T("Tied"), " ", measure), h("label", {}, T("at least"), " ", least, leastTold, " ", T("times")), h("label", {}, T("Names"), " ", most, mostTold), find),
    h("div", {class: "net"}, h("div", {class: "sheet"}, canvas, none, h("div", {class: "zoomers"},
      h("button", {"aria-label": T("Closer"), title: T("Closer"), onclick: () => canvas.closer(1.4)}, "+"),
      h("button", {"aria-label": T("Farther"), title: T("Farther"), onclick: () => canvas.closer(1 / 1.4)}, "−"),
      h("button", {"aria-label": T("Reset"), title: T("Reset"), onclick: () => { net.chosen = null; redraw(); }}, "⟲"))), panel)];
}

function draw(canvas, panel, none) {
  const {nodes, links} = network();
  const box = canvas.parentElement.getBoundingClientRect(), ratio = window.devicePixelRatio || 1;
  const [width, height] = [box.width, box.height], context = canvas.getContext("2d");
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  none.hidden = nodes.length > 0;
  const style = getComputedStyle(document.documentElement), ink = name => style.getPropertyValue(name).trim();
  const colours = [ink("--person"), ink("--ministry"), ink("--country")], paper = ink("--card"), black = ink("--ink"), grey = ink("--muted");
  const friends = new Map(nodes.map(node => [node, new Set([node])]));
  links.forEach(l => { friends.get(l.source).add(l.target); friends.get(l.target).add(l.source); });
  const strongest = Math.max(1, ...links.map(l => l.n));
  let transform = d3.zoomIdentity, hovered = null, chosen = nodes.find(node => node.e === net.chosen) || null, fitted = false;
  const spread = Math.sqrt(width * height / Math.max(nodes.length, 1));
  const simulation = d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).distance(l => Math.min(spread, 110) * (1 - 0.4 * l.n / strongest)).strength(l => 0.08 + 0.35 * l.n / strongest))
    .force("charge", d3.forceManyBody().strength(-Math.min(420, 5.2 * spread)).distanceMax(450))
    .force("x", d3.forceX(0).strength(0.065 * (height / width) ** 0.8)).force("y", d3.forceY(0).strength(0.065 * (width / height) ** 0.8))
    .force("collide", d3.forceCollide(node => node.r + 5)).stop();
  simulation.tick(nodes.length > 150 ? 160 : 260);

  function fit() {
    if (!nodes.length) return;
    const [left, right] = [Math.min(...nodes.map(n => n.x)) - 60, Math.max(...nodes.map(n => n.x)) + 60];
    const [top, bottom] = [Math.min(...nodes.map(n => n.y)) - 30, Math.max(...nodes.map(n => n.y)) + 30];
    const k = Math.min(1.6, width / (right - left), height / (bottom - top));
    select.call(zoom.transform, d3.zoomIdentity.translate(width / 2 - k * (left + right) / 2, height / 2 - k * (top + bottom) / 2).scale(k));
    fitted = true;
  }

  function paint() {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const focus = hovered || chosen, near = focus && friends.get(focus);
    const place = node => [transform.applyX(node.x), transform.applyY(node.y)];
    context.lineCap = "round";
    for (const l of links) {
      const on = focus && (l.source === focus || l.target === focus);
      context.strokeStyle = on ? colours[focus.label] : grey;
      context.globalAlpha = on ? 0.75 : focus ? 0.05 : 0.13 + 0.3 * l.n / strongest;
      context.lineWidth = 0.7 + 4 * l.n / strongest;
      context.beginPath();
      context.moveTo(...place(l.source));
      context.lineTo(...place(l.target));
      context.stroke();
    }
    const k = Math.max(0.75, Math.min(1.6, Math.sqrt(transform.k)));
    for (const node of nodes) {
      context.globalAlpha = focus && !near.has(node) ? 0.18 : 1;
      const [x, y] = place(node);
      context.beginPath();
      context.arc(x, y, node.r * k, 0, 2 * Math.PI);
      context.fillStyle = colours[node.label];
      context.fill();
      context.lineWidth = node === chosen ? 3 : 1.2;
      context.strokeStyle = node === chosen ? black : paper;
      context.stroke();
    }
    const taken = [];
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const order = focus ? [focus, ...[...near].filter(n => n !== focus)] : nodes;
    for (const node of order) {
      const [x, y] = place(node), size = Math.round(Math.min(15, 10.5 + node.r / 4.5));
      context.font = `${node === focus ? 700 : 500} ${size}px system-ui, sans-serif`;
      const text = shortName(node.e), w = context.measureText(text).width;
      const r = node.r * k, away = r + size * 0.75;
      const areas = [[x + r + 4, y], [x - r - 4 - w, y], [x - w / 2, y + away], [x - w / 2, y - away]].map(([left, middle]) =>
        [left - 2, middle - size * 0.6, left + w + 2, middle + size * 0.6]).filter(area => area[0] > 0 && area[2] < width);
      const free = areas.filter(area => !taken.some(t => t[0] < area[2] && area[0] < t[2] && t[1] < area[3] && area[1] < t[3]));
      const area = free.find(one => !nodes.some(n => n !== node && covers(place(n), n.r * k - 2, one)))
        || (order.indexOf(node) < 16 ? free[0] || (node === focus && areas[0]) : null);
      if (!area) continue;
      taken.push(area);
      const [left, middle] = [area[0] + 2, (area[1] + area[3]) / 2];
      context.globalAlpha = 0.85;
      context.lineWidth = 3.5;
      context.strokeStyle = paper;
      context.strokeText(text, left, middle);
      context.globalAlpha = 1;
      context.fillStyle = black;
      context.fillText(text, left, middle);
    }
    context.globalAlpha = 1;
  }

  const covers = ([x, y], r, area) => x + r > area[0] && x - r < area[2] && y + r > area[1] && y - r < area[3];
  const under = event => {
    const spot = canvas.getBoundingClientRect();
    const touch = event.touches && event.touches[0] || event.changedTouches && event.changedTouches[0] || event;
    const [x, y] = transform.invert([touch.clientX - spot.left, touch.clientY - spot.top]);
    let best = null, least = Infinity;
    for (const node of nodes) {
      const away = Math.hypot(node.x - x, node.y - y) - node.r;
      if (away < least) [best, least] = [node, away];
    }
    return least < 8 / transform.k ? best : null;
  };

  function choose(node) {
    chosen = node;
    net.chosen = node && node.e;
    paint();
    describe();
  }

  function describe() {
    const rows = chosen ? links.filter(l => l.source === chosen || l.target === chosen).map(l => [(l.source === chosen ? l.target : l.source).e, l.n]) : [];
    if (chosen) {
      panel.replaceChildren(h("p", {class: "facts"}, chip(chosen.label), h("button", {class: "quiet", onclick: () => choose(null)}, T("Close"))), h("h2", {}, linkE(chosen.e)),
        h("p", {class: "faint"}, `${count(DATA.E.mentions[chosen.e], "mention", "mentions")} · ${count(rows.length, "tie", "ties")}`), ranking(rows, other => hrefP(chosen.e, other), net.tie));
      say(`${nameOf(chosen.e)}: ${count(rows.length, "tie", "ties")}`);
      return;
    }
    panel.replaceChildren(h("h2", {}, T("Strongest here")), h("ul", {class: "cast"}, nodes.slice(0, 40).map(node =>
      h("li", {}, h("button", {class: "name " + KINDS[node.label], onclick: () => choose(node), onmouseenter: () => { hovered = node; paint(); }, onmouseleave: () => { hovered = null; paint(); }}, h("bdi", {}, nameOf(node.e)))))));
  }

  const zoom = d3.zoom().scaleExtent([0.2, 6]).on("zoom", event => { transform = event.transform; paint(); });
  const drag = d3.drag().container(canvas).filter(event => !event.ctrlKey && !event.button).subject(event => under(event.sourceEvent))
    .on("start", event => { event.subject.moved = false; })
    .on("drag", event => {
      const node = event.subject, spot = canvas.getBoundingClientRect(), source = event.sourceEvent;
      const touch = source.touches && source.touches[0] || source;
      const [x, y] = transform.invert([touch.clientX - spot.left, touch.clientY - spot.top]);
      if (!node.moved) simulation.alphaTarget(0.15).restart();
      node.moved = true;
      [node.fx, node.fy] = [x, y];
    })
    .on("end", event => { simulation.alphaTarget(0); if (!event.subject.moved) choose(event.subject); });
  const select = d3.select(canvas).call(drag).call(zoom).on("dblclick.zoom", null);
  simulation.on("tick", paint);
  select.on("pointermove.hover", event => {
    if (event.buttons || event.pointerType === "touch") return;
    const node = under(event);
    if (node !== hovered) { hovered = node; canvas.style.cursor = node ? "pointer" : "grab"; paint(); }
  }).on("pointerleave.hover", () => { hovered = null; paint(); });
  select.on("dblclick.free", event => { const node = under(event); if (node) { node.fx = node.fy = null; simulation.alpha(0.3).restart(); } });
  select.on("click.ground", event => { if (!event.defaultPrevented && !under(event) && chosen) choose(null); });
  select.on("keydown.move", event => {
    const step = {ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60]}[event.key];
    if (step) { select.call(zoom.translateBy, step[0] / transform.k, step[1] / transform.k); event.preventDefault(); }
    else if (event.key === "+" || event.key === "=") canvas.closer(1.4);
    else if (event.key === "-") canvas.closer(1 / 1.4);
    else if (event.key === "Escape" && chosen) choose(null);
  });
  canvas.closer = by => select.call(zoom.scaleBy, by);
  canvas.find = words => {
    const wanted = fold(words).trim();
    const node = wanted && nodes.find(n => spoken(n.e).includes(wanted));
    choose(node || null);
  };
  canvas.places = () => nodes.map(n => ({slug: DATA.slug[n.e], x: transform.applyX(n.x), y: transform.applyY(n.y), r: n.r}));
  fit();
  describe();
  const watcher = new ResizeObserver(() => {
    const now = canvas.parentElement.getBoundingClientRect();
    if (Math.abs(now.width - width) > 2 && canvas.isConnected) { net.stop(); net.stop = draw(canvas, panel, none); }
  });
  watcher.observe(canvas.parentElement);
  return () => { simulation.stop(); watcher.disconnect(); select.on(".zoom", null).on(".drag", null).on(".hover", null).on(".free", null).on(".ground", null).on(".move", null); };
}

// A name short enough for the drawing.
function shortName(e) {
  const {E} = DATA;
  if (E.label[e] !== 1) return E.name[e].length > 30 ? E.name[e].slice(0, 29) + "…" : E.name[e];
  return `${placeOf(e)} · ${portfolios(e).map(portfolioName).join(" + ")}`;
}
