/* The real game in Chromium: a whole level by mouse, by finger, by keys; what is kept over a reload and a restart. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchKept } from './harness.mjs';
import { SITE, button, has, look, missing, onward, open, playOn, say, until } from './game.mjs';

export const skip = missing;
export const site = () => SITE;

const SMALL = { viewport: { width: 640, height: 360 } }; /* pictures are drawn without a graphics card here */
const LEVEL = '?lang=en&level=prologue&motion=reduced';

/* The whole prologue; what was told on the way. */
async function playLevel(page, act, choose) {
  const { seen, items } = await playOn(page, act, { choose });
  const all = seen.join('\n');
  assert.match(all, /I'm Sango\. I'm a phone\./);
  assert.match(all, /Next \| 0 of 5 stars/);
  assert.match(all, /Next \| 4 of 5 stars/);
  assert.match(all, /New badge! \| First Rescue \| You finished a whole story with Sango\./);
  assert.match(seen[seen.length - 2], /^What happened \| [1-3] of 3 stars \| Kiko /);
  assert.match(say(items), /^To take with you \| Privacy: [0-3] of 3 \| Kindness: .*Practise next.*Words for telling/s);
  assert.ok(button(items, /^Play it again$/));
}

/* Tab until the focus is on what leads on. */
async function tabTo(page, id) {
  for (let i = 0; i < 12; i++) {
    if (await page.evaluate((wanted) => document.activeElement.dataset.id === String(wanted), id)) { return; }
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach ' + id);
}

/* A new player, up to the map, and into the prologue. */
async function newPlayer(page, act) {
  const press = async (pattern) => act(button(await until(page, (items) => button(items, pattern), String(pattern)), pattern));
  await press(/^Play$/);
  await press(/^I am new here$/);
  await press(/^That is me!$/);
}

export const tests = {
  async 'a whole level by the mouse, where things are drawn'(visits) {
    const page = await open(visits, LEVEL, await visits.context(SMALL));
    await playLevel(page, (item) => page.mouse.click(item.x, item.y));
    const map = button(await look(page), /^To the map$/);
    await page.mouse.click(map.x, map.y);
    await until(page, (items) => !button(items, /^To the map$/) && items.some((item) => item.tag === 'h2'), 'what follows the debrief');
  },

  async 'a whole level by a finger'(visits) {
    const page = await open(visits, LEVEL, await visits.context({ ...SMALL, hasTouch: true, isMobile: true }));
    await playLevel(page, (item) => page.touchscreen.tap(item.x, item.y), (answers) => answers[0]);
  },

  async 'a whole level by Tab and Enter'(visits) {
    const page = await open(visits, LEVEL, await visits.context(SMALL));
    await playLevel(page, async (item) => {
      await tabTo(page, item.id);
      await page.keyboard.press('Enter');
    });
  },

  async 'a whole level by arrows and Enter on the picture'(visits) {
    const page = await open(visits, LEVEL, await visits.context(SMALL));
    let arrows = 0;
    await playLevel(page, async (item, items) => {
      assert.equal(await page.evaluate(() => document.activeElement.id), 'game');
      if (item.isOption) {
        await page.keyboard.press('ArrowDown');
        arrows++;
      }
      await page.keyboard.press('Enter');
      assert.ok(items.length);
    });
    assert.ok(arrows >= 4, arrows + ' decisions');
  },
};
