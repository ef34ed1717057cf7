/* What the tests of the whole game share: the built site, what the page says is on the screen, and a way through a level. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './harness.mjs';

export const SITE = path.join(ROOT, 'build/web/site');
export const ONE_FILE = path.join(ROOT, 'build/web/sango.html');
const STEPS_MAX = 250;    /* more than any level has lines */
const PATIENCE_MS = 15000; /* for one step, on a busy machine */

/* Why these tests cannot run, or ''. */
export const missing = () => existsSync(path.join(SITE, 'play/sango.wasm')) && existsSync(path.join(SITE, 'files.json')) ? '' : 'the site is not built: ./run web';

/* What Chromium says of itself on any page with WebGL and sound, none of it ours. */
export const CHROMIUM_SAYS = [
  /Automatic fallback to software WebGL/,      /* there is no graphics card here */
  /GPU stall due to ReadPixels/,               /* Chromium reads the canvas for its picture of the page, without a card slowly */
  /ScriptProcessorNode is deprecated/,         /* SDL 2 plays through it: AudioWorklet needs a secure origin */
];

/* Opens the real game: a page of Playwright's. */
export async function open(visits, query = '', context = null, before = async () => {}) {
  visits.allowed.push(...CHROMIUM_SAYS);
  return visits.play(query, context, before);
}

/* [{ tag, id, role, name, x, y }] in the order of the page; x, y: the middle, in pixels of the page. For either driver. */
export const look = (page) => page.evaluate(() => Array.from(document.querySelectorAll('#access [data-key]'), (e) => {
  const box = e.getBoundingClientRect();
  return {
    tag: e.tagName.toLowerCase(), id: Number(e.dataset.id) || 0, isOption: e.tagName === 'BUTTON' && e.parentNode.id !== 'access', role: e.getAttribute('role') || '',
    name: (e.getAttribute('aria-label') || e.textContent) + (e.getAttribute('aria-valuetext') || ''), x: box.x + box.width / 2, y: box.y + box.height / 2,
  };
}));
/* Without the words for sounds, which come and go by themselves. */
export const say = (items) => items.filter((item) => !/^\[.*\]$/.test(item.name)).map((item) => item.name).join(' | ');
export const has = (items, pattern) => items.some((item) => pattern.test(item.name));
export const button = (items, pattern) => items.find((item) => item.tag === 'button' && pattern.test(item.name));

/* Waits until what is on the screen pleases; gives it. */
export async function until(page, pleases, what = 'the next screen') {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const items = await look(page);
    if (pleases(items)) { return items; }
    if (Date.now() > end) { throw new Error('waited for ' + what + ', but there is: ' + say(items)); }
    await new Promise((done) => setTimeout(done, 15));
  }
}

/* What leads on in a level: an answer (`choose` of their list), or the button that turns the page. */
export function onward(items, choose = (answers) => answers[answers.length - 1]) {
  const answers = items.filter((item) => item.isOption);
  return answers.length ? choose(answers) : button(items, /^(Next|Go on|Hooray!)$/);
}

export const isLevel = (items) => has(items, /of \d+ stars/) && Boolean(onward(items));
export const isDebrief = (items) => Boolean(button(items, /^To the map$/));

/* Goes on by `act(item, items)` until `isThere`, at first the debrief; gives all screens that were seen, as texts, the last one's items last. */
export async function playOn(page, act, { isThere = isDebrief, choose } = {}) {
  const seen = [];
  let items = await until(page, (now) => isThere(now) || onward(now), 'the level');
  for (let step = 0; !isThere(items); step++) {
    assert.ok(step < STEPS_MAX, 'no end of the level after ' + STEPS_MAX + ' steps: ' + say(items));
    const before = say(items);
    seen.push(before);
    await act(onward(items, choose), items);
    items = await until(page, (now) => say(now) !== before && (isThere(now) || onward(now)), 'what follows ' + before);
  }
  seen.push(say(items));
  return { seen, items };
}
