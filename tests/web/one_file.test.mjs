/* The page of one file, opened from the disk. */
import assert from 'node:assert/strict';
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
