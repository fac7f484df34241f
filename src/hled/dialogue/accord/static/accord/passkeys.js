// Asks a passkey to sign an act, or makes one; the page says what to do where there is no script.
(function () {
  "use strict";

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/") + "===".slice((text.length + 3) % 4));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function put(form, values) {
    Object.keys(values).forEach(function (name) { form.elements[name].value = text(values[name]); });
    form.submit();
  }

  // The challenge is the digest of the act: what is signed is this act and no other.
  function sign(form) {
    return navigator.credentials.get({ publicKey: {
      challenge: bytes(form.dataset.challenge),
      rpId: form.dataset.site,
      allowCredentials: form.dataset.handles.split(" ").map(function (handle) {
        return { type: "public-key", id: bytes(handle) };
      }),
      userVerification: "required"
    } }).then(function (made) {
      put(form, {
        handle: made.rawId,
        client_data: made.response.clientDataJSON,
        authenticator_data: made.response.authenticatorData,
        signature: made.response.signature
      });
    });
  }

  // Each passkey is for one term of one person, so that none takes the place of another.
  function make(form) {
    return navigator.credentials.create({ publicKey: {
      challenge: bytes(form.dataset.challenge),
      rp: { id: form.dataset.site, name: "hled" },
      user: {
        id: crypto.getRandomValues(new Uint8Array(32)),
        name: form.dataset.name,
        displayName: form.dataset.name
      },
      pubKeyCredParams: [-7, -8, -257].map(function (kind) { return { type: "public-key", alg: kind }; }),
      authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
      attestation: "none"
    } }).then(function (made) {
      put(form, { client_data: made.response.clientDataJSON, attestation: made.response.attestationObject });
    });
  }

  function refused(form) {
    var told = form.querySelector("[data-told]");
    told.textContent = form.dataset.failed;
    told.hidden = false;
  }

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    var act = form.dataset.passkey === "make" ? make : sign;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (!window.PublicKeyCredential) return refused(form);
      act(form).catch(function () { refused(form); });
    });
    form.querySelectorAll("button[hidden]").forEach(function (button) { button.hidden = false; });
  });
})();
