/* Browsers, networks and files that lack something: the page says what is missing, and plays whatever is possible. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { HERE, ROOT, python } from './harness.mjs';

export const site = (folder) => python(path.join(HERE, 'pretend/make_site.py'), folder);

const PORTAL = { status: 200, contentType: 'text/html', body: '<!DOCTYPE html><title>School</title><p>Please log in' };
const why = async (page) => { await page.waitForSelector('html.stopped'); return page.textContent('#why'); };
const notice = (page) => page.textContent('.notice');
/* The game, in a browser where `init` runs first. */
const playWith = (visits, init, query = '') => visits.play(query, null, (page) => page.addInitScript(init));
/* The page, where requests that fit get `answer`. */
async function visit(visits, pattern, answer, query = '') {
  const page = await visits.page(await visits.context({ serviceWorkers: 'block' }));
  visits.allowed.push(/Failed to load resource|page error|Service Worker registration blocked|was preloaded using link preload/);
  await page.route(pattern, (route) => route.fulfill(answer));
  await page.goto(visits.base + 'play.html' + query);
  return page;
}

/* A small generator, so that a failure can be had again. */
function randomOf(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(state / 65536) % most;
  };
}

/* An index with mistakes: something in it replaced, taken away or doubled. */
function spoil(text, random) {
  const index = JSON.parse(text);
  const odd = [null, 0, -1, 1e99, '', 'x', [], {}, true, '../../play.html', '__proto__', '\ud800', [[]], { bytes: 'many' }];
  for (let times = 1 + random(3); times > 0; times--) {
    let place = index;
    for (let deep = 0; deep < 4; deep++) {
      const keys = Object.keys(place);
      const key = keys[random(keys.length || 1)];
      const inner = place[key];
      if (inner === null || typeof inner !== 'object' || !Object.keys(inner).length || random(4) === 0) {
        if (random(4) === 0) { delete place[key]; } else if (key !== undefined) { place[key] = odd[random(odd.length)]; }
        break;
      }
      place = inner;
    }
  }
  const spoiled = JSON.stringify(index);
  return random(5) ? spoiled : spoiled.slice(0, random(spoiled.length));
}

/* loader.js alone, on a network that has `files` and nothing else. */
function makeLoader(files, metas) {
  const window = { sango: {} };
  const bytesOf = (url) => files.get(decodeURI(url.split('?')[0]));
  const world = {
    window, TextDecoder, Uint8Array, Promise, Map, Set, WebAssembly: { compile: async () => 'module' }, setTimeout: (act) => setImmediate(act),
    document: { querySelector: (query) => metas[/"(sango-[a-z]+)"/.exec(query)?.[1]] || null },
    fetch: async (url) => ({ ok: Boolean(bytesOf(url)), status: 404, headers: { get: () => null }, arrayBuffer: async () => bytesOf(url) }),
  };
  vm.runInNewContext(readFileSync(path.join(ROOT, 'game/web/play/loader.js'), 'utf8'), world);
  return window.sango.createLoader(['boot', 'language/en'], () => {});
}

