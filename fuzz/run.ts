import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Finding, fuzz } from './fuzz.ts';
import { fuzzKinds } from './kinds.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    count: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    only: { type: 'string' },
    out: { type: 'string', default: 'out/fuzz' },
  },
});

const all = await fuzzKinds();
const kinds = values.only === undefined ? all : all.filter(({ name }) => name === values.only);
if (kinds.length === 0) throw new Error(`--only takes one of: ${all.map(({ name }) => name).join(', ')}`);

const start = performance.now();
const report = await fuzz({
  kinds,
  seed: Number(values.seed),
  first: Number(values.first),
  count: Number(values.count),
  milliseconds: Number(values.seconds) * 1000,
  onFinding: tell,
});
const seconds = Math.round((performance.now() - start) / 1000);
const counts = [...report.counts].map(([name, count]) => `${count} ${name}`).join(', ');
console.info(
  `seed ${values.seed}: ${report.total} inputs in ${seconds} s (${counts}), ${report.findings.length} findings`,
);
process.exitCode = report.findings.length > 0 ? 1 : 0;

/** The input goes into a file: it may hold anything. */
function tell({ seed, index, kind, property, detail, input }: Finding): void {
  mkdirSync(values.out, { recursive: true });
  const file = join(values.out, `${kind.replaceAll(' ', '-')}-${seed}-${index}`);
  writeFileSync(`${file}.txt`, input.text);
  writeFileSync(`${file}.json`, `${JSON.stringify({ seed, index, kind, property, detail, input }, undefined, 2)}\n`);
  const only = values.only === undefined ? '' : ` --only '${kind}'`;
  console.error(
    `${property}: ${detail.slice(0, 600)}\n  ${file}.txt (${input.about}); again: --seed ${seed} --first ${index} --count 1${only}\n`,
  );
}
