/* Search by substring over what search-index.js has set as `searchIndex`: nothing is cut into words, so nothing is missed.
   Adds searchIndex.find(words, number of the language) -> hits, best first; fills <form data-find> (macros/search.html).
   A large index has parts, which come once somebody has typed, a few at a time; what is there is searched meanwhile, in slices,
   so that typing never waits, and a newer query ends an older one.
   Hits are a list of links, no listbox: links open elsewhere, can be copied, and whatever reads a page aloud knows them. */
(function () {
  "use strict";
  var d = document, root = d.documentElement, index = self.searchIndex, form = d.querySelector("form[data-find]");
  if (!index || index.find) return;
  var SOME = 12, MANY = 50, LONGEST = 200, SLICE = 8, PATIENCE = 150, AT_ONCE = 3;
  var SIGNS = /\p{Script=Han}|\P{Script=Han}+/gu, WORD = /[\p{L}\p{N}]/u, DIGIT = /\d/;
  /* how good a hit is where it is: the whole, its beginning, the beginning of a word, within; 7 for other words, 8 and 9 for facts */
  var TITLE = [0, 2, 3, 4], OTHER = [1, 3, 4, 5], SOUND = [2, 5, 5];

  /* Width, case, accents, spaces and quotes gone. Each sign is folded by itself, so a piece of a name folds to a piece of the folded name. */
  var folded = new Map();
  function sign(c) {
    var f = folded.get(c);
    if (f === undefined) folded.set(c, f = c.normalize("NFKD").replace(/[\s\u0300-\u036f“”‘’"'「」『』]/g, "").replace(/[‐-―−]/g, "-").toLowerCase());
    return f;
  }
  /* Most signs stay what they are, and these are not asked about. */
  function fold(words) {
    return words.replace(/[^a-z0-9\u3400-\u9fff]/gu, sign);
  }
  /* The same, and each sign of `text` stands in `words` from `at` to `to`. */
  function placed(words) {
    var f = { text: "", at: [], to: [], words }, n = 0, c;
    for (c of words) add(f, fold(c), n, n += c.length);
    return f;
  }
  function add(f, text, at, to) {
    f.text += text;
    for (var i = text.length; i--;) { f.at.push(at); f.to.push(to); }
  }
  /* A name as it sounds, or the first letters of that; each letter stands where its sign does in the name. */
  function sounding(words, sound) {
    var f = { text: "", at: [], to: [], words, sound: 1 }, signs = words.match(SIGNS), at = 0;
    sound.split(" ").forEach((said, n) => add(f, fold(said), at, at += (signs[n] || "").length));
    return f;
  }
  function begins(f, i) {
    var before = f.text[i - 1];
    if (f.sound || !i) return f.at[i] !== f.at[i - 1];
    return f.to[i - 1] < f.at[i] || !WORD.test(before) || DIGIT.test(before) !== DIGIT.test(f.text[i]);
  }
  /* what it is, and where */
  function about(row, words, lang) {
    return [row[2], row[3]].map(n => words[n][lang]).filter(Boolean).join(index.say[lang].dot);
  }
  /* All that an entry is found by, in a fixed order; to be rated it need not be said what it is and where. */
  function fields(row, words) {
    var out = [], fact = row[1] > 2;
    index.langs.forEach((_, lang) => {
      row[5][lang].forEach((name, n) => {
        var by = fact ? 8 : n ? OTHER : TITLE, title = !n, plain = name.pop ? name[0] : name;
        out.push({ words: plain, by, lang, title });
        if (name.pop) [name[1], name[1].replace(/(^| )([a-z])\S*/g, "$1$2")].forEach(sound => out.push({ words: plain, sound, by: SOUND, lang, title }));
      });
      out.push({ words: words && about(row, words, lang), by: fact ? 9 : 7, lang, about: 1 }, { words: row[6][lang], by: fact ? 9 : 7, lang });
    });
    return out;
  }
  function f(field) {
    return field.f = field.f || (field.sound ? sounding(field.words, field.sound) : placed(field.words));
  }
  function where(field, text, q) {
    var i = text.indexOf(q);
    if (i < 1) return i || (text.length > q.length ? 1 : 0);
    for (; i > 0; i = text.indexOf(q, i + 1)) if (begins(f(field), i)) return 2;
    return 3;
  }

  /* A file of the index: its entries' fields, folded, as one long text; an entry begins in it where `starts` says. */
  var blocks = [];
  function take(part, base) {
    var text = "", starts = [];
    part.items.forEach(row => {
      starts.push(text.length);
      fields(row, part.words).forEach(x => text += fold(x.sound || x.words) + "\n");
    });
    starts.push(text.length);
    blocks.push({ rows: part.items, words: part.words, base, text, starts });
  }
  function best(all, texts, q, lang) {
    var found = null;
    texts.forEach((text, n) => {
      var field = all[n], level;
      if (found && field.by[0] > found.level || text.indexOf(q) < 0) return;
      level = field.by > 6 ? found ? NaN : field.by : field.by[field.sound && !q[1] ? -1 : where(field, text, q)];
      level += (field.lang === lang ? 0 : .2) + (field.sound ? .1 : 0);
      if (level >= 0 && (!found || level < found.level)) found = { level, at: n };
    });
    return found;
  }
  function asked(words) {
    return words.slice(0, LONGEST).split(/\s+/).map(fold).filter(Boolean);
  }
  /* Every word must hit: best all of them as one, else each by itself, as good as the worst. Then the plan's own things come
     first, then the shorter name. */
  function rate(b, n, all, lang) {
    var row = b.rows[n], texts = b.text.slice(b.starts[n], b.starts[n + 1] - 1).split("\n"), mine = fields(row), hit, each, worst, name;
    hit = best(mine, texts, all.join(""), lang);
    each = all[1] && all.map(q => best(mine, texts, q, lang));
    if (each && each.every(Boolean)) {
      worst = each.reduce((a, b) => b.level > a.level ? b : a);
      if (!hit || worst.level + .5 < hit.level) hit = { level: worst.level + .5, at: worst.at };
    }
    if (!hit) return null;
    name = row[5][lang][0];
    return { level: hit.level, at: hit.at, row, b, n: row[1] * 1e6 + (name.pop ? name[0] : name).length * 1e3 + (b.base + n) / 1e3 };
  }
  /* One hit after the other, from a block on, in no order; null where there was a candidate or a block without one. */
  function* scan(all, lang, from) {
    var long = all.reduce((a, b) => b.length > a.length ? b : a, ""), b, n, at;
    for (; long && (b = blocks[from]); from++) {
      for (n = 0; (at = b.text.indexOf(long, b.starts[n])) >= 0; n++) {
        while (b.starts[n + 1] <= at) n++;
        yield rate(b, n, all, lang);
      }
      yield null;
    }
  }
  function order(a, b) {
    return a.level - b.level || a.n - b.n;
  }
  index.find = function (words, lang) {
    return [...scan(asked(words), lang, 0)].filter(Boolean).sort(order);
  };
  take(index, 0);
  var known = index.items.length, parts = (index.parts || []).map(([path, size], n) => {
    var part = { path, size, n, base: known };
    known += size;
    return part;
  });
  index.add = function (n, part) {
    if (!parts[n] || parts[n].done || part.items.length !== parts[n].size) return;
    parts[n].done = 1;
    take(part, parts[n].base);
  };
  if (!form) return;

  var input = form.querySelector("[type=search]"), said = form.querySelector("[data-said]"), list = form.querySelector("[data-hits]");
  var lang = Math.max(0, index.langs.findIndex(l => l[0] === root.lang)), say = index.say[lang];
  var whole = "all" in form.dataset, atoz = d.querySelector("[data-atoz]");

  function make(tag, name, words) {
    var e = d.createElement(tag);
    if (name) e.className = name;
    e.textContent = words || "";
    return e;
  }
  /* words with what was asked for in <mark>; `cut`: no more of them than stands around the first */
  function marked(e, f, all, cut) {
    var on = [], from = 0, to = f.words.length;
    all.forEach(q => {
      for (var i = f.text.indexOf(q); i >= 0; i = f.text.indexOf(q, i + q.length)) if (!f.sound || begins(f, i)) on.push([f.at[i], f.to[i + q.length - 1]]);
    });
    on.sort((a, b) => a[0] - b[0]);
    if (cut && on[0]) { from = on[0][0] > 30 ? on[0][0] - 20 : 0; to = Math.min(to, on[0][1] + 70); }
    e.append(from ? "…" : "");
    on.forEach(span => {
      if (span[0] < from || span[1] > to) return;
      e.append(f.words.slice(from, span[0]), make("mark", "", f.words.slice(span[0], from = span[1])));
    });
    e.append(f.words.slice(from, to) + (to < f.words.length ? "…" : ""));
    return e;
  }
  function basis(n) {
    var svg = d.createElementNS("http://www.w3.org/2000/svg", "svg"), use = svg.appendChild(d.createElementNS("http://www.w3.org/2000/svg", "use"));
    svg.setAttribute("class", "mk b-" + index.bases[n]);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", index.basis[lang][n]);
    use.setAttribute("href", "#m-" + index.bases[n]);
    return svg;
  }
  /* the title, what it is and where; under it what was hit, where the title does not show it */
  function entry(hit, all) {
    var row = hit.row, mine = fields(row, hit.b.words), field = mine[hit.at], li = make("li"), a = li.appendChild(make("a")), also;
    var shown = mine.find(x => x.title && x.lang === lang && where(x, f(x).text, all[0]) >= 0);
    a.href = form.dataset.root + index.langs[lang][1] + row[0];
    if (root.dataset.only && location.protocol === "file:") a.search = "?only=stated";
    if (row[4] >= 0) a.append(basis(row[4]), " ");
    a.append(marked(make("span", "find__title"), f(shown || mine.find(x => x.lang === lang)), all), " ");
    a.append(marked(make("span", "find__kind"), placed(about(row, hit.b.words, lang)), all));
    if (shown || field.lang === lang && (field.title || field.about)) return li;
    also = li.appendChild(marked(make("span", "find__also"), f(field), all, field.by > 6));
    if (field.lang !== lang) also.lang = index.langs[field.lang][0];
    return li;
  }
  function fill(words, of) {
    return words.replace(/\{(\w+)\}/g, (_, key) => of[key]);
  }
  function count(n, m) {
    return fill(say[n] || (n > m ? say.first : say.some), { n, m });
  }
  /* Says something once: what is read aloud is read again whenever it is set. */
  function tell(e, words) {
    if (e.textContent !== words) e.textContent = words;
  }

  /* The query that is looked for: `best` of its hits in order, `found` of them in all, `run` what is left to be scanned. */
  var now = { all: [], best: [] }, coming = 0, far = parts[0] && make("p", "find__said"), lost = parts[0] && make("p", "find__lost"), again;
  if (far) {
    said.after(far);
    list.before(lost);
    lost.setAttribute("role", "status");
    again = make("button", "find__again", say.again);
    again.type = "button";
    again.onclick = function () {
      input.focus();
      parts.forEach(part => part.failed = 0);
      bring();
      draw();
    };
  }
  function show() {
    start(input.value.slice(0, LONGEST), whole ? MANY : SOME);
    if (whole) keep(now.all[0] ? now.words : "");
  }
  function start(words, room, lis, to) {
    var all = asked(words);
    clearTimeout(now.timer);
    now = { words, all, room, to, best: [], lis: lis || new Map(), found: 0, seen: blocks.length, since: performance.now(), run: scan(all, lang, 0) };
    step(now);
  }
  /* A slice of the scan. */
  function step(query) {
    var end = performance.now() + SLICE, next;
    do if ((next = query.run.next()).value) put(query, next.value); while (!next.done && performance.now() < end);
    query.timer = next.done ? 0 : setTimeout(step, 0, query);
    if (next.done) query.seen = blocks.length;
    if (!next.done && end - query.since < PATIENCE) return;
    query.since = end;
    draw();
    if (next.done) bring();
  }
  function put(query, hit) {
    var best = query.best, i = best.length;
    if (root.dataset.only && /inferred|external/.test(index.bases[hit.row[4]])) return;
    query.found++;
    while (i && order(hit, best[i - 1]) < 0) i--;
    if (i < query.room) best.splice(i, 0, hit);
    if (best.length > query.room) best.pop();
  }
  /* Parts that are still to come, while somebody looks for something. */
  function bring() {
    var part;
    while (now.all[0] && coming < AT_ONCE && (part = parts.find(p => !p.asked && !p.failed))) load(part);
  }
  function load(part) {
    var e = make("script");
    part.asked = ++coming;
    e.src = form.dataset.root + part.path;
    e.onload = e.onerror = function () {
      e.remove();
      coming--;
      part.failed = !part.done;
      if (part.failed) part.asked = 0;
      if (now.timer || !now.all[0]) return bring();
      now.run = scan(now.all, lang, now.seen);
      step(now);
    };
    d.head.append(e);
  }
  function draw() {
    var query = now, all = query.all, some = query.best, left = query.timer || parts.find(p => !p.done && !p.failed), more;
    lay(some.map(hit => {
      if (!query.lis.has(hit.row)) query.lis.set(hit.row, entry(hit, all[1] ? [all.join(""), ...all] : all));
      return query.lis.get(hit.row);
    }));
    if (!left || !all[0]) tell(said, all[0] ? count(query.found, some.length) : "");
    else if (far) tell(said, say.wait);
    if (far) told(left && all[0]);
    if (some[query.to]) list.children[query.to].firstChild.focus();
    query.to = -1;
    if (atoz) atoz.hidden = !!all[0] && !!some[0];
    if (query.found <= some.length || left && whole) return;
    if (whole) {
      more = make("button", "find__all", fill(say.more, { n: Math.min(MANY, query.found - some.length) }));
      more.type = "button";
      more.onclick = further;
    } else {
      more = make("a", "find__all", say.all);
      more.href = form.action + "?" + new URLSearchParams({ q: query.words });
    }
    list.appendChild(make("li")).append(more);
  }
  /* How far it has come, not read aloud; and what did not come. */
  function told(left) {
    var failed = now.all[0] && !left && parts.some(p => p.failed), n = blocks.reduce((n, b) => n + b.rows.length, 0);
    far.textContent = left ? fill(say.so_far, { n, all: known, found: now.found }) : "";
    if (!failed !== !lost.firstChild) lost.replaceChildren(...(failed ? [say.lost + " ", again] : []));
  }
  /* The list as it should be; what stands in its place is not moved, so that it keeps the focus. */
  function lay(lis) {
    lis.forEach((li, i) => { if (list.children[i] !== li) list.insertBefore(li, list.children[i] || null); });
    while (list.children[lis.length]) {
      if (list.lastChild.contains(d.activeElement)) input.focus({ preventScroll: true });
      list.lastChild.remove();
    }
  }
  /* The next ones, with the focus on the first of them. */
  function further() {
    start(now.words, now.room + MANY, now.lis, now.best.length);
  }
  function keep(words) {
    var address = new URL(location);
    if (words) address.searchParams.set("q", words); else address.searchParams.delete("q");
    try { history.replaceState(null, "", address); } catch (e) { /* the page stands all the same */ }
  }
  form.addEventListener("keydown", function (e) {
    var links = [...list.querySelectorAll("a, button")], to = links.indexOf(d.activeElement) + { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (e.isComposing || !(to > -2) || to >= links.length) return;
    e.preventDefault();
    (links[to] || input).focus();
  });
  input.addEventListener("input", show);
  if (whole) input.value = input.value || new URLSearchParams(location.search).get("q") || "";
  if (input.value) show();
})();
