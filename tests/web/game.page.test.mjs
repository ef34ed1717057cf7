/* The real game in Chromium: what is kept, still pages, sound, weight, other places to play from, bad connections, gamepads, axe. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { audit, launch, launchKept } from './harness.mjs';
import { CHROMIUM_SAYS, ONE_FILE, SITE, button, has, isLevel, look, missing, onward, open, playOn, say, until } from './game.mjs';

export const skip = missing;
export const site = () => SITE;

const SMALL = { viewport: { width: 640, height: 360 } }; /* pictures are drawn without a graphics card here */
const GUEST = '?lang=en&level=prologue&motion=reduced';
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const isDecision = (items) => items.some((item) => item.isOption) && isLevel(items);

async function click(page, pattern) {
  const items = await until(page, (now) => button(now, pattern), String(pattern));
  const { x, y } = button(items, pattern);
  await page.mouse.click(x, y);
}

const byEnter = (page) => () => page.keyboard.press('Enter');

/* The line; not the stars, which count an answer at once when the story goes on, and on its card when it is played. */
const placeOf = (items) => say(items.filter((item) => !/of \d+ stars/.test(item.name)));

/* Makes a player and goes into the first story, to the page after its first decision. What that page says. */
async function begin(page) {
  await click(page, /^Play$/);
  await click(page, /^I am new here$/);
  await click(page, /^That is me!$/);
  await click(page, /^7 to 9 years$/);
  await click(page, /Play this next$/);
  await playOn(page, byEnter(page), { isThere: isDecision });
  await page.keyboard.press('Enter');
  const items = await until(page, (now) => isLevel(now) && !isDecision(now), 'the page after the decision');
  await wait(300); /* what is kept is written */
  return placeOf(items);
}

async function isSamePlace(page, place) {
  await click(page, /^Go on$/);
  const items = await until(page, isLevel, 'the level');
  assert.equal(placeOf(items), place);
}

/* Counts what the page asks of the browser: window.asked. */
const count = (context) => context.addInitScript(() => {
  window.asked = { frames: 0, timers: 0 };
  const [frame, timer] = [window.requestAnimationFrame, window.setTimeout];
  window.requestAnimationFrame = (act) => { window.asked.frames++; return frame(act); };
  window.setTimeout = (act, ms, ...args) => { window.asked.timers++; return timer(act, ms, ...args); };
});

/* Says the state of each audio context (SDL opens one for a while, and again at a gesture) on the console at each change: asking by Playwright would count as a gesture. */
const hearSound = (context) => context.addInitScript(() => {
  const Real = window.AudioContext;
  window.AudioContext = function (...args) {
    const audio = new Real(...args);
    const tell = () => console.log('SOUND ' + audio.state);
    audio.addEventListener('statechange', tell);
    setTimeout(tell, 0);
    return audio;
  };
  window.AudioContext.prototype = Real.prototype;
  window.setHidden = (hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
});

/* Bytes of files of the site as a server sends them: packed, what is not packed already; texts less than a server can, for the time it takes. */
const weights = new Map();
function weigh(files) {
  for (const file of files.filter((one) => !weights.has(one))) {
    const bytes = readFileSync(path.join(SITE, file));
    weights.set(file, /\.(webp|png|ogg|woff2)$/.test(file) ? bytes.length : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: /\.(wasm|ttf)$/.test(file) ? 11 : 9 } }).length);
  }
  return files.reduce((sum, file) => sum + weights.get(file), 0);
}

