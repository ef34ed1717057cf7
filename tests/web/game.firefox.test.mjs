/* The real game in Firefox: a level by keys on the elements, its beginning by the mouse, what is kept. */
import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { SITE, isLevel, missing, playOn, say, until } from './game.mjs';

export const skip = missing;
export const site = () => SITE;

/* What Firefox says of itself, not ours. */
const FIREFOX_SAYS = [
  /WebGL/,                 /* there is no graphics card here: SDL draws by itself */
  /AudioContext was prevented from starting/, /* until the first gesture, as on every page with sound */
  /ScriptProcessorNode/,
];

async function withGame(visits, act) {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.SANGO_FIREFOX || '/usr/bin/firefox-esr', headless: true, defaultViewport: { width: 640, height: 360 } });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) { faults.push(message.text()); } });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(visits.base + 'play.html?lang=en&level=prologue&motion=reduced');
    await page.waitForSelector('html.playing');
    await act(page);
    assert.deepEqual(faults.filter((fault) => !FIREFOX_SAYS.some((pattern) => pattern.test(fault))), []);
  } finally {
    await browser.close();
  }
}

export const tests = {
  async 'a whole level by the elements\' own focus and Enter'(visits) {
    await withGame(visits, async (page) => {
      const { seen, items } = await playOn(page, async (item) => {
        for (let i = 0; i < 12 && await page.evaluate((id) => document.activeElement.dataset.id !== String(id), item.id); i++) { await page.keyboard.press('Tab'); }
        await page.keyboard.press('Enter');
      });
      assert.match(seen.join('\n'), /Next \| 4 of 5 stars/);
      assert.match(seen[seen.length - 2], /^What happened \| [1-3] of 3 stars/);
      assert.match(say(items), /^To take with you \| Privacy/);
    });
  },

  async 'a decision by the mouse, where it is drawn'(visits) {
    await withGame(visits, async (page) => {
      await until(page, isLevel);
      const { items } = await playOn(page, (item) => page.mouse.click(item.x, item.y), { isThere: (now) => /Ding! Bye-bye, ducks!/.test(say(now)) });
      assert.ok(isLevel(items));
    });
  },
};
