/* The live chart, on intent: plotly.js draws over the static picture, which stays and stays readable.
   What the page holds (nothing is fetched but the two files it names; without script the picture stands):
   <figure data-chart="ID" data-plotly="plotly.js" data-plotly-css="its sheet" data-tokens='{"#191d22":"--text",…}'>
     <div class="chart"> <div class="chart__wide">SVG</div> <div class="chart__narrow">SVG</div> </div>
     <script type="application/json" data-figure="wide">…</script> and one with "narrow"
     <button type="button" data-explore hidden data-live="what it says once live" data-failed="or if it failed">
   </figure>
   The figure's data-state goes from idle to loading to live or failed. After a failure the button tries again.
   A figure is drawn at its own width and scaled by a transform, so that it lies on the picture, pixel on pixel. */
(function () {
  "use strict";
  var d = document, root = d.documentElement, scripts = {}, charts = [];
  var dark = matchMedia("(prefers-color-scheme: dark)");

  function script(url) {
    return scripts[url] = scripts[url] || new Promise(function (resolve, reject) {
      var s = d.createElement("script");
      s.src = url;
      s.onload = resolve;
      s.onerror = function () { delete scripts[url]; s.remove(); reject(new Error(url)); };
      d.head.append(s);
    });
  }

  /* plotly.js writes its rules into the element of this name; under a strict policy it must find a link there. */
  function sheet(url) {
    if (!url || d.getElementById("plotly.js-style-global")) return;
    var l = d.createElement("link");
    l.rel = "stylesheet";
    l.href = url;
    l.id = "plotly.js-style-global";
    l.className = "no-inline-styles";
    d.head.append(l);
  }

  /* The full bundle adds the style of its maps unless an element of that name stands there already. */
  function hold(ids) {
    (ids || "").split(" ").forEach(function (id) {
      if (!id || d.getElementById(id)) return;
      var m = d.createElement("meta");
      m.id = id;
      d.head.append(m);
    });
  }

  /* What a custom property is right now, as #rrggbb: light-dark() resolves only where it is used. */
  function colours(fig) {
    var out = {}, probe = d.createElement("i"), tokens = JSON.parse(fig.dataset.tokens || "{}");
    probe.hidden = true;
    fig.append(probe);
    Object.keys(tokens).forEach(function (hex) {
      probe.style.color = "var(" + tokens[hex] + ")";
      var rgb = getComputedStyle(probe).color.match(/^rgba?\((\d+), (\d+), (\d+)/);
      out[hex] = rgb ? "#" + rgb.slice(1).map(function (v) { return (+v + 256).toString(16).slice(1); }).join("") : hex;
    });
    probe.remove();
    return out;
  }

  function themed(value, map) {
    if (typeof value === "string") {
      var hex = value.slice(0, 7);
      return /^#[0-9a-f]{6}([0-9a-f]{2})?$/.test(value) && map[hex] ? map[hex] + value.slice(7) : value;
    }
    if (Array.isArray(value)) return value.map(function (v) { return themed(v, map); });
    if (!value || typeof value !== "object") return value;
    return Object.keys(value).reduce(function (o, k) { o[k] = themed(value[k], map); return o; }, {});
  }

  function Chart(fig) {
    var box = fig.querySelector(".chart"), button = fig.querySelector("[data-explore]"), div, name, width;
    var config = { displayModeBar: false, showSendToCloud: false, displaylogo: false, responsive: false,
      doubleClick: false, showTips: false, typesetMath: false };

    function state(now) {
      fig.dataset.state = now;
      if (button && button.dataset[now]) button.textContent = button.dataset[now];
    }
    function shown() {
      var wide = box.querySelector(".chart__wide");
      return wide && getComputedStyle(wide).display !== "none" ? "wide" : "narrow";
    }
    function fit() {
      if (div && width) div.style.transform = "scale(" + box.clientWidth / width + ")";
    }
    function draw() {
      name = shown();
      var text = fig.querySelector('script[data-figure="' + name + '"]').textContent;
      var figure = themed(JSON.parse(text), colours(fig)), svg = box.querySelector(".chart__" + name + " svg");
      width = figure.layout.width;
      div.lang = svg && svg.getAttribute("lang") || "";
      div.style.width = width + "px";
      div.style.height = figure.layout.height + "px";
      fit();
      return window.Plotly.react(div, figure.data, figure.layout, config);
    }
    function go() {
      hold(fig.dataset.plotlyStyles);
      sheet(fig.dataset.plotlyCss);
      state("loading");
      script(fig.dataset.plotly).then(function () {
        if (!div) {
          div = d.createElement("div");
          div.className = "chart__live";
          div.setAttribute("aria-hidden", "true");
          box.append(div);
        }
        return draw();
      }).then(function () {
        state("live");
        var tester = d.getElementById("js-plotly-tester");
        if (tester) tester.setAttribute("aria-hidden", "true");
      }).catch(function () {
        if (div) div.remove();
        div = null;
        state("failed");
      });
    }

    state("idle");
    ["pointerenter", "focusin", "touchstart"].forEach(function (event) {
      fig.addEventListener(event, function () { if (fig.dataset.state === "idle") go(); }, { passive: true });
    });
    if (button) {
      button.hidden = false;
      button.setAttribute("aria-live", "polite");
      button.addEventListener("click", function () { if (/idle|failed/.test(fig.dataset.state)) go(); });
    }
    if (window.ResizeObserver) new ResizeObserver(function () {
      if (fig.dataset.state === "live" && shown() !== name) draw();
      else fit();
    }).observe(box);
    return { redraw: function () { if (fig.dataset.state === "live") draw(); } };
  }

  function redraw() { charts.forEach(function (chart) { chart.redraw(); }); }
  d.querySelectorAll("figure[data-chart][data-plotly]").forEach(function (fig) {
    if (fig.dataset.plotly && fig.querySelector(".chart")) charts.push(Chart(fig));
  });
  dark.addEventListener("change", redraw);
  new MutationObserver(redraw).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
})();