export const tests = {
  async 'sound that refuses is told of, and the game plays'(visits) {
    const page = await playWith(visits, () => { window.AudioContext = window.webkitAudioContext = function () { throw new Error('no device'); }; });
    assert.match(await notice(page), /no sound/);
    assert.equal(await page.evaluate(() => window.pretend.page.hasSound), false);
    const silent = await playWith(visits, () => { delete window.AudioContext; delete window.webkitAudioContext; }, '?sound=off');
    assert.equal(await silent.$('.notice'), null, 'who wants no sound misses none');
  },

  async 'gamepads that are forbidden do not matter'(visits) {
    const page = await playWith(visits, () => { Navigator.prototype.getGamepads = () => { throw new DOMException('policy', 'SecurityError'); }; });
    assert.equal(await page.evaluate(() => navigator.getGamepads().length), 0);
  },

  async 'the picture comes back after its memory was taken away'(visits) {
    const page = await visits.play();
    const taken = await page.evaluate(() => {
      const event = new Event('webglcontextlost', { cancelable: true });
      document.getElementById('canvas').dispatchEvent(event);
      document.getElementById('canvas').dispatchEvent(new Event('webglcontextrestored'));
      return [event.defaultPrevented, window.pretend.calls.filter((call) => call[0] === 'restored').length, window.pretend.arguments.includes('--software')];
    });
    assert.deepEqual(taken, [true, 1, false]);
    await page.evaluate(() => document.getElementById('canvas').dispatchEvent(new Event('webglcontextlost', { cancelable: true })));
    await page.waitForEvent('load', { timeout: 15000 }); /* it was not given back */
    await page.waitForFunction(() => window.pretend && window.pretend.arguments.includes('--software'));
  },

  async 'a browser that mixes up pictures is told, and plays once it is allowed to'(visits) {
    const noise = (strength) => '{ const real = CanvasRenderingContext2D.prototype.getImageData; window.strength = ' + strength + ';' +
      'CanvasRenderingContext2D.prototype.getImageData = function (...args) { const image = real.apply(this, args); image.data[5] ^= window.strength; return image; }; }';
    const quiet = await playWith(visits, noise(1));
    assert.equal(await quiet.$('.notice'), null, 'nobody sees that');
    const page = await visits.page();
    await page.addInitScript(noise(255));
    await page.goto(visits.base + 'play.html');
    assert.match(await why(page), /canvas data/);
    await page.evaluate(() => { window.strength = 0; });
    await page.click('#again');
    await page.waitForSelector('html.playing');
  },

  async 'a network that answers everything with its own page is not taken for the game'(visits) {
    const page = await visit(visits, /\/files\//, PORTAL);
    assert.match(await why(page), /internet connection/);
    await page.unrouteAll();
    await page.click('#again');
    await page.waitForSelector('html.playing');
    const index = await visit(visits, /files\.json/, PORTAL, '?lang=ar');
    assert.match(await why(index), /تعذر تحميل اللعبة/);
  },

  async 'nor is it kept for later'(visits) {
    const context = await visits.context();
    const page = await visits.play('', context);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    const kept = await page.evaluate(async () => {
      await fetch('play.html?v=0abc'); /* a page at the address of a file */
      await fetch('texts/ar.json?v=0abc');
      for (let tries = 0; tries < 50; tries++) { /* it is kept beside the answer */
        await new Promise((done) => setTimeout(done, 100));
        const names = [];
        for (const name of await caches.keys()) { for (const request of await (await caches.open(name)).keys()) { names.push(request.url.split('/').pop()); } }
        if (names.includes('ar.json?v=0abc')) { return [true, names.includes('play.html?v=0abc')]; }
      }
      return [false, false];
    });
    assert.deepEqual(kept, [true, false]);
  },

  async 'files that end too early, or are other ones, are not taken'(visits) {
    for (const [pattern, body] of [[/half\.webp/, 'RIFF____WEBP'], [/large\.ttf/, 'short'], [/sango\.wasm/, '\0asm']]) {
      const page = await visit(visits, pattern, { status: 200, body });
      assert.match(await why(page), /internet connection/, String(pattern));
    }
  },

  async 'a script that does not come, or is another page, is told'(visits) {
    for (const script of ['loader', 'play', 'sango']) {
      const page = await visit(visits, new RegExp('play/' + script + '\\.js'), script === 'play' ? { status: 404, body: '' } : PORTAL, '?lang=ar');
      assert.match(await why(page), /تعذر تحميل اللعبة/, script);
    }
  },

  async 'without the first script the page says that something is missing'(visits) {
    const page = await visit(visits, /check\.js/, { status: 404, body: '' });
    await page.waitForLoadState();
    const shown = () => page.evaluate(() => getComputedStyle(document.getElementById('late')).visibility);
    assert.equal(await shown(), 'hidden');
    await page.evaluate(() => document.getElementById('late').getAnimations().forEach((animation) => animation.finish()));
    assert.equal(await shown(), 'visible');
    const well = await visits.play();
    assert.equal(await well.evaluate(() => document.getElementById('late').getAnimations().length), 0);
  },

  async 'an index with mistakes ends in a game or in a sentence, never in silence'(visits, folder) {
    const text = readFileSync(path.join(folder, 'files.json'), 'utf8');
    const random = randomOf(7);
    let played = 0;
    for (let round = 0; round < 1500; round++) {
      const spoiled = Buffer.from(spoil(text, random));
      const files = new Map([['files.json', spoiled], ['play/sango.wasm', Buffer.alloc(8)]]);
      for (const [name, { bytes }] of Object.entries(JSON.parse(text).files)) { files.set('files/' + name.replace(/png$/, 'webp'), Buffer.alloc(bytes)); }
      const loader = makeLoader(files, {
        'sango-engine': { content: 'play/sango.wasm', dataset: { bytes: '8' } }, 'sango-files': { content: 'files.json', dataset: { bytes: String(spoiled.length) } },
      });
      const started = await Promise.race([loader.start().then(() => true, () => false), new Promise((done) => setTimeout(done, 5000, 'hangs'))]);
      assert.notEqual(started, 'hangs', spoiled.toString());
      if (!started) { continue; }
      played++;
      loader.writeFiles({ mkdirTree() {}, writeFile() {}, readFile: () => new Uint8Array(0) });
      for (const name of ['boot', 'level/prologue', 'rest', 'constructor', '__proto__']) {
        const share = loader.progress(name);
        assert.ok(share >= -1 && share <= 1, spoiled.toString());
        await loader.group(name).catch(() => {});
      }
      await loader.file('constructor').then(() => assert.fail('no such file'), () => {});
      loader.addresses();
    }
    assert.ok(played > 100 && played < 1500, played + ' of 1500 played');
  },

  async 'a record that this page did not write is put aside'(visits) {
    const context = await visits.context();
    const put = (record) => new Promise((done) => {
      const request = indexedDB.open('sango', 1);
      request.onsuccess = () => {
        const transaction = request.result.transaction('kept', 'readwrite');
        transaction.objectStore('kept').put(record, 'progress');
        transaction.oncomplete = () => { request.result.close(); done(); };
      };
    });
    const page = await visits.play('', context);
    for (const record of ['a text', { bytes: 'a text', generation: 'many' }, 7]) {
      await page.evaluate(put, record);
      await page.reload();
      await page.waitForSelector('html.playing');
      assert.equal(await page.evaluate(() => window.pretend.saved + window.pretend.page.canSave), 'yes');
      await page.evaluate(() => window.pretend.page.save(new TextEncoder().encode('turn 2')));
      await page.waitForFunction((wanted) => new Promise((done) => {
        const request = indexedDB.open('sango', 1);
        request.onsuccess = () => {
          const table = request.result.transaction('kept').objectStore('kept');
          table.get('damaged').onsuccess = (aside) => {
            table.get('progress').onsuccess = (now) => { request.result.close(); done(JSON.stringify(aside.target.result) === wanted && now.target.result.bytes && now.target.result.bytes.length === 6); };
          };
        };
      }), JSON.stringify(record));
    }
  },

  async 'addresses that mean harm mean nothing'(visits) {
    for (const query of ['?level=../../x&lang=<script>alert(1)</script>', '?level=%00&text=%00&look=%F0%28&lang=%', '?' + 'level=prologue&'.repeat(500), '?lang=' + 'a'.repeat(3000), '?lang[]=ar#lang=ar&level=../..']) {
      const page = await visits.play(query);
      const said = await page.evaluate(() => window.pretend.arguments.join(' ') + ' ' + document.documentElement.lang);
      assert.match(said, /^--data \/data (--level prologue )?--size \d+x\d+ en$/, query.slice(0, 60));
    }
  },
};
