// The desk by keyboard: j and k walk from box to box, a chooses the page, slash goes to the search, t to the theme.
(function () {
  "use strict";

  function boxes() { return Array.prototype.slice.call(document.querySelectorAll('form[data-desk] input[name="groups"]')); }

  function tell() {
    var every = boxes();
    var chosen = every.filter(function (box) { return box.checked; });
    var all = document.getElementById("everything");
    document.querySelectorAll("[data-chosen]").forEach(function (place) {
      place.textContent = all && all.checked ? all.dataset.count : String(chosen.length);
    });
    var page = document.getElementById("whole-page");
    if (page) page.checked = every.length > 0 && chosen.length === every.length;
  }

  function walk(step) {
    var every = boxes();
    var at = every.indexOf(document.activeElement);
    var next = every[at < 0 ? (step > 0 ? 0 : every.length - 1) : at + step];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  }

  function choosePage(on) { boxes().forEach(function (box) { box.checked = on; }); tell(); }

  document.addEventListener("DOMContentLoaded", function () {
    if (!document.querySelector("form[data-desk]")) return;
    document.querySelectorAll("[data-scripted]").forEach(function (part) { part.hidden = false; });
    tell();
  });
  document.addEventListener("change", function (event) {
    if (event.target.id === "whole-page") choosePage(event.target.checked);
    else if (event.target.name === "groups" || event.target.id === "everything") tell();
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !document.querySelector("form[data-desk]")) return;
    var typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (typing) return;
    if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "a") choosePage(!boxes().every(function (box) { return box.checked; }));
    else if (event.key === "/") document.getElementById("words").focus();
    else if (event.key === "t") document.getElementById("into").focus();
    else return;
    event.preventDefault();
  });
})();
