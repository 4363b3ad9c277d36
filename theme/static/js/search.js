/* Search by substring over what search-index.js has set as `searchIndex`: nothing is cut into words, so nothing is missed.
   Adds searchIndex.find(words, number of the language) -> hits, best first; fills <form data-find> (macros/search.html).
   Hits are a list of links, no listbox: links open elsewhere, can be copied, and whatever reads a page aloud knows them. */
(function () {
  "use strict";
  var d = document, root = d.documentElement, index = self.searchIndex, form = d.querySelector("form[data-find]");
  if (!index || index.find) return;
  var SOME = 12, LONGEST = 200, SIGNS = /\p{Script=Han}|\P{Script=Han}+/gu, WORD = /[\p{L}\p{N}]/u, DIGIT = /\d/;
  /* how good a hit is where it is: the whole, its beginning, the beginning of a word, within; 7 for other words, 8 and 9 for facts */
  var TITLE = [0, 2, 3, 4], OTHER = [1, 3, 4, 5], SOUND = [2, 5, 5];

  /* Width, case, accents, spaces and quotes gone; each sign of `text` stands in `words` from `at` to `to`. */
  function fold(words) {
    var f = { text: "", at: [], to: [], words }, n = 0, c, code;
    for (c of words) {
      code = c.codePointAt(0);
      add(f, code > 0x33ff && code < 0xa000 ? c : c.normalize("NFKD").replace(/[\s\u0300-\u036f“”‘’"'「」『』]/g, "").replace(/[‐-―−]/g, "-").toLowerCase(), n, n += c.length);
    }
    return f;
  }
  function add(f, text, at, to) {
    f.text += text;
    for (var i = text.length; i--;) { f.at.push(at); f.to.push(to); }
  }
  /* A name as it sounds, or the first letters of that; each letter stands where its sign does in the name. */
  function sounding(words, sound, first) {
    var f = { text: "", at: [], to: [], words, sound: 1 }, signs = words.match(SIGNS), at = 0;
    sound.split(" ").forEach((said, n) => {
      add(f, fold(first ? said.replace(/^([a-z]).*/, "$1") : said).text, at, at += (signs[n] || "").length);
    });
    return f;
  }
  function begins(f, i) {
    var before = f.text[i - 1];
    if (f.sound || !i) return f.at[i] !== f.at[i - 1];
    return f.to[i - 1] < f.at[i] || !WORD.test(before) || DIGIT.test(before) !== DIGIT.test(f.text[i]);
  }
  function where(f, q) {
    var i = f.text.indexOf(q);
    if (i < 1) return i || (f.text.length > q.length ? 1 : 0);
    for (; i > 0; i = f.text.indexOf(q, i + 1)) if (begins(f, i)) return 2;
    return 3;
  }
  function plain(name) {
    return name.pop ? name[0] : name;
  }
  /* what it is, and where */
  function about(row, lang) {
    return [row[2], row[3]].map(n => index.words[n][lang]).filter(Boolean).join(index.say[lang].dot);
  }
  function fields(row, lang) {
    var out = [], by = row[1] > 2 ? 9 : 7;
    row[5][lang].forEach((name, n) => {
      out.push({ f: fold(plain(name)), by: row[1] > 2 ? 8 : n ? OTHER : TITLE, lang, title: !n });
      if (name.pop) [0, 1].forEach(first => out.push({ f: sounding(name[0], name[1], first), by: SOUND, lang, title: !n }));
    });
    out.push({ f: fold(about(row, lang)), by, lang, about: 1 }, { f: fold(row[6][lang]), by, lang });
    return out;
  }
  var items = index.items.map(row => {
    var all = index.langs.flatMap((_, lang) => fields(row, lang));
    return { row, fields: all, sizes: row[5].map(names => plain(names[0]).length), text: all.map(x => x.f.text).join("\n") };
  });
  function best(item, q, lang) {
    var found = null;
    if (item.text.indexOf(q) >= 0) item.fields.forEach(field => {
      if (found && field.by[0] > found.level) return;
      var f = field.f, level = field.by > 6 ? found || f.text.indexOf(q) < 0 ? NaN : field.by : field.by[f.sound && !q[1] ? -1 : where(f, q)];
      level += (field.lang === lang ? 0 : .2) + (f.sound ? .1 : 0);
      if (level >= 0 && (!found || level < found.level)) found = { level, field };
    });
    return found;
  }
  function asked(words) {
    return words.slice(0, LONGEST).split(/\s+/).map(word => fold(word).text).filter(Boolean);
  }
  /* Every word must hit: best all of them as one, else each by itself, as good as the worst. Then the plan's own things come
     first, then the shorter name. */
  index.find = function (words, lang) {
    var all = asked(words), whole = all.join("");
    return !whole ? [] : items.map((item, n) => {
      var hit = best(item, whole, lang), each = all[1] && all.map(q => best(item, q, lang)), worst;
      if (each && each.every(Boolean)) {
        worst = each.reduce((a, b) => b.level > a.level ? b : a);
        if (!hit || worst.level + .5 < hit.level) hit = { ...worst, level: worst.level + .5 };
      }
      return hit && { ...item, ...hit, n: item.row[1] * 1e6 + item.sizes[lang] * 1e3 + n / 1e3 };
    }).filter(Boolean).sort((a, b) => a.level - b.level || a.n - b.n);
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
    var row = hit.row, field = hit.field, li = make("li"), a = li.appendChild(make("a")), also;
    var shown = hit.fields.find(x => x.title && x.lang === lang && where(x.f, all[0]) >= 0);
    a.href = form.dataset.root + index.langs[lang][1] + row[0];
    if (root.dataset.only && location.protocol === "file:") a.search = "?only=stated";
    if (row[4] >= 0) a.append(basis(row[4]), " ");
    a.append(marked(make("span", "find__title"), (shown || hit.fields.find(x => x.lang === lang)).f, all), " ");
    a.append(marked(make("span", "find__kind"), fold(about(row, lang)), all));
    if (shown || field.lang === lang && (field.title || field.about)) return li;
    also = li.appendChild(marked(make("span", "find__also"), field.f, all, field.by > 6));
    if (field.lang !== lang) also.lang = index.langs[field.lang][0];
    return li;
  }
  function count(n, m) {
    return (say[n] || (n > m ? say.first : say.some)).replace("{n}", n).replace("{m}", m);
  }
  function show() {
    var words = input.value.slice(0, LONGEST), all = asked(words), hits = index.find(words, lang);
    if (root.dataset.only) hits = hits.filter(hit => !/inferred|external/.test(index.bases[hit.row[4]]));
    var some = whole ? hits : hits.slice(0, SOME);
    list.replaceChildren(...some.map(hit => entry(hit, all[1] ? [all.join(""), ...all] : all)));
    said.textContent = all[0] ? count(hits.length, some.length) : "";
    if (atoz) atoz.hidden = !!all[0] && !!hits[0];
    if (whole) return keep(all[0] ? words : "");
    if (hits[SOME]) list.appendChild(make("li")).appendChild(make("a", "find__all", say.all)).href = form.action + "?" + new URLSearchParams({ q: words });
  }
  function keep(words) {
    var address = new URL(location);
    if (words) address.searchParams.set("q", words); else address.searchParams.delete("q");
    try { history.replaceState(null, "", address); } catch (e) { /* the page stands all the same */ }
  }
  form.addEventListener("keydown", function (e) {
    var links = [...list.querySelectorAll("a")], to = links.indexOf(d.activeElement) + { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (e.isComposing || !(to > -2) || to >= links.length) return;
    e.preventDefault();
    (links[to] || input).focus();
  });
  input.addEventListener("input", show);
  if (whole) input.value = input.value || new URLSearchParams(location.search).get("q") || "";
  if (input.value) show();
})();
