// Looks, beside the page, for a number whose digest begins with zeros; nothing is sent anywhere.
"use strict";

var PRIMES = [];
for (var candidate = 2; PRIMES.length < 64; candidate++) {
  if (PRIMES.every(function (prime) { return candidate % prime; })) PRIMES.push(candidate);
}
// The constants of SHA-256: the first 32 bits after the point of square and cube roots of the first primes.
function fraction(root) { return ((root - Math.floor(root)) * 4294967296) | 0; }
var BEGIN = PRIMES.slice(0, 8).map(function (prime) { return fraction(Math.sqrt(prime)); });
var ROUNDS = PRIMES.map(function (prime) { return fraction(Math.cbrt(prime)); });
var words = new Int32Array(64);

// Takes one block of 64 bytes into the eight words of a state, and gives the next state.
function taken(state, block) {
  var i, s0, s1, one, two;
  for (i = 0; i < 16; i++) {
    words[i] = (block[4 * i] << 24) | (block[4 * i + 1] << 16) | (block[4 * i + 2] << 8) | block[4 * i + 3];
  }
  for (i = 16; i < 64; i++) {
    one = words[i - 15];
    two = words[i - 2];
    s0 = ((one >>> 7) | (one << 25)) ^ ((one >>> 18) | (one << 14)) ^ (one >>> 3);
    s1 = ((two >>> 17) | (two << 15)) ^ ((two >>> 19) | (two << 13)) ^ (two >>> 10);
    words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
  }
  var a = state[0], b = state[1], c = state[2], d = state[3];
  var e = state[4], f = state[5], g = state[6], h = state[7];
  for (i = 0; i < 64; i++) {
    s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    one = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
    s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0;
    d = c; c = b; b = a; a = (one + two) | 0;
  }
  return [
    (state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0,
    (state[4] + e) | 0, (state[5] + f) | 0, (state[6] + g) | 0, (state[7] + h) | 0
  ];
}

// The first word of the digest of what stands before and a number after it; both in plain letters.
function finder(before) {
  var state = BEGIN, whole = before.length - (before.length % 64), place, block = new Uint8Array(64);
  function letter(text, at) { return text.charCodeAt(at); }
  for (var start = 0; start < whole; start += 64) {
    for (place = 0; place < 64; place++) block[place] = letter(before, start + place);
    state = taken(state, block);
  }
  var rest = before.slice(whole);
  return function (number) {
    var tail = rest + number, bits = 8 * (whole + tail.length);
    var size = tail.length < 56 ? 64 : 128, last = new Uint8Array(size), found = state;
    for (place = 0; place < tail.length; place++) last[place] = letter(tail, place);
    last[tail.length] = 128;
    last[size - 4] = bits >>> 24; last[size - 3] = bits >>> 16; last[size - 2] = bits >>> 8; last[size - 1] = bits;
    for (var at = 0; at < size; at += 64) found = taken(found, last.subarray(at, at + 64));
    return found[0];
  };
}

self.onmessage = function (event) {
  var first = finder(event.data.challenge + ":"), number = 0;
  while (first(number) >>> (32 - event.data.bits) !== 0) number++;
  self.postMessage(String(number));
};
