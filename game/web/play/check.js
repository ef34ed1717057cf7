/* Loaded first, in the JavaScript of 2009: finds the page's language, puts the words in, and says so when this
 * browser, or this way of opening the page, cannot play. Whatever comes after may take `sango.able` for granted that WebAssembly is there. */
(function () {
  'use strict';
  var sango = window.sango = { able: false };
  var ALLOWED = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

  function meta(name) {
    return document.querySelector('meta[name="' + name + '"]');
  }

  /* The language of `list` that fits the wish best: the same, else the same without a region; '' when none does. */
  function match(wish, list) {
    var short = String(wish).toLowerCase().split('-')[0], i;
    for (i = 0; i < list.length; i++) {
      if (list[i].toLowerCase() === String(wish).toLowerCase()) { return list[i]; }
    }
    for (i = 0; i < list.length; i++) {
      if (list[i].toLowerCase().split('-')[0] === short) { return list[i]; }
    }
    return '';
  }

  function choose() {
    var list = ['en'].concat((meta('sango-texts').getAttribute('content') || '').split(' ').filter(Boolean));
    var asked = /[?&]lang=([^&#]*)/.exec(location.search);
    var wishes = navigator.languages || [navigator.language || 'en'], found = '', i;
    if (asked && ALLOWED.test(asked[1])) {
      found = match(asked[1], list);
      sango.isOtherLanguage = !found;
    }
    for (i = 0; i < wishes.length && !found; i++) { found = match(wishes[i], list); }
    return found || 'en';
  }

  function each(list, act) {
    Array.prototype.forEach.call(list, act);
  }

  /* Puts the words of a language, { id: text }, where data-text and data-text-ATTRIBUTE say. */
  sango.putWords = function (texts) {
    each(document.querySelectorAll('*'), function (element) {
      each(element.attributes, function (attribute) {
        var text = /^data-text/.test(attribute.name) && texts[attribute.value];
        if (typeof text !== 'string' || !text) { return; }
        if (attribute.name === 'data-text') {
          element.textContent = text;
        } else {
          element.setAttribute(attribute.name.slice('data-text-'.length), text);
        }
      });
    });
  };

  sango.setLanguage = function (tag, rtl) {
    document.documentElement.lang = tag;
    document.documentElement.dir = rtl ? 'rtl' : 'ltr';
  };

  sango.isRtl = function (tag) {
    return /^(ar|fa|he|ur|ps|ckb|dv|sd|ug|yi)\b/.test(tag);
  };

  /* The words of sango.language. `then` is called in any case: without them the page speaks English. */
  function fetchWords(then) {
    var embedded = document.getElementById('words-' + sango.language), request;
    function take(text) {
      try { sango.putWords(JSON.parse(text)); } catch (e) { /* damaged: English */ }
      then();
    }
    if (sango.language === 'en') { then(); return; }
    if (embedded) { take(embedded.textContent); return; }
    request = new XMLHttpRequest();
    request.open('GET', 'texts/' + sango.language + '.json?v=' + (meta('sango-texts').getAttribute('data-version') || '0'));
    request.onload = function () { take(request.status === 200 ? request.responseText : '{}'); };
    request.onerror = function () { then(); };
    request.send();
  }

  /* Everything that the other scripts use and that cannot be done without. */
  function isAble() {
    try {
      /* An empty module: fails, too, where the page's policy forbids WebAssembly because 'wasm-unsafe-eval' is not known. */
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      return typeof fetch === 'function' && typeof Promise === 'function' && typeof Map === 'function' &&
        typeof HTMLDialogElement === 'function' && typeof Promise.prototype.finally === 'function' && 'assign' in Object;
    } catch (e) {
      return false;
    }
  }

  /* In place of the loading bar: one sentence, and a button if there is something to try. */
  sango.stop = function (word, button, act) {
    var again = document.getElementById('again');
    document.documentElement.classList.remove('starting', 'playing');
    document.documentElement.classList.add('stopped');
    document.getElementById('getting').hidden = true;
    document.getElementById('stopped').hidden = false;
    document.getElementById('why').textContent = document.getElementById('word-' + word).textContent;
    again.hidden = !act;
    if (act) {
      if (button) { again.textContent = document.getElementById('word-' + button).textContent; }
      again.onclick = act;
      if (document.hasFocus()) { again.focus(); }
    }
  };

  /* A script that did not come, or came as something else: nothing will begin. */
  document.addEventListener('DOMContentLoaded', function () {
    if (sango.able && !sango.isBegun) {
      sango.whenWords(function () { sango.stop('connection', '', function () { location.reload(); }); });
    }
  });

  document.documentElement.classList.add('checked'); /* the page can speak for itself, see play.css */
  sango.language = choose();
  sango.setLanguage(sango.language, sango.isRtl(sango.language));
  /* Opened from a folder, where browsers let a page read nothing, and not all in one file. */
  var isLoose = location.protocol === 'file:' && !document.querySelector('script[data-file]');
  sango.able = !isLoose && isAble();
  /* Called once the words are there; play.js waits for it. */
  sango.whenWords = function (act) { if (sango.worded) { act(); } else { sango.onWords = act; } };
  fetchWords(function () {
    sango.worded = true;
    if (isLoose) { sango.stop('file'); } else if (!sango.able) { sango.stop('old'); }
    if (sango.onWords) { sango.onWords(); }
  });
}());
