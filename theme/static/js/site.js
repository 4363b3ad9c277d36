/* One classic script: light and dark, the plan's own words only, filters, and the way to search, whose
   script and index come with its first use. The page is whole without it. It is small and not deferred: what
   changes how a page looks is settled before the first paint, the rest once the page is there. */
(function () {
  "use strict";
  var d = document, root = d.documentElement;
  root.classList.remove("no-js");
  function stored(key, value) {
    try {
      if (value !== undefined) localStorage.setItem(key, value);
      return localStorage.getItem(key);
    } catch (e) { return null; }
  }
  function pressed(mark, act) {
    d.querySelectorAll(mark).forEach(function (button) { button.addEventListener("click", act); });
  }
  var dark = matchMedia("(prefers-color-scheme: dark)");
  function dress(theme) {
    if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme; else delete root.dataset.theme;
    d.querySelectorAll("[data-theme-switch]").forEach(function (button) {
      button.textContent = button.dataset[root.dataset.theme || "system"];
    });
  }
  dress(stored("theme"));
  var asked = /[?&]only=(\w*)/.exec(location.search), plan = (asked ? asked[1] : stored("only")) === "stated";
  if (plan) root.dataset.only = "stated";
  d.addEventListener("DOMContentLoaded", function () {
  /* From the system's to the other, so that the first press changes what is seen; then the system's own, then
     whatever the system says. */
  dress(root.dataset.theme);
  pressed("[data-theme-switch]", function () {
    var own = dark.matches ? "dark" : "light", other = dark.matches ? "light" : "dark", now = root.dataset.theme;
    var next = now === other ? own : now === own ? "" : other;
    stored("theme", next);
    dress(next);
  });
  /* Stated only: kept in storage and shown in the address; where storage does not reach the next
     page (a file, a strict browser), links carry it. */
  function only(on) {
    var keeps = stored("only", on ? "stated" : "") !== null && location.protocol !== "file:";
    var query = on ? "?only=stated" : "", own = new URLSearchParams(location.search);
    if (on) own.set("only", "stated"); else own.delete("only");
    if (on) root.dataset.only = "stated"; else delete root.dataset.only;
    d.querySelectorAll("[data-only-switch][aria-pressed]").forEach(function (button) {
      button.setAttribute("aria-pressed", on);
    });
    try { history.replaceState(null, "", location.pathname + (String(own) && "?" + own) + location.hash); } catch (e) { /* the page stands all the same */ }
    if (!keeps) d.querySelectorAll("a[href]").forEach(function (a) {
      if (a.protocol === location.protocol && a.host === location.host && a.getAttribute("href")[0] !== "#") a.search = query;
    });
  }
  if (asked || plan) only(plan);
  pressed("[data-only-switch]", function () {
    only(!root.dataset.only);
    if (this.closest(".only")) d.getElementById("main").focus();
  });
  pressed("[data-print]", function () { print(); });
  d.querySelectorAll("select[data-filter=source]").forEach(function (choice) {
    choice.addEventListener("change", function () {
      d.querySelectorAll(".entry").forEach(function (entry) {
        var of = (entry.dataset.source || "").split(" ");
        entry.hidden = !!choice.value && of.indexOf(choice.value) < 0;
      });
    });
  });
  var find = d.querySelector("form[data-find]"), box = find && find.querySelector("[type=search]"), opener = d.querySelector("[data-find-open]"), back = null;
  function come() {
    var names = (find.dataset.find || "").split(" ");
    find.dataset.find = "";
    names.filter(Boolean).forEach(function (name) {
      var e = d.createElement(/css$/.test(name) ? "link" : "script");
      if (e.rel === "") e.rel = "stylesheet";
      e[e.rel ? "href" : "src"] = name;
      e.async = false;
      e.onerror = function () { /* tried again when the field is next entered; Enter leads to all names meanwhile */
        find.dataset.find = names.join(" ");
        find.querySelector("[data-said]").textContent = find.dataset.lost;
      };
      d.head.append(e);
    });
  }
  function open(e) {
    e.preventDefault();
    back = d.activeElement;
    shut(false);
    box.focus();
  }
  function shut(is) {
    if (!("panel" in find.dataset)) return;
    find.hidden = is;
    opener.setAttribute("aria-expanded", !is);
  }
  if (find) {
    shut(true);
    find.addEventListener("focusin", come);
    if ("all" in find.dataset && /[?&]q=/.test(location.search)) come();
    opener.addEventListener("click", open);
    find.addEventListener("focusout", function (e) {
      if (e.relatedTarget && e.relatedTarget !== opener && !find.contains(e.relatedTarget)) shut(true);
    });
    d.addEventListener("keydown", function (e) {
      var at = d.activeElement;
      if (e.key === "Escape" && !e.isComposing && find.contains(at)) {
        shut(true);
        if (back && back !== d.body) back.focus(); else at.blur();
      }
      if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey) return;
      if (at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))) return;
      open(e);
    });
  }
  });
})();
