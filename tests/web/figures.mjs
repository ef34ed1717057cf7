/* node tests/web/figures.mjs SITE [--short]: what a whole site costs in real browsers, as JSON { name: number }. ./run bench calls it.
 * Each start is in a new profile: nothing is kept from the one before. Times are from the navigation on. */
import { spawnSync } from 'node:child_process';
import puppeteer from 'puppeteer-core';
import { Visits, launch, serve } from './harness.mjs';

const [site, isShort] = [process.argv[2], process.argv.includes('--short')];
const STARTS = isShort ? 3 : 7, TAPS = isShort ? 10 : 40, STILL_S = isShort ? 4 : 20;
const BREATHES_S = 24;                                      /* figures move and music plays for so long */
const SLOW = { rate: 4, bytes: 20e6 / 8, latency: 20 };     /* processor / 4, 20 Mbit/s, 20 ms */
const VIEW = { width: 1280, height: 720 };
const median = (list) => list.slice().sort((a, b) => a - b)[Math.floor(list.length / 2)];
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const figures = {};

/* In the page, before its scripts: notes what it draws and how often it wakes up. `presented`: the browser has shown what was drawn. */
function watch() {
  const seen = window.seen = { decoding: 0, decoded: 0, drawn: 0, frames: 0, timers: 0, wasm: null, tap: null, taps: [] };
  const presented = (act) => realFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = act; channel.port2.postMessage(0); });
  const realFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (act) => realFrame((time) => { seen.frames++; act(time); });
  for (const name of ['setTimeout', 'setInterval']) {
    const real = window[name].bind(window);
    window[name] = (act, ms, ...more) => real((...given) => { seen.timers++; return act(...given); }, ms, ...more);
  }
  const decode = window.createImageBitmap;
  window.createImageBitmap = function (...given) {
    seen.decoding++;
    const done = decode.apply(window, given);
    done.then(() => { seen.decoding--; seen.decoded++; });
    return done;
  };
  /* By pixels or by WebGL, whatever SDL took. */
  const drew = () => {
    seen.drawn++;
    if (!seen.whole && seen.decoded && !seen.decoding) { seen.whole = 1; presented(() => { seen.whole = performance.now(); }); }
    if (seen.tap !== null) {
      const since = seen.tap;
      seen.tap = null;
      presented(() => { seen.taps.push(performance.now() - since); });
    }
  };
  for (const [kind, name] of [[CanvasRenderingContext2D, 'putImageData'], [WebGLRenderingContext, 'drawArrays'], [WebGLRenderingContext, 'drawElements']]) {
    const real = kind.prototype[name];
    kind.prototype[name] = function (...given) {
      real.apply(this, given);
      if (this.canvas.id === 'canvas') { drew(); }
    };
  }
  document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
    if (!seen.first && document.documentElement.classList.contains('playing')) { seen.first = 1; presented(() => { seen.first = performance.now(); }); }
  }).observe(document.documentElement, { attributes: true }));
  addEventListener('pointerdown', (event) => { seen.tap = event.timeStamp; }, true);
  const start = WebAssembly.instantiate;
  WebAssembly.instantiate = (...given) => start(...given).then((made) => {
    seen.wasm = Object.values((made.instance || made).exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  });
}

const isWhole = () => window.seen.whole > 1 && window.seen.first > 1;

async function slowDown(page) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', { offline: false, latency: SLOW.latency, downloadThroughput: SLOW.bytes, uploadThroughput: SLOW.bytes });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOW.rate });
}

async function open(browser, base, act, slow) {
  const visits = new Visits(browser, base);
  visits.allowed = [/software WebGL/, /GPU stall/, /ScriptProcessorNode/]; /* of a machine without a graphics card; of SDL's sound */
  const page = await visits.page(await visits.context({ viewport: VIEW, hasTouch: true }));
  await page.addInitScript(watch);
  if (slow) { await slowDown(page); }
  const result = await act(page);
  await visits.end();
  return result;
}

const start = (browser, base, slow) => open(browser, base, async (page) => {
  await page.goto(base + 'play.html', { waitUntil: 'commit' });
  await page.waitForFunction(isWhole, null, { polling: 50, timeout: 120000 });
  return page.evaluate(() => ({ first: window.seen.first, whole: window.seen.whole }));
}, slow);

/* The same wasm fetched and compiled, and one rectangle. */
const startFloor = (browser, base, slow) => open(browser, base, async (page) => {
  await page.goto(base + 'floor.html', { waitUntil: 'commit' });
  await page.waitForFunction(() => window.floor > 0, null, { polling: 50, timeout: 120000 });
  return page.evaluate(() => window.floor);
}, slow);

