/* What the tests in browsers share: a server of a folder, Chromium, pages that must stay without errors. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.resolve(HERE, '../..');
const CHROMIUM = process.env.SANGO_CHROMIUM || '/usr/bin/chromium';
const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/* The interpreter that has the art's and fonts' modules is Debian's. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

export function python(...args) {
  const result = spawnSync(PYTHON, ['-B', ...args], { encoding: 'utf8' });
  assert.equal(result.status, 0, args[0] + ': ' + result.stderr);
  return result.stdout;
}

/* { base, stop } of game/web/serve.py on a free port. */
export async function serve(folder) {
  const server = spawn(PYTHON, ['-B', path.join(ROOT, 'game/web/serve.py'), folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const base = await new Promise((done, failed) => {
    server.stdout.once('data', (data) => done(String(data).trim()));
    server.once('exit', () => failed(new Error('serve.py ended')));
  });
  return { base, stop: () => server.kill() };
}

export const launch = (more = {}) => chromium.launch({ executablePath: CHROMIUM, args: SWITCHES, ...more });

/* One context that keeps its data in `folder`, as the browser of a family does. */
export const launchKept = (folder, more = {}) => chromium.launchPersistentContext(folder, { executablePath: CHROMIUM, args: SWITCHES, viewport: { width: 960, height: 540 }, ...more });

/* axe-core finds nothing on the page as it is now. */
export async function audit(page) {
  await page.evaluate(readFileSync(path.join(HERE, 'node_modules/axe-core/axe.min.js'), 'utf8')); /* not a script element: the page's policy stands */
  const violations = await page.evaluate(() => window.axe.run().then((result) => result.violations.map((one) => one.id + ' ' + one.nodes.map((node) => node.html).join(' '))));
  assert.deepEqual(violations, []);
}

/* Opens pages and notes whatever a page should not do: messages on the console, errors, requests to other places. `allowed`: expected messages. */
export class Visits {
  constructor(browser, base) {
    this.browser = browser;
    this.base = base;
    this.contexts = [];
    this.faults = [];
    this.allowed = [];
  }

  async context(options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 960, height: 540 }, ...options });
    this.contexts.push(context);
    return context;
  }

  watch(page) {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) { this.faults.push(message.type() + ': ' + message.text()); }
    });
    page.on('pageerror', (error) => this.faults.push('page error: ' + error.stack));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.base) && !/^(blob|data|file):/.test(url)) { this.faults.push('request to ' + url); }
    });
    return page;
  }

  async page(context) {
    return this.watch(await (context || await this.context()).newPage());
  }

  /* A page with the game on the screen. */
  async play(query = '', context = null, before = async () => {}) {
    const page = await this.page(context);
    await before(page);
    await page.goto(this.base + 'play.html' + query);
    await page.waitForSelector('html.playing');
    return page;
  }

  async end() {
    for (const context of this.contexts) { await context.close(); }
    const faults = this.faults.filter((fault) => !this.allowed.some((pattern) => pattern.test(fault)));
    assert.deepEqual(faults, []);
  }
}
