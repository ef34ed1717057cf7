/* The page of one file, opened from the disk. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { HERE, ROOT, python } from './harness.mjs';

export const site = (folder) => {
  python(path.join(HERE, 'pretend/make_site.py'), folder);
  python(path.join(ROOT, 'game/web/one_file.py'), folder, path.join(folder, 'sango.html'));
};

const open = async (visits, folder, context, query = '') => {
  const page = await visits.page(context);
  page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().includes('sango.html')) { visits.faults.push('request ' + request.url()); } });
  await page.goto(pathToFileURL(path.join(folder, 'sango.html')) + query);
  await page.waitForSelector('html.playing');
  return page;
};

export const tests = {
  async 'the page of a site, opened from a folder, names the file to open'(visits, folder) {
    visits.allowed.push(/blocked by CORS policy|ERR_FAILED|was preloaded/);
    const page = await visits.page();
    await page.goto(pathToFileURL(path.join(folder, 'play.html')).href);
    await page.waitForSelector('html.stopped');
    assert.match(await page.textContent('#why'), /sango\.html/);
  },

  async 'a copy that ends too early says so; one in a folder of odd names plays'(visits, folder) {
    const odd = path.join(folder, 'a stick # 100% ü');
    const text = readFileSync(path.join(folder, 'sango.html'));
    mkdirSync(odd);
    writeFileSync(path.join(odd, 'sango.html'), text.subarray(0, text.length / 2));
    const page = await visits.page();
    await page.goto(pathToFileURL(path.join(odd, 'sango.html')).href);
    await page.evaluate(() => document.getElementById('late').getAnimations().forEach((animation) => animation.finish()));
    assert.equal(await page.evaluate(() => getComputedStyle(document.getElementById('late')).visibility), 'visible');
    writeFileSync(path.join(odd, 'sango.html'), text);
    await open(visits, odd, null);
  },

  async 'plays from the disk with all its data, and keeps progress'(visits, folder) {
    const context = await visits.context();
    const page = await open(visits, folder, context);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.pretend.page.progress('level/prologue') === 1 && window.pretend.page.progress('rest') === 1);
    assert.equal(await page.evaluate(() => window.pretend.files.get('/data/assets/fonts/large.ttf').length), 300000);
    assert.equal(await page.evaluate(() => window.pretend.page.picture('assets/built/720/half.png').then((picture) => picture.width)), 4);
    assert.equal(await page.evaluate(() => window.pretend.page.canSave), 'yes');
    assert.equal(await page.evaluate(() => document.fonts.load('20px "Sango Title"').then((fonts) => fonts.length)), 1);
    await page.evaluate(() => window.pretend.page.save(new TextEncoder().encode('turn 3')));
    await page.waitForTimeout(200);
    await page.reload();
    await page.waitForSelector('html.playing');
    assert.equal(await page.evaluate(() => window.pretend.saved), 'turn 3');
  },

  async 'speaks another language'(visits, folder) {
    const page = await open(visits, folder, null, '?lang=ar');
    assert.equal(await page.textContent('h1'), 'قصة سانغو');
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  },
};
