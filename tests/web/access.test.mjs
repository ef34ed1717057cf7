/* The real game, only by what a screen reader hears and presses. */
import assert from 'node:assert/strict';
import { audit } from './harness.mjs';
import { CHROMIUM_SAYS, SITE, missing } from './game.mjs';
import { ScreenReader } from './screen_reader.mjs';

export const skip = missing;
export const site = () => SITE;

const SMALL = { viewport: { width: 640, height: 360 } }; /* pictures are drawn without a graphics card here */
const STEPS_MAX = 200;

async function listen(visits, query, options = SMALL) {
  visits.allowed.push(...CHROMIUM_SAYS);
  let reader;
  await visits.play(query, await visits.context(options), async (page) => { reader = await ScreenReader.attach(page); });
  return reader;
}

const LEADS = /^(Next|Go on|Hooray!)$/;

/* Goes on in a story until `isThere(names of the buttons)`; what was heard at each step, the step's name first. */
async function listenOn(reader, isThere, choose = (answers) => answers[0]) {
  const steps = [{ pressed: '', heard: await reader.heard() }];
  for (let i = 0; i < STEPS_MAX; i++) {
    const buttons = await reader.until((names) => isThere(names) || names.some((one) => one.isAnswer || LEADS.test(one.name)));
    if (isThere(buttons)) { return steps; }
    const answers = buttons.filter((one) => one.isAnswer);
    const next = answers.length ? choose(answers) : buttons.find((one) => LEADS.test(one.name));
    await reader.press(next.name);
    await reader.change();
    steps.push({ pressed: next.name, heard: await reader.heard(), isLost: await reader.page.evaluate(() => !document.getElementById('access').contains(document.activeElement)) });
  }
  throw new Error('no end after ' + STEPS_MAX + ' steps');
}

const is = (pattern) => (buttons) => buttons.some((one) => pattern.test(one.name));
const lines = (steps) => steps.flatMap((step) => step.heard);

