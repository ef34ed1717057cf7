/* The page of the game with the pretended engine: pretend/sango.js. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HERE, ROOT, audit, python } from './harness.mjs';

export const site = (folder) => python(path.join(HERE, 'pretend/make_site.py'), folder);

const calls = (page, name) => page.evaluate((wanted) => window.pretend.calls.filter((call) => call[0] === wanted).map((call) => call.slice(1)), name);
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('data-id') || document.activeElement.id);
const log = (page) => page.evaluate(() => Array.from(document.querySelectorAll('#log p'), (p) => p.textContent));
/* Waiting is short: the page's timers of less than 5 s fire at once. */
const hurry = (page) => page.addInitScript(() => {
  const real = window.setTimeout;
  window.setTimeout = (act, ms, ...args) => real(act, ms < 2900 ? 0 : ms, ...args);
});

export const tests = {
  async 'starts, and gives the engine its files'(visits) {
    const page = await visits.play();
    const files = await page.evaluate(() => Array.from(window.pretend.files.keys()).sort());
    assert.deepEqual(files.filter((file) => !file.includes('map.ogg')), ['/data/assets/fonts/large.ttf', '/data/assets/themes/day.json']);
    assert.deepEqual(await page.evaluate(() => window.pretend.arguments), ['--data', '/data', '--size', '960x540']);
    await page.waitForFunction(() => window.pretend.page.progress('rest') === 1);
    assert.equal(await page.evaluate(() => window.pretend.files.get('/data/assets/sound/map.ogg').length), 50000);
    assert.equal(await page.evaluate(() => window.pretend.page.progress('level/prologue')), 0);
    assert.equal(await page.evaluate(() => window.pretend.page.progress('level/of-nobody')), 1);
    assert.equal(await focused(page), 'game');
  },

  async 'pictures come as RGBA that is not premultiplied'(visits) {
    const page = await visits.play();
    const picture = await page.evaluate(async () => {
      const { width, height, data } = await window.pretend.page.picture('assets/built/720/half.png');
      return { width, height, data: Array.from(data.slice(4, 12)), kind: data.constructor.name };
    });
    assert.deepEqual([picture.width, picture.height, picture.kind], [4, 4, 'Uint8ClampedArray']);
    assert.deepEqual(picture.data.slice(4), [200, 100, 40, 255]);
    assert.equal(picture.data[3], 128);
    picture.data.slice(0, 3).forEach((value, i) => assert.ok(Math.abs(value - [200, 100, 40][i]) <= 2, String(picture.data)));
    assert.match(await page.evaluate(() => window.pretend.page.picture('assets/nothing.png').then(() => 'there', (error) => error.message)), /no picture/);
    assert.match(await page.evaluate(() => window.pretend.page.file('assets/nothing.json').then(() => 'there', (error) => error.message)), /no file/);
  },

  async 'bytes are counted and said'(visits) {
    const page = await visits.page();
    let release;
    await page.route('**/map.ogg*', (route) => route.continue());
    await page.route('**/large.ttf*', (route) => { release = () => route.continue(); });
    await page.goto(visits.base + 'play.html');
    await page.waitForFunction(() => document.getElementById('bytes').textContent !== '');
    assert.match(await page.textContent('#bytes'), /^0\.0 of 0\.3 MB$/);
    await audit(page);
    release();
    await page.waitForSelector('html.playing');
    assert.equal(await page.evaluate(() => document.getElementById('bar').value), 100);
  },

  async 'the keyboard reaches every item and presses it once'(visits) {
    const page = await visits.play();
    const reached = [];
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('Tab');
      reached.push(await focused(page));
    }
    assert.deepEqual(reached, ['1', '2', '3', '4', '5']);
    assert.deepEqual((await calls(page, 'focus')).flat(), [1, 2, 3, 4]); /* the first, too: now its ring is drawn */
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'full');
    await page.focus('[data-id="1"]');
    await page.keyboard.press('Enter');
    assert.deepEqual(await calls(page, 'press'), [[1]]);
    assert.equal(await focused(page), '11'); /* the new screen's */
    assert.deepEqual((await calls(page, 'focus')).pop(), [11]);
    await page.keyboard.press('Space');
    assert.deepEqual(await calls(page, 'press'), [[1], [11]]);
    assert.deepEqual(await calls(page, 'key'), []);
    assert.equal(await page.evaluate(() => window.pretend.state.turn), 1);
  },

  async 'a disabled item is reached and does nothing'(visits) {
    const page = await visits.play();
    await page.focus('[data-id="5"]');
    await page.keyboard.press('Enter');
    assert.deepEqual(await calls(page, 'press'), []);
    assert.equal(await page.getAttribute('[data-id="5"]', 'aria-disabled'), 'true');
  },

  async 'other keys are the game\'s, and the browser keeps its own'(visits) {
    const page = await visits.play();
    for (const key of ['ArrowDown', 'Escape', 'a', 'F6', 'Control+b', 'Alt+x', 'Shift+Tab']) { await page.keyboard.press(key); }
    assert.deepEqual((await calls(page, 'key')).flat(), ['ArrowDown', 'Escape', 'a', 'Shift']);
  },

  async 'arrows move the page\'s focus with the game\'s'(visits) {
    const page = await visits.play();
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'game'); /* whoever is not among the elements stays out */
    await page.focus('[data-id="1"]');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), '2');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), '3');
  },

  async 'a slider takes arrows through the game and steps from helpers'(visits) {
    const page = await visits.play();
    await page.focus('[data-id="2"]');
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await calls(page, 'adjust'), []); /* SDL did it */
    assert.equal(await page.getAttribute('[data-id="2"]', 'aria-valuetext'), '70 %');
    await page.evaluate(() => {
      const slider = document.querySelector('[data-id="2"]');
      slider.value = 0;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    assert.deepEqual(await calls(page, 'adjust'), [[2, -1]]);
    assert.equal(await page.getAttribute('[data-id="2"]', 'aria-valuetext'), '60 %');
  },

  async 'roles, states and descriptions'(visits) {
    const page = await visits.play();
    assert.equal(await page.getByRole('heading', { level: 2, name: "Sango's Story" }).count(), 1);
    assert.equal(await page.getByRole('switch', { name: 'Sounds', checked: true }).count(), 1);
    assert.equal(await page.getByRole('meter', { name: 'Stars' }).getAttribute('aria-valuemax'), '6');
    const note = await page.getByRole('button', { name: 'Play', exact: true }).getAttribute('aria-describedby');
    assert.equal(await page.evaluate((id) => document.getElementById(id).textContent, note), 'Sango waits for you.');
    await page.focus('[data-id="3"]');
    await page.keyboard.press('Space');
    assert.equal(await page.getByRole('switch', { name: 'Sounds', checked: false }).count(), 1);
    await page.focus('[data-id="1"]');
    await page.keyboard.press('Enter');
    assert.equal(await page.getByRole('list', { name: 'Answers' }).getByRole('listitem').getByRole('button').count(), 3);
  },

  async 'elements lie over what is drawn'(visits) {
    const page = await visits.play();
    const box = await page.locator('[data-id="1"]').boundingBox();
    const canvas = await page.locator('#canvas').boundingBox();
    assert.ok(Math.abs(box.x - (canvas.x + .35 * canvas.width)) < 2 && Math.abs(box.y - (canvas.y + .55 * canvas.height)) < 2 && Math.abs(box.width - .3 * canvas.width) < 2, JSON.stringify(box));
  },

  async 'an element that stays keeps the focus, and is not moved'(visits) {
    const page = await visits.play();
    await page.focus('[data-id="3"]');
    const kept = await page.evaluate(() => {
      const { page: told, state } = window.pretend;
      const before = document.activeElement;
      let blurs = 0;
      before.addEventListener('blur', () => blurs++);
      const item = (id, label) => ({ id, role: id === 3 ? 'switch' : 'button', label, value: '', description: '', focusable: true, disabled: false, checked: false, x: 0, y: 0, w: .1, h: .1 });
      told.say({ title: 'x', focus: 3, items: [item(9, 'New'), item(3, 'Sounds'), item(1, 'Play'), item(8, 'Newer')] });
      told.say({ title: 'x', focus: 3, items: [item(1, 'Play'), item(9, 'New'), item(7, 'Newest'), item(3, 'Sound')] });
      return { same: before === document.activeElement, blurs, order: Array.from(document.querySelectorAll('#access [data-id]'), (e) => e.dataset.id).join(), label: before.textContent, focus: state.focus };
    });
    assert.deepEqual(kept, { same: true, blurs: 0, order: '1,9,7,3', label: 'Sound', focus: 3 });
  },

  async 'answers about the focus that cross each other come to rest'(visits) {
    const page = await visits.play();
    await page.keyboard.press('Tab');
    const { turns, same } = await page.evaluate(() => {
      const { page: told, module } = window.pretend;
      const queue = [1, 2]; /* as the real engine: it hears of both before it answers to the first */
      const item = (id) => ({ id, role: 'button', label: 'Item ' + id, value: '', description: '', focusable: true, disabled: false, checked: false, x: 0, y: id / 10, w: .1, h: .1 });
      module._sango_focus = (id) => queue.push(id);
      let turns = 0, focus = 0;
      for (; queue.length && turns < 100; turns++) {
        focus = queue.shift();
        told.say({ title: 'x', focus, items: [item(1), item(2)] });
      }
      return { turns, same: document.activeElement.dataset.id === String(focus) };
    });
    assert.ok(turns < 10, turns + ' turns');
    assert.ok(same);
  },

  async 'the log gets only what is new'(visits) {
    const page = await visits.play();
    assert.deepEqual(await log(page), ["Sango's Story. Kofi thinks. Stars: 0 of 6."]);
    await page.focus('[data-id="1"]');
    await page.keyboard.press('Enter');
    assert.deepEqual((await log(page)).slice(1), ['The Ninja Phone. Kofi: What shall we tell Kofi? Turn 0.']);
    await page.keyboard.press('Enter');
    assert.deepEqual((await log(page)).slice(2), ['Turn 1.']);
    await page.evaluate(() => { document.activeElement.blur(); window.pretend.state.turn = 7; window.pretend.show(); });
    assert.deepEqual((await log(page)).slice(3), ['Turn 7. Just the street. Say no address. Ask who they are.']);
  },

  async 'a finger and a mouse are handled once, by the canvas'(visits) {
    const context = await visits.context({ hasTouch: true });
    const page = await visits.play('', context);
    const box = await page.locator('#canvas').boundingBox();
    await page.touchscreen.tap(box.x + 5, box.y + 5);
    await page.waitForSelector('#access.through', { state: 'attached' });
    await page.touchscreen.tap(box.x + .5 * box.width, box.y + .6 * box.height);
    assert.deepEqual(await calls(page, 'pointer'), [[0], [1]]);
    await page.mouse.click(box.x + .5 * box.width, box.y + .2 * box.height);
    assert.deepEqual(await calls(page, 'pointer'), [[0], [1], [11]]);
    assert.deepEqual(await calls(page, 'press'), []);
    await page.waitForTimeout(50);
    await page.evaluate(() => document.querySelector('[data-id="12"]').click()); /* as a screen reader does */
    assert.deepEqual(await calls(page, 'press'), [[12]]);
  },

  async 'the first finger of all presses once what it finds, and is passed on where it finds no button'(visits) {
    const context = await visits.context({ hasTouch: true });
    const page = await visits.play('', context);
    const tap = async (selector) => {
      const box = await page.locator(selector).first().boundingBox();
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    };
    await tap('[data-id="1"]');
    assert.deepEqual([await calls(page, 'press'), await calls(page, 'pointer')], [[[1]], []]);
    const other = await visits.play('', context);
    await other.evaluate(() => {
      window.heard = [];
      for (const type of ['mousedown', 'mouseup']) { document.getElementById('canvas').addEventListener(type, (event) => window.heard.push(type + ' ' + event.isTrusted)); }
    });
    const box = await other.locator('#access h2').boundingBox();
    await other.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await other.waitForFunction(() => window.heard.length === 2);
    assert.deepEqual(await other.evaluate(() => window.heard), ['mousedown false', 'mouseup false']);
  },

  async 'what is saved is there after a reload'(visits) {
    const context = await visits.context();
    const page = await visits.play('', context);
    assert.equal(await page.evaluate(() => window.pretend.page.canSave), 'yes');
    await page.evaluate(() => { for (let i = 1; i <= 5; i++) { window.pretend.page.save(new TextEncoder().encode('turn ' + i)); } });
    await page.waitForFunction(() => new Promise((done) => {
      indexedDB.open('sango').onsuccess = (event) => {
        event.target.result.transaction('kept').objectStore('kept').get('progress').onsuccess = (got) => done(got.target.result && got.target.result.generation === 5);
      };
    }));
    await page.reload();
    await page.waitForSelector('html.playing');
    assert.equal(await page.evaluate(() => window.pretend.saved), 'turn 5');
  },

  async 'a second tab does not overwrite the first'(visits) {
    const context = await visits.context();
    const first = await visits.play('', context);
    const second = await visits.play('', context);
    const save = (page, text) => page.evaluate((words) => window.pretend.page.save(new TextEncoder().encode(words)), text);
    await save(first, 'turn 1');
    await first.waitForTimeout(100);
    await save(second, 'turn 9');
    await second.waitForFunction(() => window.pretend.page.canSave === 'elsewhere');
    await second.waitForSelector('.notice');
    await save(second, 'turn 9');
    await save(first, 'turn 2');
    await first.waitForTimeout(100);
    assert.equal(await first.evaluate(() => window.pretend.page.canSave), 'yes');
    await second.reload();
    await second.waitForSelector('html.playing');
    assert.equal(await second.evaluate(() => window.pretend.saved), 'turn 2');
    assert.equal(await second.evaluate(() => window.pretend.page.canSave), 'yes');
  },

  async 'without a storage it says so once and plays'(visits) {
    const page = await visits.play('', null, (one) => one.addInitScript(() => Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('blocked', 'SecurityError'); } })));
    assert.equal(await page.evaluate(() => window.pretend.page.canSave), 'no');
    assert.equal(await page.locator('.notice').count(), 1);
    await audit(page);
    await page.locator('.notice button').click();
    assert.equal(await page.locator('.notice').count(), 0);
    assert.equal(await focused(page), 'game');
  },

  async 'save=off keeps nothing and is no trouble'(visits) {
    const page = await visits.play('?save=off');
    assert.equal(await page.evaluate(() => window.pretend.page.canSave), 'no');
    assert.equal(await page.locator('.notice').count(), 0);
  },

  async 'three failures are made good'(visits) {
    visits.allowed.push(/Failed to load resource/);
    let left = 3;
    await visits.play('', null, async (page) => {
      await hurry(page);
      await page.route('**/large.ttf*', (route) => (left-- > 0 ? route.abort() : route.continue()));
    });
    assert.equal(left, -1);
  },

  async 'without a connection it says so, and goes on when asked'(visits) {
    visits.allowed.push(/Failed to load resource/);
    const page = await visits.page();
    let isOut = true;
    await page.addInitScript(() => {
      const real = window.setTimeout;
      window.setTimeout = (act, ms, ...args) => real(act, ms === 3000 && !window.pretend ? ms : 0, ...args);
    });
    await page.route('**/large.ttf*', (route) => (isOut ? route.abort() : route.continue()));
    await page.goto(visits.base + 'play.html');
    await page.waitForSelector('#again:visible', { timeout: 15000 });
    assert.match(await page.textContent('#why'), /could not be loaded/);
    await audit(page);
    isOut = false;
    await page.click('#again');
    await page.waitForSelector('html.playing');
  },

  async 'a level that does not come can be asked for again'(visits) {
    visits.allowed.push(/Failed to load resource|registration blocked by Playwright/);
    let isOut = true;
    const context = await visits.context({ serviceWorkers: 'block' }); /* else the worker fetches, past the route */
    const page = await visits.play('', context, async (one) => {
      await hurry(one);
      await one.route('**/prologue.yarn*', (route) => (isOut ? route.abort() : route.continue()));
    });
    await page.evaluate(() => window.pretend.page.group('level/prologue').then(() => 'there', () => 'not there'));
    assert.equal(await page.evaluate(() => window.pretend.page.progress('level/prologue')), -1);
    isOut = false;
    await page.evaluate(() => window.pretend.page.group('level/prologue'));
    await page.waitForFunction(() => window.pretend.page.progress('level/prologue') === 1);
    assert.ok(await page.evaluate(() => window.pretend.files.has('/data/levels/sango/prologue.yarn')));
  },

  async 'an old browser is told in its language'(visits) {
    const page = await visits.page();
    await page.addInitScript(() => { delete window.WebAssembly; });
    await page.goto(visits.base + 'play.html?lang=ar');
    await page.waitForSelector('#why:not(:empty)');
    assert.equal(await page.textContent('#why'), 'هذا المتصفح قديم جدا للعبة.');
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  },

  async 'an engine that ends badly has a way on'(visits) {
    const page = await visits.play();
    await page.focus('[data-id="1"]');
    await page.evaluate(() => window.pretend.page.ended(1));
    assert.match(await page.textContent('#why'), /went wrong/);
    assert.equal(await focused(page), 'again');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await page.evaluate(() => document.getElementById('game').contains(document.activeElement)), false);
    await page.click('#again');
    await page.waitForSelector('html.playing');
  },

  async 'a crash of the engine is told, too'(visits) {
    visits.allowed.push(/page error/);
    const page = await visits.play();
    await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
    await page.waitForSelector('#again:visible');
    assert.match(await page.textContent('#why'), /went wrong/);
  },

  async 'sound waits for a gesture, and is silent while nobody sees it'(visits) {
    const state = (page) => page.evaluate(() => window.pretend.module.SDL2.audioContext.state);
    const page = await visits.play('?try=1');
    await page.evaluate(() => window.pretend.module.SDL2.audioContext.suspend());
    await page.click('#canvas', { position: { x: 5, y: 5 } });
    await page.waitForFunction(() => window.pretend.module.SDL2.audioContext.state === 'running');
    const hide = (hidden) => page.evaluate((is) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: is });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
    await hide(true);
    await page.waitForFunction(() => window.pretend.module.SDL2.audioContext.state === 'suspended');
    await page.keyboard.press('ArrowDown');
    assert.equal(await state(page), 'suspended');
    await hide(false);
    await page.waitForFunction(() => window.pretend.module.SDL2.audioContext.state === 'running');
    assert.deepEqual(await calls(page, 'visible'), [[0], [1]]);
    const mute = await visits.play('?sound=off');
    await mute.evaluate(() => window.pretend.module.SDL2.audioContext.suspend());
    await mute.click('#canvas', { position: { x: 5, y: 5 } });
    await mute.waitForTimeout(200);
    assert.equal(await state(mute), 'suspended');
  },

  async 'an older version goes once the new one has started'(visits, folder) {
    const kept = (page) => page.evaluate(async () => {
      const names = await caches.keys();
      return names.length ? (await (await caches.open(names[0])).keys()).map((one) => one.url.replace(/.*\//, '')) : [];
    });
    const has = async (page, test) => {
      for (let i = 0; i < 50; i++) {
        const names = await kept(page);
        if (test(names)) { return names; }
        await page.waitForTimeout(100);
      }
      throw new Error((await kept(page)).join(' '));
    };
    const page = await visits.play();
    const index = path.join(folder, 'files.json');
    const before = readFileSync(index, 'utf8');
    await has(page, (names) => names.includes('play.html') && names.some((name) => name.startsWith('map.ogg')));
    const [old] = (await kept(page)).filter((name) => name.startsWith('map.ogg'));
    writeFileSync(index, before.replace(old.split('=')[1], 'abcdef01'));
    try {
      python(path.join(ROOT, 'game/web/page.py'), folder);
      await page.reload();
      await page.waitForSelector('html.playing');
      const names = await has(page, (list) => list.includes('map.ogg?v=abcdef01') && !list.includes(old) && list.filter((name) => name.startsWith('files.json')).length === 1);
      assert.equal(names.filter((name) => name.startsWith('play.html')).length, 1);
    } finally {
      writeFileSync(index, before);
      python(path.join(ROOT, 'game/web/page.py'), folder);
    }
  },

  async 'parameters become arguments, and nonsense is left out'(visits) {
    const of = async (query, options) => {
      const page = await visits.play(query, options ? await visits.context(options) : null);
      const result = await page.evaluate(() => window.pretend.arguments.slice(2, -2).join(' '));
      await page.close();
      return result;
    };
    assert.equal(await of('?lang=ar&level=prologue&players=2&text=150&look=calm&motion=reduced&sound=off'),
      '--language ar --level prologue --players 2 --set text=150,look=calm,reduced_motion=1,music=0,effects=0');
    assert.equal(await of('?lang=../x&level=..%2F..%2Fetc&players=3&text=9999&look=neon&motion=maybe&sound=on&other=1'), '');
    assert.equal(await of('?text=120'), '--set text=125');
    assert.equal(await of('?motion=full', { reducedMotion: 'reduce' }), '--set reduced_motion=0');
    assert.equal(await of('', { reducedMotion: 'reduce', contrast: 'more' }), '--set look=contrast,reduced_motion=1');
    assert.equal(await of('', { forcedColors: 'active' }), '--set look=contrast');
    assert.equal(await of('?look=calm', { forcedColors: 'active' }), '--set look=calm');
    assert.equal(await of('', { locale: 'ar-EG' }), '--language ar');
    assert.equal(await of('', { locale: 'fi-FI' }), '');
  },

  async 'a language that the game has not is told, once'(visits) {
    const page = await visits.play('?lang=fi');
    assert.match(await page.textContent('.notice'), /does not speak the language/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    for (const query of ['?lang=en-GB', '?lang=../x', '']) {
      const other = await visits.play(query);
      assert.equal(await other.locator('.notice').count(), 0, query);
    }
  },

  async 'the taste is not left behind a closed dialog'(visits) {
    const page = await visits.page();
    await page.clock.install();
    await page.goto(visits.base + 'play.html?try=1');
    await page.waitForFunction(() => window.pretend);
    await page.clock.runFor(1000);
    await page.keyboard.press('Enter');
    await page.clock.fastForward(61000);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#taste[open]');
    await page.evaluate(() => {
      window.isOld = true;
      document.getElementById('taste').close(); /* as a browser does at the second Escape */
    });
    await page.waitForFunction(() => window.pretend && !window.isOld);
  },

  async 'another language is there before the first picture'(visits) {
    const page = await visits.play('?lang=ar');
    assert.equal(await page.evaluate(() => window.pretend.page.progress('language/ar') * window.pretend.page.progress('font/ar')), 1);
    assert.ok(await page.evaluate(() => window.pretend.files.has('/data/levels/sango/po/ar.mo')));
  },

  async 'the drawing size follows the place, up to a limit'(visits) {
    const small = await visits.play('', await visits.context({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 }));
    assert.deepEqual(await calls(small, 'resize'), [[780, 1688]]);
    await small.setViewportSize({ width: 844, height: 390 });
    await small.waitForFunction(() => document.getElementById('canvas').width === 1688);
    const large = await visits.play('', await visits.context({ viewport: { width: 3840, height: 2160 } }));
    const [[width, height]] = await calls(large, 'resize');
    assert.ok(width * height <= 2560 * 1440 + 4000 && Math.abs(width / height - 16 / 9) < .01, width + 'x' + height);
  },

  async 'Back is the game\'s, and leaves from the title'(visits) {
    visits.allowed.push(/404/); /* the icon of a page that names none */
    const page = await visits.page();
    await page.goto(visits.base + 'files.json');
    await page.goto(visits.base + 'play.html');
    await page.waitForSelector('html.playing');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => window.pretend.state.screen), 'level');
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => window.pretend.state.screen === 'title');
    assert.deepEqual(await page.evaluate(() => [history.state.sango, location.pathname.endsWith('play.html')]), ['in', true]);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => window.pretend.calls.filter((call) => call[0] === 'back').length === 2);
    await page.evaluate(() => window.pretend.show()); /* the same once more is no answer */
    await page.goBack(); /* the title did not answer: out */
    assert.match(page.url(), /files\.json$/);
  },

  async 'the taste ends after a minute of play, with a change of the screen'(visits) {
    const context = await visits.context();
    const page = await visits.page(context);
    await page.clock.install();
    await page.goto(visits.base + 'play.html?try=1&lang=en&level=prologue');
    await page.waitForFunction(() => window.pretend);
    await page.clock.runFor(1000);
    await page.clock.fastForward(120000); /* nobody has touched it yet */
    await page.evaluate(() => window.pretend.show());
    assert.equal(await page.locator('#taste').isVisible(), false);
    await page.evaluate(() => document.querySelector('#access button').click()); /* as a screen reader does */
    await page.clock.fastForward(59000);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#taste').isVisible(), false);
    await page.clock.fastForward(2000);
    await page.evaluate(() => window.pretend.show()); /* something goes by itself, or the focus moves: no page is turned */
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('#taste').isVisible(), false);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#taste').isVisible(), true);
    assert.deepEqual((await calls(page, 'visible')).pop(), [0]);
    assert.equal(await page.getAttribute('#taste-whole', 'href'), 'play.html?lang=en&level=prologue');
    assert.equal(await page.getAttribute('#taste-whole', 'target'), '_top');
    assert.equal(await focused(page), 'taste-whole');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#taste').isVisible(), true);
    assert.equal(await page.getByRole('dialog', { name: 'That was a taste of Sango\'s Story!' }).count(), 1);
    assert.equal(await page.evaluate(() => window.pretend.page.canSave), 'no');
    await audit(page);
    await page.click('#taste-again');
    await page.waitForFunction(() => window.pretend && window.pretend.calls.length < 5);
  },

  async 'in a frame it leaves focus, history and workers alone'(visits) {
    const page = await visits.page();
    const body = '<!DOCTYPE html><link rel="icon" href="data:,"><iframe src="play.html?embed=1" width="640" height="360" allow="fullscreen"></iframe>';
    await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(visits.base + 'host.html');
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame.waitForSelector('html.playing');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
    const length = await page.evaluate(() => history.length);
    await frame.click('#canvas', { position: { x: 320, y: 220 }, force: true });
    assert.equal(await page.evaluate(() => history.length), length);
    assert.equal(await frame.evaluate(() => navigator.serviceWorker.getRegistration().then(Boolean)), false);
    assert.equal(await frame.evaluate(() => window.pretend.state.screen), 'level');
  },

  async 'what was fetched plays without a network'(visits) {
    visits.allowed.push(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
    const context = await visits.context();
    const page = await visits.play('?lang=ar', context);
    await page.evaluate(() => window.pretend.page.group('level/prologue'));
    await page.waitForFunction(async () => {
      const names = await caches.keys();
      const kept = names.length ? await (await caches.open(names[0])).keys() : [];
      return ['play.html', 'sango.wasm', 'large.ttf', 'ar.json', 'title.woff2', 'prologue.yarn'].every((name) => kept.some((one) => one.url.includes(name)));
    });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('html.playing');
    assert.equal(await page.textContent('h1'), 'قصة سانغو');
    await page.evaluate(() => window.pretend.page.group('level/prologue'));
    await page.waitForFunction(() => window.pretend.page.progress('level/prologue') === 1);
  },

  async 'a page for a grown-up opens with its styles'(visits) {
    const context = await visits.context();
    const page = await visits.play('', context);
    const [tab] = await Promise.all([context.waitForEvent('page'), page.locator('[data-id="4"]').evaluate((e) => e.click())]);
    assert.equal(await tab.locator('h1').evaluate((e) => getComputedStyle(e).color), 'rgb(1, 2, 3)');
    assert.equal(await tab.locator('p').evaluate((e) => getComputedStyle(e).color), 'rgb(4, 5, 6)');
    await page.evaluate(() => window.pretend.page.show('figures.csv', new TextEncoder().encode('a,b\n')));
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.notice a')]);
    assert.equal(download.suggestedFilename(), 'figures.csv');
  },

  async 'axe finds nothing, in both directions'(visits) {
    for (const query of ['', '?lang=ar']) {
      const page = await visits.play(query);
      await audit(page);
      await page.focus('[data-id="1"]');
      await page.keyboard.press('Enter');
      await audit(page);
      await page.close();
    }
  },

  async 'full screen by the button'(visits) {
    const page = await visits.play();
    await page.focus('#full');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.evaluate(() => window.pretend.page.fullscreen(false));
    await page.waitForFunction(() => document.fullscreenElement === null);
    await page.waitForFunction(() => window.pretend.calls.filter((call) => call[0] === 'fullscreen').length === 2);
    assert.deepEqual(await calls(page, 'fullscreen'), [[1], [0]]); /* the game's switch follows */
  },

  async 'where there is no full screen the switch goes back'(visits) {
    const page = await visits.play('', null, (one) => one.addInitScript(() => {
      for (const name of ['fullscreenEnabled', 'webkitFullscreenEnabled']) { Object.defineProperty(Document.prototype, name, { get: () => false }); }
    }));
    assert.ok(await page.isHidden('#full'));
    await page.evaluate(() => window.pretend.page.fullscreen(true));
    await page.waitForFunction(() => window.pretend.calls.some((call) => call[0] === 'fullscreen'));
    assert.deepEqual(await calls(page, 'fullscreen'), [[0]]);
  },

  async 'a file is picked, and its name can do no harm'(visits) {
    const page = await visits.play();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.evaluate(() => { /* counts as a gesture */
      window.pretend.page.pick().then((file) => { window.picked = [file.name, file.bytes.length]; });
    })]);
    await chooser.setFiles({ name: 'les sons/../été 1.JSON', mimeType: 'application/json', buffer: Buffer.from('{}\n') });
    await page.waitForFunction(() => window.picked);
    const [name, length] = await page.evaluate(() => window.picked);
    assert.match(name, /^[A-Za-z0-9_-]+\.json$/);
    assert.equal(length, 3);
  },
};
