import { benchLayout } from './layout.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchLoad } from './load.ts';
import { longTest } from './long-tests.ts';
import { benchManyPages } from './many-pages.ts';
import { benchPolicy } from './policy.ts';
import { benchQueue } from './queue.ts';
import { withBuiltSite } from './built-site.ts';
import { benchWeight } from './weight.ts';

/** `npm run bench` runs all; `npm run bench -- weight policy` some of them. */
const PARTS = {
  weight: () => withBuiltSite(benchWeight),
  lighthouse: () => withBuiltSite(benchLighthouse),
  layout: benchLayout,
  policy: benchPolicy,
  load: benchLoad,
  queue: benchQueue,
  pages: benchManyPages,
  kills: longTest('tests/service/kill-service.test.ts', { KILLS: '200' }),
} as const satisfies Record<string, () => void | Promise<void>>;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`,
  );
  process.exit(2);
}
for (const [name, run] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n# ${name}`);
  await run();
}