export const tests = {
  async 'after a reload the story goes on where it was'(visits) {
    const page = await open(visits, '?lang=en&motion=reduced', await visits.context(SMALL));
    const place = await begin(page);
    await page.reload();
    await page.waitForSelector('html.playing');
    await isSamePlace(page, place);
  },

  async 'another start of the browser goes on, too'(visits) {
    visits.allowed.push(...CHROMIUM_SAYS);
    const profile = mkdtempSync(path.join(os.tmpdir(), 'sango-profile-'));
    let place = '';
    try {
      for (const act of [async (page) => { place = await begin(page); }, (page) => isSamePlace(page, place)]) {
        const context = await launchKept(profile, SMALL);
        try {
          const page = visits.watch(await context.newPage());
          await page.goto(visits.base + 'play.html?lang=en&motion=reduced');
          await page.waitForSelector('html.playing');
          await act(page);
        } finally {
          await context.close();
        }
      }
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  },

  async 'a still page costs no animation frames'(visits) {
    const context = await visits.context(SMALL);
    await count(context);
    const page = await open(visits, GUEST, context);
    const restful = async (what) => {
      await wait(3000); /* it comes to rest */
      await page.evaluate(() => { window.asked.frames = window.asked.timers = 0; });
      await wait(3000);
      const asked = await page.evaluate(() => window.asked);
      assert.equal(asked.frames, 0, what + ': ' + JSON.stringify(asked));
      assert.ok(asked.timers <= 3, what + ': ' + JSON.stringify(asked));
    };
    await until(page, isLevel);
    await restful('a line');
    await playOn(page, byEnter(page), { isThere: isDecision });
    await restful('a decision');
  },

  async 'sound from the first finished gesture, and silence while hidden'(visits) {
    for (const gesture of ['tap', 'click', 'key']) {
      const context = await visits.context({ ...SMALL, hasTouch: true });
      await hearSound(context);
      const states = [];
      const page = await open(visits, GUEST, context, async (one) => one.on('console', (message) => {
        if (message.text().startsWith('SOUND ')) { states.push(message.text().slice(6)); }
      }));
      const becomes = async (state, what) => {
        for (let i = 0; i < 200 && states[states.length - 1] !== state; i++) { await wait(50); }
        assert.equal(states[states.length - 1], state, gesture + ', ' + what + ': ' + states.join());
      };
      await until(page, isLevel);
      assert.ok(states.length && !states.includes('running'), gesture + ' before: ' + states.join());
      if (gesture === 'tap') { await page.touchscreen.tap(320, 100); }
      if (gesture === 'click') { await page.mouse.click(320, 100); }
      if (gesture === 'key') { await page.keyboard.press('ArrowDown'); }
      await becomes('running', 'after');
      if (gesture === 'tap') {
        await page.evaluate(() => window.setHidden(true));
        await becomes('suspended', 'hidden');
        await page.evaluate(() => window.setHidden(false));
        await becomes('running', 'seen again');
      }
      await context.close();
    }
  },

  async 'axe finds nothing on a line, a decision, the title, the settings, the debrief'(visits) {
    const page = await open(visits, '?lang=en&motion=reduced', await visits.context(SMALL));
    await until(page, (items) => button(items, /^Settings$/));
    await audit(page);
    await click(page, /^Settings$/);
    await until(page, (items) => items.some((item) => item.role === 'switch' || item.tag === 'input'), 'settings');
    await audit(page);
    await page.goto(visits.base + 'play.html' + GUEST);
    await page.waitForSelector('html.playing');
    await until(page, isLevel);
    await audit(page);
    await playOn(page, byEnter(page), { isThere: isDecision });
    await audit(page);
    await page.keyboard.press('Enter');
    await playOn(page, byEnter(page));
    await audit(page);
  },

  async 'weighs what it may, and asks for it as it should'(visits) {
    const MB = 1e6;
    const context = await visits.context(SMALL);
    const page = await visits.page(context);
    visits.allowed.push(...CHROMIUM_SAYS);
    const answers = [];
    page.on('response', (response) => answers.push(response));
    await page.addInitScript(() => {
      window.shifts = 0;
      window.before = null; /* what had come when the first picture was there */
      document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
        if (window.before || !document.documentElement.classList.contains('playing')) { return; }
        const now = performance.now();
        window.before = performance.getEntriesByType('resource').filter((entry) => entry.responseEnd && entry.responseEnd <= now)
          .map((entry) => entry.name.slice(new URL('.', location.href).href.length).split('?')[0]);
      }).observe(document.documentElement, { attributes: true }));
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifts += entry.value; })).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(visits.base + 'play.html?lang=en&motion=reduced');
    await page.waitForSelector('html.playing');
    const { names, shifts } = await page.evaluate(() => ({ names: window.before, shifts: window.shifts }));
    assert.ok(names.length > 10 && names.length <= 50, names.length + ' requests before the first picture');
    for (const response of answers) {
      const url = response.url().slice(visits.base.length);
      const headers = await response.allHeaders();
      assert.equal(response.status(), 200, url);
      assert.match(headers['cache-control'], /\?v=/.test(url) ? /max-age=31536000, immutable/ : /no-cache/, url);
      assert.match(headers['content-security-policy'], /default-src 'none'/, url);
      assert.equal(headers['x-content-type-options'], 'nosniff', url);
    }
    const index = JSON.parse(readFileSync(path.join(SITE, 'files.json'), 'utf8'));
    const placeOfFile = (file) => 'files/' + (index.files[file].as ? file.replace(/\.[^./]*$/, '.' + index.files[file].as) : file);
    const group = (name) => index.groups[name].map(placeOfFile);
    const shell = ['play.html'].concat(names.filter((name) => !name.startsWith('files/')));
    /* A level, beside what has come behind the title. */
    const level = (name) => weigh(group(name).filter((file) => !group('rest').includes(file)));
    const first = weigh([...new Set([...shell, ...group('boot'), ...group('play'), ...group('level/prologue')])]);
    assert.ok(weigh(['play/sango.wasm', 'play/sango.js']) <= 0.75 * MB, 'the engine: ' + weigh(['play/sango.wasm', 'play/sango.js']));
    assert.ok(first <= 2.5 * MB, 'the first level: ' + first);
    assert.deepEqual(Object.keys(index.groups).filter((name) => name.startsWith('level/') && level(name) > MB && name !== 'level/prologue').map((name) => name + ' ' + level(name)), []);
    assert.ok(shifts < 0.1, 'the layout moves');
    const head = await page.evaluate(() => ({
      viewport: document.querySelector('meta[name=viewport]').content, described: document.querySelector('meta[name=description]').content.length,
      preloads: Array.from(document.querySelectorAll('link[rel=preload], link[rel=prefetch]'), (link) => link.href), blocking: document.querySelectorAll('head script:not([defer]):not([async])').length,
      unsized: Array.from(document.images).filter((image) => !image.getAttribute('width') || !image.getAttribute('height')).length,
    }));
    assert.match(head.viewport, /width=device-width/);
    assert.ok(head.described > 20);
    assert.deepEqual([head.blocking, head.unsized], [0, 0]);
    /* What is fetched ahead is fetched once; that it is used, the console would say. */
    for (const url of head.preloads) { assert.equal(answers.filter((response) => response.url() === url && !response.fromServiceWorker()).length, 1, url); }
  },

  async 'a slow computer on a slow network begins, and the bar moves'(visits) {
    const page = await visits.page(await visits.context(SMALL));
    visits.allowed.push(...CHROMIUM_SAYS);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: 20e6 / 8, uploadThroughput: 20e6 / 8 });
    await page.addInitScript(() => {
      window.bars = [];
      document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => window.bars.push(document.getElementById('bar').value))
        .observe(document.getElementById('bytes'), { childList: true, characterData: true, subtree: true }));
    });
    await page.goto(visits.base + 'play.html' + GUEST);
    await page.waitForSelector('html.playing', { timeout: 60000 });
    const bars = await page.evaluate(() => window.bars);
    assert.ok(new Set(bars).size > 5, 'the bar showed ' + bars.join());
    assert.deepEqual(bars.slice(1).filter((value, i) => value < bars[i]), []);
    await until(page, isLevel);
  },

  async 'a level whose files do not come says so, and comes when asked again'(visits) {
    visits.allowed.push(/Failed to load resource/, /Service Worker registration blocked by Playwright/);
    const context = await visits.context({ ...SMALL, serviceWorkers: 'block' });
    const page = await visits.page(context);
    visits.allowed.push(...CHROMIUM_SAYS);
    await context.route(/prologue\.yarn/, (route) => route.abort());
    await page.goto(visits.base + 'play.html' + GUEST);
    await page.waitForSelector('html.playing');
    await until(page, (items) => button(items, /^Try again$/), 'that it did not come');
    await audit(page);
    await context.unroute(/prologue\.yarn/);
    await click(page, /^Try again$/);
    await until(page, isLevel);
  },

  async 'a name on the school\'s network without a certificate plays and saves'(visits) {
    visits.allowed.push(...CHROMIUM_SAYS);
    const port = new URL(visits.base).port;
    const browser = await launch({ args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP school.test 127.0.0.1'] });
    try {
      const page = await browser.newPage(SMALL);
      const faults = [];
      page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) { faults.push(message.text()); } });
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.goto('http://school.test:' + port + '/play.html?lang=en&motion=reduced');
      await page.waitForSelector('html.playing');
      assert.deepEqual(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator]), [false, false]);
      const place = await begin(page);
      await page.reload();
      await page.waitForSelector('html.playing');
      await isSamePlace(page, place);
      assert.deepEqual(faults.filter((fault) => !CHROMIUM_SAYS.some((pattern) => pattern.test(fault))), []);
    } finally {
      await browser.close();
    }
  },

  async 'the page of one file plays from a disk, saves, and asks nobody'(visits) {
    if (!existsSync(ONE_FILE)) { throw new Error(ONE_FILE + ' is missing'); }
    visits.allowed.push(...CHROMIUM_SAYS);
    const page = await visits.page(await visits.context(SMALL));
    const asked = [];
    page.on('request', (request) => { if (!/^(data|blob):/.test(request.url())) { asked.push(request.url()); } });
    await page.goto(pathToFileURL(ONE_FILE) + '?lang=en&motion=reduced');
    await page.waitForSelector('html.playing');
    const place = await begin(page);
    assert.equal(asked.length, 1, asked.join());
    await page.reload();
    await page.waitForSelector('html.playing');
    await isSamePlace(page, place);
    assert.equal(asked.length, 2, asked.join());
  },

  async 'a gamepad turns the page, and is not asked for once it is away'(visits) {
    const context = await visits.context(SMALL);
    await context.addInitScript(() => {
      const pad = { id: 'Pad (STANDARD GAMEPAD Vendor: 045e Product: 028e)', index: 0, connected: true, mapping: 'standard', timestamp: 1, axes: [0, 0, 0, 0],
        buttons: Array.from({ length: 17 }, () => ({ pressed: false, touched: false, value: 0 })) };
      let isIn = false;
      window.looks = 0;
      navigator.getGamepads = () => { window.looks++; return [isIn ? pad : null, null, null, null]; };
      const tell = (type) => { const event = new Event(type); event.gamepad = pad; window.dispatchEvent(event); };
      window.plug = () => { isIn = true; tell('gamepadconnected'); };
      window.unplug = () => { isIn = pad.connected = false; tell('gamepaddisconnected'); };
      window.hold = (isDown) => { pad.timestamp++; pad.buttons[0] = { pressed: isDown, touched: isDown, value: isDown ? 1 : 0 }; };
    });
    const page = await open(visits, GUEST, context);
    const before = say(await until(page, isLevel));
    await page.evaluate(() => window.plug());
    await wait(500);
    await page.evaluate(() => window.hold(true));
    await until(page, (items) => isLevel(items) && say(items) !== before, 'the next line');
    await page.evaluate(() => window.hold(false));
    await wait(300);
    await page.evaluate(() => window.unplug());
    await wait(2500);
    const looks = await page.evaluate(() => window.looks);
    await wait(2000);
    assert.ok(await page.evaluate(() => window.looks) - looks <= 2, 'it is asked for all the time');
  },

  async 'the browser\'s Back is the game\'s: a level is paused, not lost'(visits) {
    const page = await open(visits, GUEST, await visits.context(SMALL));
    await until(page, isLevel);
    await page.keyboard.press('Enter');
    await wait(300);
    const line = say(await until(page, isLevel));
    await page.goBack();
    await until(page, (items) => !isLevel(items), 'another screen than the level');
    assert.match(page.url(), /play\.html/);
    assert.ok(line.length);
  },

  async 'of two tabs one keeps the progress, and the other says so'(visits) {
    const context = await visits.context(SMALL);
    const first = await open(visits, '?lang=en&motion=reduced', context);
    const second = await open(visits, '?lang=en&motion=reduced', context);
    await begin(second);
    await first.bringToFront();
    await click(first, /^Play$/);
    await click(first, /^I am new here$/);
    await click(first, /^That is me!$/);
    await first.waitForSelector('.notice[data-word="elsewhere"]');
    await second.reload();
    await second.waitForSelector('html.playing');
    await until(second, (items) => button(items, /^Go on$/), 'the story to go on with');
  },
};
