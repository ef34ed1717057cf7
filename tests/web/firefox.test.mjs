/* The page in Firefox: start, keys, saving, a table that is shown. */
import assert from 'node:assert/strict';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { HERE, python } from './harness.mjs';

export const site = (folder) => python(path.join(HERE, 'pretend/make_site.py'), folder);

async function withFirefox(act) {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.SANGO_FIREFOX || '/usr/bin/firefox-esr', headless: true });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) { faults.push(message.text()); } });
    page.on('pageerror', (error) => faults.push(String(error)));
    await act(page);
    assert.deepEqual(faults, []);
  } finally {
    await browser.close();
  }
}

export const tests = {
  async 'plays by keys and keeps progress'(visits) {
    await withFirefox(async (page) => {
      await page.goto(visits.base + 'play.html?lang=en');
      await page.waitForSelector('html.playing');
      const picture = await page.evaluate(() => window.pretend.page.picture('assets/built/720/half.png').then(({ width, data }) => [width, ...data.slice(8, 12)]));
      assert.deepEqual(picture, [4, 200, 100, 40, 255]);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.dataset.id), '1');
      await page.keyboard.press('Enter');
      await page.keyboard.press(' ');
      assert.deepEqual(await page.evaluate(() => window.pretend.calls.filter((call) => call[0] === 'press' || call[0] === 'key')), [['press', 1], ['press', 11]]);
      assert.deepEqual(await page.evaluate(() => Array.from(document.querySelectorAll('#log p'), (p) => p.textContent).pop()), 'Turn 1.');
      await new Promise((done) => setTimeout(done, 300));
      await page.reload();
      await page.waitForSelector('html.playing');
      assert.equal(await page.evaluate(() => window.pretend.saved), 'turn 1');
    });
  },
};
