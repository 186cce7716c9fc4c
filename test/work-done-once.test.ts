import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEach } from '../src/check-each.ts';
import { loadConfig } from '../src/config/load-config.ts';
import { defaultLimits } from '../src/load-guides.ts';
import { rules } from '../src/rules/index.ts';
import { noStopwatch, type Step } from '../src/stopwatch.ts';
import { root } from './bind-fixture.ts';
import { testHost } from './test-host.ts';

// Work on a guide begins again when it comes to need a package that is not loaded yet: that must show before rules look.
test.each([
  ['YAML', 'air_traffic_controller'],
  ['TOML', 'bicycle_mechanic'],
])('rules look once at a guide with %s and a comment that suppresses', async (_format, name) => {
  const host = testHost({
    files: { 'one.md': readFileSync(join(root, `fixtures/guides/career-guide/${name}.md`), 'utf8') },
  });
  const begun: Step[] = [];
  const config = await loadConfig({ flags: new Map(), rules, locale: 'en' }, host);
  const stopwatch: typeof noStopwatch = {
    ...noStopwatch,
    time(step, work) {
      begun.push(step);
      return work();
    },
  };
  await checkEach({ paths: [], config, locale: 'en', allowEmpty: false, ...defaultLimits, stopwatch }, host);
  // One look at the guide, one at all guides together.
  expect(begun.filter((step) => step === 'check')).toHaveLength(2);
});