export const tests = {
  async 'the first story, from its first word to its end'(visits) {
    const reader = await listen(visits, '?lang=en&level=prologue&motion=reduced');
    const steps = await listenOn(reader, is(/^To the map$/));
    const heard = lines(steps), all = heard.join('\n');
    const inOrder = [
      'Sango: Hello! I\'m Sango. I\'m a phone. 0 of 5 stars.\n', 'log: But not any phone. I\'m a ninja phone!\n', /* one speaker is named once in a row */
      'log: Kiko: My phone!\n', 'log: Yoko: My phone!\n', 'log: Kim: Actually, my phone.\n',       /* the same words of another are said */
      'log: Videos. Picture: a duck in a bathtub. Playing. 60 percent seen. The duck in the bathtub. Duck TV. 2 min.\n', /* the phone of the story, in order */
      'log: Play the next one by itself: on. Sango: And the next one starts all by itself.\n',
      'focus: Let him watch just one more., button\n', 'log: Kiko: Duck with a trumpet! Again!\n',     /* an answer, and what comes of it */
      'focus: Go on, button\n', 'log: Good start! One more is easy. Stopping needs a helper.\n',
      '1 of 5 stars.\n', 'log: Blobby: Great soup! I\'m ten too. Honest!\n', 'Ha ha! I made a picture of Kim.\n',
      'focus: Hooray!, button\n', 'New badge! Told Someone. You practised telling a grown-up you trust.\n',
    ];
    inOrder.reduce((from, words) => {
      const at = all.indexOf(words, from);
      assert.ok(at >= 0, words + ' is not heard after letter ' + from + ' of\n' + all);
      return at;
    }, 0);
    assert.deepEqual(heard.filter((line, i) => line === heard[i - 1]), [], 'said twice');
    assert.deepEqual(heard.filter((line) => /\bplay (line|pr\d|activity)|New badge told|\[giggling\]/.test(line)), [], 'not for ears');
    assert.ok(heard.filter((line) => /Fetched/.test(line)).length < 6, 'loading is told now and then');
    assert.deepEqual(steps.slice(1).filter((step) => step.heard.length === 0).map((step) => step.pressed), [], 'a step without a word');
    assert.deepEqual(steps.slice(1).filter((step) => step.isLost).map((step) => step.pressed), [], 'the focus was lost');
    await audit(reader.page);
  },

  async 'answers are a list, and pages of every kind pass axe'(visits) {
    const reader = await listen(visits, '?lang=en&level=prologue&motion=reduced');
    await listenOn(reader, (buttons) => buttons.some((one) => one.isAnswer));
    const answers = reader.page.getByRole('list', { name: 'Answers' });
    assert.equal(await answers.getByRole('listitem').count(), 3);
    await audit(reader.page);
    await reader.press('The story so far');
    await reader.change();
    assert.match((await reader.heard()).join('\n'), /The story so far/);
    await audit(reader.page);
  },

  async 'the way to the map and to the grown-ups is said, and passes axe'(visits) {
    const reader = await listen(visits, '?lang=en&motion=reduced');
    await reader.until(is(/^Play$/));
    await audit(reader.page);
    const way = [['Play', /Who plays\? Sango: Hi!/], ['I am new here', /Make your player name\. .*Number: \d+/], ['That is me!', /Which stories would you like\?/], ['7 to 9 years', /./]];
    for (const [name, expected] of way) {
      await reader.press(name);
      await reader.change();
      assert.match((await reader.heard()).join('\n'), expected);
      await audit(reader.page);
    }
    await reader.until(is(/Ninja Phone/));
    await reader.press('Back');
    await reader.change();
  },

  async 'cards are sorted by ear'(visits) {
    const reader = await listen(visits, '?lang=en&level=surprise-present&motion=reduced&sound=off');
    await listenOn(reader, is(/^Hear the question again$/));
    assert.match((await reader.screen()).join('\n'), /Answers, list\nA photo of Amina and Luz: The card to sort\., button/);
    await reader.press('Show everyone');
    await reader.change();
    assert.deepEqual((await reader.heard()).filter((line) => line.startsWith('log')), ['log: My nickname in the game: The card to sort. A photo of Amina and Luz: In the basket Show everyone.']);
    await audit(reader.page);
  },

  async 'settings: each value is said, and the focus stays beside it'(visits) {
    const reader = await listen(visits, '?lang=en&motion=reduced');
    await reader.until(is(/^Settings$/));
    await reader.press('Settings');
    await reader.change();
    await reader.heard();
    const values = [];
    for (let i = 0; i < 4; i++) {
      await reader.press('More', 'Text size');
      await reader.change();
      values.push(...(await reader.heard()).filter((line) => !/^focus: More/.test(line)));
    }
    assert.deepEqual(values, ['log: Text size: 125 %.', 'log: Text size: 150 %.', 'log: Text size: 175 %.', 'focus: Less, button, (Text size)', 'log: Text size: 200 %.']);
    await audit(reader.page);
  },

  async 'a finger that feels for the buttons finds them, until it draws on the canvas'(visits) {
    const reader = await listen(visits, '?lang=en&motion=reduced', { ...SMALL, hasTouch: true });
    await reader.until(is(/^Settings$/));
    const under = (name) => reader.page.evaluate((wanted) => {
      const button = Array.from(document.querySelectorAll('#access button')).find((one) => one.textContent === wanted);
      const box = button.getBoundingClientRect();
      return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === button;
    }, name);
    assert.equal(await under('Settings'), true);
    await reader.page.touchscreen.tap(5, 5);
    await reader.page.waitForSelector('#access.through', { state: 'attached' });
    assert.equal(await under('Settings'), false);
    await reader.page.waitForTimeout(50);
    await reader.press('Settings'); /* a helper's press */
    await reader.until(is(/^Back$/));
    assert.equal(await under('Back'), true);
  },
};
