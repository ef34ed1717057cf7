/* node tests/web/run.mjs [PATTERN]: all *.test.mjs of this folder, or those tests whose name fits. Each file gives a `site(folder)` that
 * makes what is served, and `tests`, { name: async (visits, site) => … }. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HERE, Visits, launch, serve } from './harness.mjs';

const pattern = new RegExp(process.argv[2] || '');
let passed = 0, failed = 0;

for (const file of readdirSync(HERE).filter((name) => name.endsWith('.test.mjs')).sort()) {
  const { site, tests } = await import(path.join(HERE, file));
  const names = Object.keys(tests).filter((name) => pattern.test(file.replace('.test.mjs', '') + ': ' + name));
  if (!names.length) { continue; }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sango-web-'));
  await site(folder);
  const server = await serve(folder);
  const browser = await launch();
  for (const name of names) {
    const visits = new Visits(browser, server.base);
    const title = file.replace('.test.mjs', '') + ': ' + name;
    try {
      await tests[name](visits, folder);
      await visits.end();
      passed++;
    } catch (error) {
      failed++;
      console.error('FAILED ' + title + '\n' + error.stack);
      await visits.end().catch((fault) => console.error('  ' + fault.message));
    }
  }
  await browser.close();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(passed + ' tests passed' + (failed ? ', ' + failed + ' FAILED' : ''));
process.exit(failed || !passed ? 1 : 0);
