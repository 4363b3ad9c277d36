/* One classic script: light and dark, the plan's own words only, filters, and the way to the search
   box. The page is whole without it. */
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
  var theme = stored("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  pressed("[data-theme-switch]", function () {
    var now = root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    stored("theme", root.dataset.theme = now === "dark" ? "light" : "dark");
  });
  /* Stated only: kept in storage and shown in the address; where storage does not reach the next
     page (a file, a strict browser), links carry it. */
  var asked = /[?&]only=(\w*)/.exec(location.search);
  function only(on) {
    var keeps = stored("only", on ? "stated" : "") !== null && location.protocol !== "file:";
    var query = on ? "?only=stated" : "";
    if (on) root.dataset.only = "stated"; else delete root.dataset.only;
    d.querySelectorAll("[data-only-switch][aria-pressed]").forEach(function (button) {
      button.setAttribute("aria-pressed", on);
    });
    try { history.replaceState(null, "", location.pathname + query + location.hash); } catch (e) { /* the page stands all the same */ }
    if (!keeps) d.querySelectorAll("a[href]").forEach(function (a) {
      if (a.protocol === location.protocol && a.host === location.host && a.getAttribute("href")[0] !== "#") a.search = query;
    });
  }
  if (asked || stored("only")) only((asked ? asked[1] : stored("only")) === "stated");
  pressed("[data-only-switch]", function () {
    only(!root.dataset.only);
    if (this.closest(".only")) d.getElementById("main").focus();
  });
  d.querySelectorAll("select[data-filter=source]").forEach(function (choice) {
    choice.addEventListener("change", function () {
      d.querySelectorAll(".entry").forEach(function (entry) {
        var of = (entry.dataset.source || "").split(" ");
        entry.hidden = !!choice.value && of.indexOf(choice.value) < 0;
      });
    });
  });
  d.addEventListener("keydown", function (e) {
    var box = d.querySelector("[type=search]"), at = d.activeElement;
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || !box) return;
    if (at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))) return;
    e.preventDefault();
    box.focus();
  });
})();
