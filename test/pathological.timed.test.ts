import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './bind-fixture.ts';
import { builtGuidepost, tellingPeak } from './built-guidepost.ts';
import { pathologicalInputs } from './pathological-inputs.ts';
import { testHost } from './test-host.ts';

/** `PATHOLOGICAL=all npx vitest run test/pathological.timed.test.ts` runs those as well that remark alone takes seconds for. */
const isAll = process.env.PATHOLOGICAL === 'all';
/** Two of five of each sort keep a run short. */
const inputs = isAll ? pathologicalInputs : pathologicalInputs.filter((_, index) => index % 5 < 2);

/** What a run gives each guide, and what is granted beyond. Unit: milliseconds. */
const deadline = 2_000;
const granted = 1_000;
/** Unit: megabytes. */
const mostMemory = 500;
const perRun = 5;

interface Row {
  readonly name: string;
  readonly size: number;
  readonly parser: string;
  readonly verdict: string;
}

interface RunReport {
  readonly code: number | null;
  readonly seconds: number;
  readonly megabytes: number;
  readonly stdout: string;
}

const good = readFileSync(join(root, 'fixtures/guides/career-guide/ship_navigator.md'), 'utf8');
const rows: Row[] = [];
const runs: { seconds: number; megabytes: number }[] = [];

async function lint(cwd: string, parser: string): Promise<RunReport> {
  const argv = ['lint', '--format', 'json', '--quiet', '--no-cache', '--parser', parser];
  const start = performance.now();
  const child = spawn(process.execPath, [...tellingPeak, builtGuidepost, ...argv], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  const peak = Number(/peak (\d+)/.exec(output.stderr)?.[1] ?? Number.POSITIVE_INFINITY) / 1024;
  return { code, seconds: (performance.now() - start) / 1000, megabytes: peak, stdout: output.stdout };
}

/** A line of the report for each file: `none`, or the rules that found something. */
function verdictsIn(report: string): Map<string, string> {
  const files = JSON.parse(report) as { filePath: string; messages: { ruleId: string }[] }[];
  return new Map(
    files.map(({ filePath, messages }) => [
      filePath.replace(/^.*\//, ''),
      [...new Set(messages.map(({ ruleId }) => ruleId))].join(' ') || 'none',
    ]),
  );
}

const groups = Array.from({ length: Math.ceil(inputs.length / perRun) }, (_, index) =>
  inputs.slice(index * perRun, (index + 1) * perRun),
);

test.each(['native', 'remark'].flatMap((parser) => groups.map((group, index) => ({ parser, group, index }))))(
  'each gets a verdict in time: $parser, part $index',
  async ({ parser, group }) => {
    const names = group.map((_, index) => `input_${index}.md`);
    const files = Object.fromEntries(group.map(({ make, size }, index) => [names[index] ?? '', make(size)]));
    const { cwd } = testHost({ files: { ...files, 'ship_navigator.md': good } });
    const { code, seconds, megabytes, stdout } = await lint(cwd, parser);
    const verdicts = verdictsIn(stdout);
    for (const [index, { name, size }] of group.entries())
      rows.push({ name, size, parser, verdict: verdicts.get(names[index] ?? '') ?? 'missing' });
    runs.push({ seconds, megabytes });
    expect([0, 1]).toContain(code);
    expect([...verdicts.keys()].sort()).toEqual([...names, 'ship_navigator.md'].sort());
    // The others of the folder have nothing to do with it; links between guides lead nowhere here.
    expect(verdicts.get('ship_navigator.md')).toBe(await alone());
    expect(megabytes).toBeLessThan(mostMemory);
    expect(seconds * 1000).toBeLessThan((deadline + granted) * (group.length + 1));
  },
  120_000,
);

let ownVerdict: string | undefined;
async function alone(): Promise<string> {
  if (ownVerdict === undefined) {
    const { cwd } = testHost({ files: { 'ship_navigator.md': good } });
    ownVerdict = verdictsIn((await lint(cwd, 'native')).stdout).get('ship_navigator.md');
  }
  return ownVerdict ?? 'missing';
}

afterAll(() => {
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const peak = Math.max(...runs.map(({ megabytes }) => megabytes));
  console.info(
    `${rows.length} pathological inputs in ${runs.length} runs: ${seconds.toFixed(1)} s, longest ${Math.max(
      ...runs.map((run) => run.seconds),
    ).toFixed(1)} s, peak ${Math.round(peak)} MB`,
  );
  if (isAll) console.info(rows.map((row) => `${row.parser} | ${row.name} | ${row.size} | ${row.verdict}`).join('\n'));
});