/* One after the other, so that a busy moment of the machine meets all. */
async function measureStarts(browser, base) {
  const game = [], whole = [], floor = [], slow = [], slowFloor = [];
  for (let i = 0; i < STARTS; i++) {
    floor.push(await startFloor(browser, base, false));
    const plain = await start(browser, base, false);
    game.push(plain.first);
    whole.push(plain.whole);
    slowFloor.push(await startFloor(browser, base, true));
    slow.push((await start(browser, base, true)).whole);
  }
  Object.assign(figures, { first_ms: median(game), whole_ms: median(whole), floor_ms: median(floor), slow_ms: median(slow), slow_floor_ms: median(slowFloor),
    whole_best_ms: Math.min(...whole), slow_best_ms: Math.min(...slow) });
}

/* As a screen reader does: by what it is called. */
async function choose(page, ...names) {
  for (const name of names) {
    await page.waitForFunction((wanted) => Array.from(document.querySelectorAll('#access button')).some((one) => one.textContent.startsWith(wanted)), name);
    await page.evaluate((wanted) => Array.from(document.querySelectorAll('#access button')).find((one) => one.textContent.startsWith(wanted)).click(), name);
    await sleep(400);
  }
}

/* To the first question of the level, as a screen reader goes: by the button that leads on. */
async function toQuestion(page) {
  for (let i = 0; i < 120 && !await page.$('#access [role=list] button'); i++) {
    await page.evaluate(() => { const next = Array.from(document.querySelectorAll('#access button')).find((one) => /^(Next|Go on)/.test(one.textContent)); if (next) { next.click(); } });
    await sleep(250);
  }
  await page.waitForSelector('#access [role=list] button', { state: 'attached' });
}

async function still(page, name) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable');
  const look = async () => {
    const { metrics } = await tools.send('Performance.getMetrics');
    const seen = await page.evaluate(() => ({ frames: window.seen.frames, timers: window.seen.timers, drawn: window.seen.drawn }));
    return Object.assign(seen, Object.fromEntries(metrics.map((metric) => [metric.name, metric.value])));
  };
  await sleep(BREATHES_S * 1000);
  const before = await look();
  await sleep(STILL_S * 1000);
  const after = await look();
  const more = (key) => (after[key] - before[key]) / STILL_S;
  Object.assign(figures, { ['still_' + name + '_wakeups']: more('frames') + more('timers'), ['still_' + name + '_drawn']: more('drawn'), ['still_' + name + '_percent']: 100 * more('TaskDuration') });
}

const measureTitle = (browser, base) => open(browser, base, async (page) => {
  await page.goto(base + 'play.html');
  await page.waitForFunction(isWhole);
  await still(page, 'title');
});

const measureMap = (browser, base) => open(browser, base, async (page) => {
  await page.goto(base + 'play.html');
  await page.waitForFunction(isWhole);
  await choose(page, 'Play', 'I am new here', 'That is me!', '7 to 9');
  await still(page, 'map');
});

const measureLevel = (browser, base) => open(browser, base, async (page) => {
  await page.goto(base + 'play.html?level=prologue');
  await page.waitForFunction(isWhole);
  await toQuestion(page);
  await still(page, 'decision');
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable');
  const { metrics } = await tools.send('Performance.getMetrics');
  figures.heap_mib = metrics.find((metric) => metric.name === 'JSHeapUsedSize').value / 1048576;
  figures.wasm_mib = await page.evaluate(() => window.seen.wasm.buffer.byteLength / 1048576);
});

/* The title's first and last button in turn, each until the picture after it is on the screen. */
const measureTaps = (browser, base) => open(browser, base, async (page) => {
  await page.goto(base + 'play.html');
  await page.waitForFunction(isWhole);
  await sleep(2000);
  for (let i = 0; i < TAPS; i++) {
    const box = await page.evaluate(() => {
      const { x, y, width, height } = Array.from(document.querySelectorAll('#access button')).find((one) => /^(Settings|Back)/.test(one.textContent)).getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    });
    await page.touchscreen.tap(...box);
    await page.waitForFunction((n) => window.seen.taps.length > n, i);
    await sleep(700);
  }
  const taps = await page.evaluate(() => window.seen.taps.slice().sort((a, b) => a - b));
  Object.assign(figures, { tap_median_ms: median(taps), tap_max_ms: taps.pop() });
});

async function measureFirefox(base) {
  const program = process.env.SANGO_FIREFOX || '/usr/bin/firefox-esr';
  if (spawnSync(program, ['--version']).error) { return; }
  const times = [];
  for (let i = 0; i < Math.min(3, STARTS); i++) {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: program, headless: true, defaultViewport: VIEW });
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(watch);
    await page.goto(base + 'play.html');
    await page.waitForFunction(isWhole, { timeout: 120000, polling: 50 });
    times.push(await page.evaluate(() => window.seen.whole));
    await browser.close();
  }
  figures.firefox_ms = median(times);
}

const server = await serve(site);
const browser = await launch();
try {
  await measureStarts(browser, server.base);
  await measureTaps(browser, server.base);
  await Promise.all([measureTitle, measureMap, measureLevel].map((measure) => measure(browser, server.base)));
  await measureFirefox(server.base);
} finally {
  await browser.close();
  server.stop();
}
console.log(JSON.stringify(figures));
