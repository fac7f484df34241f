// The form of the docket in comfort: the piece of work is done beside the writing, and what is refused comes back into
// the page that stands, so that words and files stay where they are. Without script the form works and waits.
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) window.print();
  });
  document.querySelectorAll("[data-print]").forEach(function (button) { button.hidden = false; });

  var form = document.querySelector("form[data-bits]");
  if (!form || !window.fetch || !window.FormData || !window.DOMParser) return;
  var button = form.querySelector("button[type=submit]"), told = form.querySelector("[data-told]");
  var leaving = false, sending = false, work = begin();

  // Whatever stops the worker stops nothing else: the server then asks for the time of waiting.
  function begin() {
    form.elements.work.value = "";
    return new Promise(function (done) {
      if (!window.Worker) { done(); return; }
      var worker = new Worker(form.dataset.worker);
      worker.onmessage = function (event) { form.elements.work.value = event.data; worker.terminate(); done(); };
      worker.onerror = function () { worker.terminate(); done(); };
      worker.postMessage({ challenge: form.elements.challenge.value, bits: Number(form.dataset.bits) });
    });
  }

  function tell(words, isWrong) {
    told.textContent = words;
    told.className = isWrong ? "wrong" : "soft";
  }

  function mark() {
    form.querySelectorAll("[data-wrong]").forEach(function (place) {
      var box = form.querySelector('[aria-describedby~="' + place.id + '"]');
      if (box && place.textContent.trim()) box.setAttribute("aria-invalid", "true");
      else if (box) box.removeAttribute("aria-invalid");
    });
  }

  function take(from, selector) {
    var here = document.querySelector(selector), there = from.querySelector(selector);
    if (!here || !there) return;
    here.replaceChildren.apply(here, Array.from(there.childNodes).map(function (each) {
      return document.importNode(each, true);
    }));
  }

  function refused(page) {
    var fresh = page.querySelector("form[data-bits]");
    if (!fresh) { tell(form.dataset.failed, true); return; }
    if (fresh.getAttribute("action") !== form.getAttribute("action")) {
      take(page, "main");
      form = document.querySelector("form[data-bits]");
      button = form.querySelector("button[type=submit]");
      told = form.querySelector("[data-told]");
      form.addEventListener("submit", submitted);
      work = begin();
    } else {
      take(page, "#refused");
      form.querySelectorAll("[data-wrong]").forEach(function (place) { take(page, "#" + place.id); });
      mark();
      if (form.elements.challenge.value !== fresh.elements.challenge.value) {
        form.elements.challenge.value = fresh.elements.challenge.value;
        work = begin();
      }
    }
    tell("", false);
    var summary = document.getElementById("refused");
    summary.focus();
    summary.scrollIntoView();
  }

  function answered(answer) {
    if (answer.status === 201) {
      leaving = true;
      window.location.assign(answer.headers.get("Location"));
      return null;
    }
    return answer.text().then(function (text) {
      refused(new DOMParser().parseFromString(text, "text/html"));
    });
  }

  // Files that are too many or too large are told before they travel.
  function filesFit() {
    var files = Array.from(form.elements.files.files), largest = Number(form.dataset.largest);
    var fit = files.length <= Number(form.dataset.most) &&
      files.every(function (file) { return file.size <= largest; });
    var place = document.getElementById("files-wrong");
    place.textContent = fit ? "" : form.dataset.tooLarge;
    mark();
    if (!fit) form.elements.files.focus();
    return fit;
  }

  function submitted(event) {
    event.preventDefault();
    if (sending || !filesFit()) return;
    sending = true;
    button.setAttribute("aria-disabled", "true");
    tell(form.dataset.sending, false);
    work.then(function () {
      return fetch(form.getAttribute("action"), {
        method: "POST", body: new FormData(form), headers: { "X-Filing": "script" }, credentials: "same-origin"
      });
    }).then(answered).catch(function () { tell(form.dataset.failed, true); }).then(function () {
      sending = false;
      button.removeAttribute("aria-disabled");
    });
  }
  form.addEventListener("submit", submitted);

  window.addEventListener("beforeunload", function (event) {
    var isWritten = Array.from(form.querySelectorAll("textarea")).some(function (box) {
      return box.value !== box.defaultValue;
    });
    if (isWritten && !leaving) event.preventDefault();
  });
})();
