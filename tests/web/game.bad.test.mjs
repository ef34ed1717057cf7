/* The real game where something is missing: no graphics card, memory of pictures that was taken away, a level that does not come. */
import assert from 'node:assert/strict';
import { SITE, button, look, missing, open, until } from './game.mjs';

export const site = () => SITE;
export const skip = missing;

const press = (page, item) => page.evaluate((id) => document.querySelector('#access [data-id="' + id + '"]').click(), item.id);
/* How many colours a row of the page's picture has: an empty canvas has one. */
async function coloursOf(page) {
  const picture = (await page.screenshot({ clip: { x: 0, y: 270, width: 960, height: 1 } })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + data;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = 1;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, 1).data.buffer)).size;
  }, picture);
}
async function untilDrawn(page) {
  for (let tries = 0; tries < 40; tries++) {
    if (await coloursOf(page) > 30) { return; }
    await page.waitForTimeout(250);
  }
  assert.fail('the picture is empty');
}

export const tests = {
  async 'without WebGL the processor draws'(visits) {
    const page = await open(visits, '?lang=en&motion=reduced', null, (one) => one.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return /webgl/.test(kind) ? null : real.call(this, kind, ...more); };
    }));
    await untilDrawn(page);
    assert.equal(await page.evaluate(() => Boolean(document.getElementById('canvas').getContext('2d'))), true);
    await press(page, button(await look(page), /^Settings$/));
    await until(page, (items) => button(items, /^Hearing/), 'the settings');
  },

  async 'the picture comes back, and the game goes on where it was'(visits) {
    visits.allowed.push(/object does not belong to this context|CONTEXT_LOST_WEBGL/);
    const page = await open(visits, '?lang=en&motion=reduced');
    await press(page, await until(page, (items) => button(items, /^Settings$/)).then((items) => button(items, /^Settings$/)));
    await until(page, (items) => button(items, /^Hearing/), 'the settings');
    await untilDrawn(page);
    await page.evaluate(() => {
      window.memory = document.getElementById('canvas').getContext('webgl').getExtension('WEBGL_lose_context');
      window.memory.loseContext();
    });
    await page.waitForTimeout(300);
    assert.ok(await coloursOf(page) < 5, 'it was taken away');
    await page.evaluate(() => window.memory.restoreContext());
    await untilDrawn(page);
    const back = button(await look(page), /^Back$/);
    await page.mouse.click(back.x, back.y);
    await until(page, (items) => button(items, /^Play$/), 'the title');
  },

  async 'a level that did not come comes after one press'(visits) {
    visits.allowed.push(/ERR_FAILED|Service Worker registration blocked/);
    const context = await visits.context({ serviceWorkers: 'block' });
    await context.route(/my_turn\.yarn/, (route) => route.abort());
    const page = await open(visits, '?lang=en&motion=reduced&level=my-turn', context);
    const items = await until(page, (now) => button(now, /^Try again$/), 'the way on');
    await context.unrouteAll();
    await press(page, button(items, /^Try again$/));
    await until(page, (now) => button(now, /^Next$/), 'the level');
  },
};
