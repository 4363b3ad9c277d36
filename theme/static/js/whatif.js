/* What if: one growth rate, and where it leads. The arithmetic of model/whatif.py again; both read the cases of
   tests/whatif.json. Words and numbers come from the page; the rate stands in the address (#rate=12.5).
   <aside data-whatif data-start data-base data-due data-goal data-strict data-even data-low data-high data-point>
     [data-live] hidden until there is script: [data-slider] [data-field] [data-wrong] [data-even-rate]
       [data-said] what comes of it, with data-reached, data-late, data-never; [data-tell] the same, for the ear
       tr[data-year] with [data-index] and [data-needed]; svg with [data-line] and [data-dots]
     [data-still] the table that stands without script
   data-quiet: shown only where the address asks for a rate (in frames). */
(function () {
  "use strict";
  var NEAR = 1e-9, FAR = 100;

  function cents(v) { return Math.round((v + (v < 0 ? -NEAR : NEAR)) * 100) / 100; }
  function outcome(aim, rate) {
    function index(year) { return aim.base * Math.pow(1 + rate / 100, year - aim.start); }
    function lacks(value) { return aim.goal >= aim.base ? aim.goal - value : value - aim.goal; }
    function enough(value) { return aim.strict ? lacks(value) < -NEAR : lacks(value) <= NEAR; }
    var years = [], reached = null, year;
    for (year = aim.start; year <= aim.due; year++) years.push({
      year: year, index: cents(index(year)),
      needed: year < aim.due ? cents((Math.pow(aim.goal / index(year), 1 / (aim.due - year)) - 1) * 100) : null
    });
    for (year = aim.start; reached === null && year <= aim.start + FAR; year++) if (enough(index(year))) reached = year;
    return { rate: rate, years: years, reached: reached, shortfall: Math.max(0, cents(lacks(index(aim.due)))) };
  }
  /* what people type: full-width digits, a comma, a percent sign, a typographer's minus */
  function number(words) {
    var plain = words.normalize("NFKC").replace(/[\s%]/g, "").replace(/[−–﹣]/g, "-").replace(/[,，。]/g, ".");
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? +plain : NaN;
  }
  function Block(box) {
    var data = box.dataset, low = +data.low, high = +data.high, even = +data.even, timer = 0, rate = even;
    var aim = { start: +data.start, base: +data.base, due: +data.due, goal: +data.goal, strict: data.strict === "true" };
    function one(name) { return box.querySelector("[data-" + name + "]"); }
    var slider = one("slider"), field = one("field"), wrong = one("wrong"), said = one("said"), tell = one("tell");
    var line = one("line"), dots = box.querySelectorAll("[data-dots] circle"), rows = box.querySelectorAll("tr[data-year]");

    function print(v, digits) {
      var text = Math.abs(v).toFixed(digits === undefined ? 2 : digits).replace(/\.00$/, "").replace(".", data.point);
      return (v < 0 && +text !== 0 ? "−" : "") + text;
    }
    function asked() {
      var found = /(?:^#|&)rate=([^&]+)/.exec(location.hash), v = NaN;
      try { v = found ? number(decodeURIComponent(found[1])) : NaN; } catch (e) { /* not an address of ours */ }
      return isNaN(v) ? NaN : Math.min(high, Math.max(low, v));
    }
    function sentence(out) {
      var last = out.years[out.years.length - 1];
      var words = out.reached === null ? said.dataset.never : out.reached > aim.due ? said.dataset.late : said.dataset.reached;
      return words.replace("{rate}", print(out.rate)).replace("{index}", print(last.index))
        .replace("{gap}", print(out.shortfall)).replace("{year}", out.reached);
    }
    function draw(out) {
      var y0 = +line.dataset.y0, unit = +line.dataset.unit, x0 = +line.dataset.x0, step = +line.dataset.step;
      var points = out.years.map(function (p, i) { return [x0 + i * step, y0 - p.index * unit]; });
      line.setAttribute("d", "M" + points.map(function (p) { return p[0].toFixed(1) + " " + p[1].toFixed(1); }).join("L"));
      dots.forEach(function (dot, i) { dot.setAttribute("cx", points[i][0].toFixed(1)); dot.setAttribute("cy", points[i][1].toFixed(1)); });
    }
    function show(v, from) {
      rate = v;
      var out = outcome(aim, v), words = sentence(out);
      if (from !== slider) slider.value = v;
      slider.setAttribute("aria-valuetext", print(v) + " %");
      if (from !== field) field.value = print(v);
      field.removeAttribute("aria-invalid");
      wrong.hidden = true;
      rows.forEach(function (row, i) {
        row.querySelector("[data-index]").textContent = print(out.years[i].index);
        var cell = row.querySelector("[data-needed]");
        if (out.years[i].needed !== null) cell.textContent = print(out.years[i].needed) + " %";
      });
      draw(out);
      said.textContent = words;
      clearTimeout(timer);
      timer = setTimeout(function () { if (from) tell.textContent = words; }, 600);
    }
    function keep() {
      try { history.replaceState(null, "", "#rate=" + rate); } catch (e) { /* a frame may not */ }
    }
    slider.addEventListener("input", function () { show(+slider.value, slider); });
    slider.addEventListener("change", keep);
    field.addEventListener("input", function () {
      var v = number(field.value), ok = v >= low && v <= high;
      if (ok) { show(v, field); keep(); return; }
      field.setAttribute("aria-invalid", "true");
      wrong.hidden = false;
    });
    field.addEventListener("change", function () { show(rate, box); });
    one("even-rate").addEventListener("click", function () { show(even, box); keep(); });
    addEventListener("hashchange", function () { open(asked()); });
    function open(v) {
      if (isNaN(v)) return;
      box.hidden = false;
      show(v, null);
    }
    one("still").hidden = true;
    one("live").hidden = false;
    show(even, null);
    var first = asked();
    open(first);
    if (!isNaN(first) && parent === window) box.scrollIntoView();
  }
  window.policyWhatIf = { outcome: outcome, number: number };
  document.querySelectorAll("[data-whatif]").forEach(Block);
})();
