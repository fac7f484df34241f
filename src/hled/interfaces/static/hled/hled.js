// Small comforts; every page reads and works without them.
(function () {
  "use strict";

  // Filters apply when changed; without script the button does it.
  document.addEventListener("change", function (event) {
    var form = event.target.closest("form[data-auto]");
    if (form && event.target.type !== "search") form.requestSubmit();
  });

  // Empty parameters stay out of the address, so that a view can be sent.
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented || event.target.method !== "get") return;
    event.target.querySelectorAll("input[name], select[name]").forEach(function (field) {
      if (!field.value && !field.disabled) {
        field.disabled = true;
        setTimeout(function () { field.disabled = false; }, 0);
      }
    });
  });
  document.addEventListener("htmx:configRequest", function (event) {
    var sent = event.detail.parameters;
    Object.keys(sent).forEach(function (name) { if (!sent[name]) delete sent[name]; });
  });

  // A row of the editor that could not be sent says so and stays as it was typed; leaving asks when boxes are unsaved.
  function notSaved(event) {
    var row = event.target.closest && event.target.closest("[data-segment]");
    var form = row && row.closest("form[data-failed]");
    if (!form) return;
    var told = row.querySelector("[data-told]") || row.insertBefore(document.createElement("p"), row.firstChild);
    told.setAttribute("data-told", "");
    told.setAttribute("role", "alert");
    told.className = "refusal";
    told.textContent = form.dataset.failed;
  }
  document.addEventListener("htmx:responseError", notSaved);
  document.addEventListener("htmx:sendError", notSaved);
  var leaving = false;
  document.addEventListener("submit", function () { leaving = true; });
  window.addEventListener("beforeunload", function (event) {
    var boxes = document.querySelectorAll("form[data-failed] textarea[id]");
    var open = Array.prototype.some.call(boxes, function (box) { return box.value !== box.defaultValue; });
    if (open && !leaving) event.preventDefault();
  });

  // A slider of shares says its value while it is moved; the form is sent when it is let go.
  document.addEventListener("input", function (event) {
    if (!event.target.matches("input[data-percent]")) return;
    var told = document.querySelector('label[for="' + event.target.id + '"] output');
    if (told) told.textContent = Math.round(Number(event.target.value) * 100);
  });

  // The playhead: a slider under the time line, one step per month, and a button that walks from event to event.
  function monthEnd(start, steps) {
    return new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)) + steps, 0));
  }

  function setUp(form) {
    if (form.dataset.ready) return;
    form.dataset.ready = "yes";
    var slider = form.querySelector("input[type=range]");
    var sent = form.querySelector("input[name=as_of]");
    var told = form.querySelector("output");
    var words = new Intl.DateTimeFormat(document.documentElement.lang === "es" ? "es-MX" : "en-GB", {
      day: "numeric", month: "long", year: "numeric", timeZone: "UTC"
    });
    function chosen() {
      var last = Number(slider.value) >= Number(slider.max);
      return last ? new Date(form.dataset.today) : monthEnd(form.dataset.start, Number(slider.value));
    }
    form.hidden = false;
    slider.setAttribute("aria-valuetext", told.textContent);
    slider.addEventListener("input", function () {
      told.textContent = words.format(chosen());
      slider.setAttribute("aria-valuetext", told.textContent);
    });
    slider.addEventListener("change", function () {
      sent.value = Number(slider.value) >= Number(slider.max) ? "" : chosen().toISOString().slice(0, 10);
      form.requestSubmit();
    });
  }
  function setUpAll() { document.querySelectorAll("form[data-playhead]").forEach(setUp); }

  document.addEventListener("DOMContentLoaded", setUpAll);
  document.addEventListener("htmx:afterSettle", setUpAll);

  // What a link within the page leads to is opened where it is folded.
  function unfold(hash) {
    var target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    var fold = target && target.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    target.scrollIntoView();
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (link) unfold(link.getAttribute("href"));
  });
  document.addEventListener("DOMContentLoaded", function () { unfold(location.hash); });
})();
