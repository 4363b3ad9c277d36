/* The page while its data are being edited. What changed is put into it, or it comes anew and keeps
   its place; mistakes are laid over the last good page; every fact says where it was written. */
(function () {
  "use strict";
  if (window.top !== window) return;
  const d = document, path = location.pathname, KEPT = "live:" + path;
  /* of these, scripts have taken hold: where one would change, the page comes anew; so it does where something
     changes in one of the second sort, such as a chart that is drawn over its picture */
  const HELD = "script:not([type='application/ld+json'], [data-figure]), style, link, form, button, select, [data-chart], [data-whatif], .chart";
  const CLOSED = "form, [data-whatif], [data-state]:not([data-state='idle'])";
  const OURS = ".live-edit, .live-over, .live-pen", ADDED = "script[data-print], link[href^='/__live']";
  const WIDE = /[ᄀ-ᅟ⺀-〾぀-꓏가-힣豈-﫿︰-﹯＀-｠￠-￦]|[\u{20000}-\u{3fffd}]/u;
  let own = d.currentScript.dataset.print;
  const zh = /^zh/.test(d.documentElement.lang) || (!own && /^zh/.test(navigator.language));
  const say = zh
    ? { one: "一处错误", many: "{n}处错误", stays: "改正之前，下面仍是上一次的页面。", none: "改正之后，页面会自己出现。", more: "另有{n}处", hide: "收起", show: "有{n}处错误", edit: "编辑", gone: "与服务器的连接已断开，正在重连……" }
    : { one: "One mistake", many: "{n} mistakes", stays: "Until it is mended, the page below is the last good one.", none: "The page will come by itself once this is mended.", more: "and {n} more", hide: "Hide", show: "Mistakes: {n}", edit: "Edit", gone: "The server is out of reach; trying again …" };
  let news, over, was, late, lost, hidden = false;

  function make(name, kind, words) {
    const e = d.createElement(name);
    if (kind) e.className = kind;
    if (words) e.textContent = words;
    return e;
  }
  /* the place: how far down, and which folds are open */
  function keep() {
    const open = [...d.querySelectorAll("details")].map(e => (e.open ? 1 : 0)).join("");
    try { sessionStorage.setItem(KEPT, JSON.stringify([scrollX, scrollY, open])); } catch (e) { /* it begins at the top */ }
  }
  function back() {
    try {
      const [x, y, open] = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
      [...d.querySelectorAll("details")].forEach((e, i) => { if (open[i]) e.open = open[i] === "1"; });
      scrollTo({ left: x, top: y, behavior: "instant" });
    } catch (e) { /* nothing was kept */ }
  }
  function address(p) {
    return "/__live/source/" + p.path.split("/").map(encodeURIComponent).join("/") + "?line=" + p.line + "#L" + Math.max(1, p.line - 5);
  }
  /* wide characters take two columns, so the caret stands under what it means */
  function caret(line, at) {
    let column = 0;
    return [...line].filter(c => (column += WIDE.test(c) ? 2 : 1) <= at).map(c => (c === "\t" ? c : WIDE.test(c) ? "\u3000" : " ")).join("") + "^";
  }
  function entry(p) {
    const li = make("li");
    if (p.more) { li.textContent = say.more.replace("{n}", p.more); return li; }
    const a = li.appendChild(make("a", "live-place", p.path + ":" + p.line + ":" + p.col));
    a.href = address(p);
    li.append(" ", make("code", "", p.code), " ");
    li.appendChild(make("p", "live-words", p.message)).append(p.hint ? make("span", "live-hint", p.hint) : "");
    const [line, mark] = p.source.split("\n");
    if (mark) li.appendChild(make("pre", "", line + "\n")).append(make("b", "", caret(line, mark.indexOf("^"))));
    return li;
  }
  function cover(problems) {
    if (over) over.remove();
    over = null;
    const n = problems.length && problems.reduce((sum, p) => sum + (p.more || 1), 0);
    if (!n) { hidden = false; return; }
    over = make("section", "live-over" + (hidden ? " live-over--small" : ""));
    over.setAttribute("role", "alert");
    over.lang = zh ? "zh-CN" : "en";
    const button = make("button", "", hidden ? say.show.replace("{n}", n) : say.hide);
    button.type = "button";
    button.onclick = () => { hidden = !hidden; cover(problems); };
    if (!hidden) {
      over.append(make("h2", "", n === 1 ? say.one : say.many.replace("{n}", n)));
      over.append(make("p", "", d.body.className === "live-empty" ? say.none : say.stays));
      over.append(make("ol"));
      over.lastChild.append(...problems.map(entry));
    }
    over.append(button);
    d.body.append(over);
  }
  d.addEventListener("keydown", e => { if (e.key === "Escape" && over && !hidden) over.querySelector("button").click(); });

  /* the page as it was made: its source, without what this server adds */
  function read(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    page.querySelectorAll(ADDED).forEach(e => e.remove());
    page.normalize(); /* else the white space around them counts twice */
    return page;
  }
  /* what reads otherwise, down to the smallest piece, with what takes its place; nothing where it cannot be put in */
  function pieces(was, next, here) {
    if (was.isEqualNode(next)) return [];
    const now = [...here.children].filter(e => !e.matches(OURS + ", " + ADDED));
    const own = e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join("|");
    const open = e => e.cloneNode(false);
    if (was.tagName === next.tagName && open(was).isEqualNode(open(next)) && own(was) === own(next)
      && was.children.length === next.children.length && now.length === was.children.length)
      return now.reduce((all, e, i) => { const more = all && pieces(was.children[i], next.children[i], e); return more && all.concat(more); }, []);
    if (here.closest(CLOSED) || [was, next, here].some(e => e.matches(HELD + ", html, head, body, main") || e.querySelector(HELD))) return null;
    return [[here, next]];
  }
  function come(told) {
    try {
      const page = told.page && was && read(told.page), found = page && pieces(was.documentElement, page.documentElement, d.documentElement);
      if (found) {
        found.forEach(([here, next]) => here.replaceWith(d.importNode(next, true)));
        was = page;
        own = told.print;
        return places();
      }
    } catch (e) { /* then as a whole */ }
    keep();
    location.reload();
  }

  /* whoever saves while nobody answers has to know */
  function gone(is) {
    if (lost) lost.remove();
    lost = is ? d.body.appendChild(make("p", "live-over live-over--small", say.gone)) : null;
    if (lost) lost.setAttribute("role", "status");
  }
  function listen() {
    news = new EventSource("/__live/events?page=" + encodeURIComponent(path) + "&lang=" + (zh ? "zh" : "en") + "&print=" + (own || ""));
    news.onerror = () => { late = late || setTimeout(() => gone(true), 1500); };
    news.onmessage = function (e) {
      late = clearTimeout(late);
      gone(false);
      const told = JSON.parse(e.data);
      if (told.problems.length) return cover(told.problems);
      cover([]);
      if (told.print !== own) come(told); else places();
    };
  }
  /* a hidden page holds no connection: a browser has few of them for one server */
  d.addEventListener("visibilitychange", function () {
    if (d.hidden) { late = clearTimeout(late); if (news) news.close(); news = null; } else if (!news) listen();
  });
  window.addEventListener("pagehide", () => news && news.close());

  /* beside every fact a way to the line it was written in */
  function places() {
    fetch("/__live/places.json").then(r => r.json()).then(function (all) {
      d.querySelectorAll(".live-edit").forEach(e => e.remove());
      const told = new Map(); /* a row says once where it was written */
      d.querySelectorAll("[data-fact]").forEach(function (e) {
        const at = /^(.*):(\d+):(\d+)$/.exec(all[e.dataset.fact] || "");
        if (!at || !at[1]) return;
        const row = e.closest("li, tr, p, dd, dt, h1, h2, h3, figcaption") || e;
        if (!told.has(row)) told.set(row, new Set());
        if (told.get(row).has(at[1] + at[2])) return;
        told.get(row).add(at[1] + at[2]);
        const a = make("a", "live-edit", "✎");
        a.href = address({ path: at[1], line: +at[2] });
        a.title = at[1] + ":" + at[2];
        a.setAttribute("aria-label", say.edit + " " + a.title);
        if (e.closest("a, button, svg")) e.closest("a, button, svg").after(a); else e.append(a);
        /* among boxes side by side it would be one of them, and take a row of its own */
        const shown = x => x ? getComputedStyle(x).display : "", beside = a.previousElementSibling;
        const apart = /grid|flex/.test(shown(a.parentElement)), below = /^(block|grid|flex)/.test(shown(beside));
        if (below) beside.before(a);
        a.classList.toggle("live-edit--apart", apart || below);
      });
    });
  }
  const pen = make("button", "live-pen", "✎ " + say.edit);
  pen.type = "button";
  const editing = on => { d.documentElement.classList.toggle("live-editing", on); pen.setAttribute("aria-pressed", on); };
  pen.onclick = () => {
    const on = pen.getAttribute("aria-pressed") !== "true";
    editing(on);
    try { sessionStorage.setItem("live-editing", on ? "1" : ""); } catch (e) { /* for this page only */ }
  };
  try { editing(!!sessionStorage.getItem("live-editing")); } catch (e) { editing(false); }
  if (d.body.className !== "live-empty") d.body.append(pen);
  back();
  /* its source, if nothing has changed since it was loaded */
  fetch(location.href).then(r => r.text()).then(text => { if (!was && text.includes('data-print="' + own + '"')) was = read(text); });
  if (!d.hidden) listen();
})();
