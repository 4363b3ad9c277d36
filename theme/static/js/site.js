/* One classic script: light and dark, and the way to the search box. The page is whole without it. */
(function () {
  "use strict";
  var d = document, root = d.documentElement;
  root.classList.remove("no-js");
  function stored(value) {
    try {
      if (value) localStorage.setItem("theme", value);
      return localStorage.getItem("theme");
    } catch (e) { return ""; }
  }
  var theme = stored();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  d.querySelectorAll("[data-theme-switch]").forEach(function (button) {
    button.addEventListener("click", function () {
      var now = root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      root.dataset.theme = now === "dark" ? "light" : "dark";
      stored(root.dataset.theme);
    });
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
