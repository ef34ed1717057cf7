/* node tests/web/run.mjs [PATTERN]: all *.test.mjs of this folder, or those tests whose name fits. Each file gives a `site(folder)` that
 * makes what is served (there, or in the folder that it returns), and `tests`, { name: async (visits, site) => … }; some `skip()`, which says
 * why they cannot run. Two files at a time. SANGO_WEB_WHOLE=1: nothing may be skipped. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HERE, Visits, launch, serve } from './harness.mjs';

const AT_ONCE = 2;
const pattern = new RegExp(process.argv[2] || '');
const count = { passed: 0, failed: 0, skipped: 0 };

async function runTest(title, test, visits, folder) {
  const begun = Date.now();
  try {
    await test(visits, folder);
    await visits.end();
    count.passed++;
  } catch (error) {
    count.failed++;
    console.error('FAILED ' + title + '\n' + error.stack);
    await visits.end().catch((fault) => console.error('  ' + fault.message));
  }
  if (process.env.SANGO_WEB_TIMES) { console.log(((Date.now() - begun) / 1000).toFixed(1) + ' s  ' + title); }
}

async function runFile(file) {
  const { site, tests, skip } = await import(path.join(HERE, file));
  const module = file.replace('.test.mjs', '');
  const names = Object.keys(tests).filter((name) => pattern.test(module + ': ' + name));
  const reason = names.length && skip ? skip() : '';
  if (reason) {
    console.log('skipped ' + module + ': ' + reason);
    count.skipped += names.length;
  }
  if (!names.length || reason) { return; }
  const own = mkdtempSync(path.join(os.tmpdir(), 'sango-web-'));
  const folder = await site(own) || own;
  const server = await serve(folder);
  const browser = await launch();
  for (const name of names) { await runTest(module + ': ' + name, tests[name], new Visits(browser, server.base), folder); }
  await browser.close();
  server.stop();
  rmSync(own, { recursive: true, force: true });
}

const files = readdirSync(HERE).filter((name) => name.endsWith('.test.mjs')).sort();
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  while (files.length) { await runFile(files.shift()); }
}));
console.log(count.passed + ' tests passed' + (count.failed ? ', ' + count.failed + ' FAILED' : '') + (count.skipped ? ', ' + count.skipped + ' skipped' : ''));
process.exit(count.failed || !count.passed || (count.skipped && process.env.SANGO_WEB_WHOLE) ? 1 : 0);
