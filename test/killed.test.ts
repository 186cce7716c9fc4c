import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { builtGuidepost } from './built-guidepost.ts';
import { recipe, recipeSchema } from './recipe-guides.ts';
import { seededRandom } from './seeded-random.ts';
import { testHost } from './test-host.ts';

/** How often a program is killed, over all commands: `KILLS=500 npx vitest run test/killed.test.ts`, then over 300 guides. */
const kills = Number(process.env.KILLS ?? 27);
/** Each number stands for other moments: `SEED=2 …`. */
const random = seededRandom(Number(process.env.SEED ?? 1));
const amount = process.env.KILLS === undefined ? 40 : 300;

/** Text of every output by its path, `undefined` where there is none. */
type Files = ReadonlyMap<string, string>;

/** A program that writes many files. */
interface Job {
  readonly name: string;
  readonly argv: readonly string[];
  /** Where its outputs stand. */
  readonly output: string;
  /** Exit code of a run that nobody kills. */
  readonly code: number;
  /** Starts it, where it is no command. */
  readonly start?: Start;
  /** The files of the project, before and after somebody changed the guides. */
  files(version: 'old' | 'new'): Readonly<Record<string, string>>;
}

const slug = (index: number): string => `soup_${String(index).padStart(3, '0')}`;
const steps = (version: string, index: number): string =>
  `${version}の版では、${index}番目の鍋を弱火にかけます。大根が透き通るまで待ち、火を止めてから味噌を溶きます。`;

/** Guides whose steps tell one version from another. */
function guides(version: string, text: (index: number) => string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: amount }, (_, index) => [
      `guides/${slug(index)}.md`,
      recipe(slug(index), { steps: `${steps(version, index)}${text(index)}` }),
    ]),
  );
}

const sound = (version: string) => guides(version, () => '');

function json(version: string): string {
  const values = Array.from({ length: amount }, (_, index) => ({
    type: 'recipe',
    path: `guides/${slug(index)}.md`,
    meta: { slug: slug(index), title: `${index}番目の鍋` },
    ingredients: [{ name: '大根', amount: '半本' }],
    steps: steps(version, index),
  }));
  return JSON.stringify(values);
}

const exporting = (format: string, output: string): Job => ({
  name: `export --format ${format} --out ${output}`,
  argv: ['export', 'guides', '--format', format, '--out', output],
  output,
  code: 0,
  files: sound,
});

/** A command that writes files is one entry more. */
const jobs: readonly Job[] = [
  {
    name: 'lint --fix',
    argv: ['lint', 'guides', '--fix', '--quiet'],
    output: 'guides',
    code: 0,
    // What is old here is broken: a run that nobody kills mends it.
    files: () => guides('破れた', () => '\n\nこの鍋は**「強い」**と言われます。'),
  },
  exporting('json', 'json'),
  exporting('html', 'site'),
  exporting('csv', 'all.csv'),
  exporting('ndjson', 'all.ndjson'),
  {
    name: 'import',
    argv: ['import', 'all.json', '--out', 'back'],
    output: 'back',
    code: 0,
    files: (version) => ({ 'all.json': json(version) }),
  },
  {
    name: 'the writer alone',
    argv: [],
    output: 'guides',
    code: 0,
    // It does nothing but write: most moments fall between its steps.
    start: (cwd) => spawn(process.execPath, ['--input-type=module', '-e', writer()], { cwd, stdio: 'ignore' }),
    files: () => guides('破れた', () => ''),
  },
  {
    name: 'lint --cache',
    argv: ['lint', 'guides', '--quiet', '--cache-location', 'verdicts'],
    output: 'verdicts',
    code: 0,
    files: sound,
  },
  {
    name: 'lint --update-baseline',
    argv: ['lint', 'guides', '--update-baseline', '--quiet'],
    output: '.guidepost-baseline.json',
    code: 0,
    files: (version) => guides(version, () => `\n\nTODO: ${version}の続きを書く。`),
  },
];

function writer(): string {
  return `
    import { readFileSync, readdirSync } from 'node:fs';
    import { nodeHost } from '${pathToFileURL(join(builtGuidepost, '../../dist/host.js')).href}';
    const { cwd, files } = nodeHost();
    for (const name of readdirSync('guides').filter((name) => name.endsWith('.md'))) {
      const path = cwd + '/guides/' + name;
      const text = readFileSync(path, 'utf8');
      await files.writeFileAtomically(path, text.replaceAll('破れた', '直した'), text);
    }`;
}

const config = JSON.stringify({ types: [{ schema: 'recipe.schema.json', files: ['**/*.md'] }] });

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const isDraft = (name: string): boolean => name.endsWith('.tmp');

function namesOf(folder: string, output: string): string[] {
  const isFile = /\.\w+$/.test(output);
  const names = readdirSync(join(folder, isFile ? '.' : output));
  return isFile ? names.filter((name) => name === output || isDraft(name)) : names.map((name) => join(output, name));
}

function outputsOf(folder: string, { output }: Job): Files {
  const names = namesOf(folder, output).filter((name) => !isDraft(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function draftsOf(folder: string, { output }: Job): string[] {
  return namesOf(folder, output).filter(isDraft);
}

/** Makes the outputs what they were, and leaves drafts lying about. */
function restore(folder: string, job: Job, files: Files): void {
  for (const name of outputsOf(folder, job).keys()) if (!files.has(name)) rmSync(join(folder, name));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

type Start = (folder: string, argv: readonly string[]) => ChildProcess;

const startGuidepost: Start = (cwd, argv) =>
  spawn(process.execPath, [builtGuidepost, ...argv, '--type', 'recipe.schema.json'], { cwd, stdio: 'ignore' });

async function end(child: ChildProcess): Promise<number | string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? child.signalCode ?? '?';
}

const tally = { kills: 0, whileWriting: 0, filesLookedAt: 0, drafts: 0, runsAfter: 0 };

/** Kills a program again and again until something is found, and returns the outputs that were neither old nor new. */
async function torn(job: Job, count: number, start: Start): Promise<string[]> {
  const { cwd: folder } = testHost({
    files: { 'guidepost.config.json': config, 'recipe.schema.json': recipeSchema, ...job.files('old') },
  });
  if (job.output !== 'guides') expect(await end(start(folder, job.argv))).toBe(job.code);
  const old = outputsOf(folder, job);
  write(folder, job.files('new'));
  const begin = performance.now();
  expect(await end(start(folder, job.argv))).toBe(job.code);
  const duration = performance.now() - begin;
  const fresh = outputsOf(folder, job);
  expect([...fresh.values()]).not.toEqual([...old.values()]);
  const found: string[] = [];
  let killed = 0;
  // A run may be through before it is killed.
  for (let kill = 0; killed < count && kill < 2 * count && found.length === 0; kill += 1) {
    restore(folder, job, old);
    const child = start(folder, job.argv);
    const isThrough = once(child, 'exit');
    // Most while files are written, the others at any time.
    const isAnyTime = kill % 4 === 0;
    if (!isAnyTime) await Promise.race([untilWriting(folder, job, old, child), isThrough]);
    const wait = isAnyTime ? random() * duration : (random() ** 2 * duration) / 3;
    await Promise.race([new Promise((resolve) => setTimeout(resolve, wait)), isThrough]);
    child.kill('SIGKILL');
    const wasKilled = (await end(child)) === 'SIGKILL';
    const now = outputsOf(folder, job);
    const isOld = [...now].every(([name, text]) => old.get(name) === text) && now.size === old.size;
    const isNew = [...now].every(([name, text]) => fresh.get(name) === text) && now.size === fresh.size;
    killed += wasKilled ? 1 : 0;
    tally.kills += wasKilled ? 1 : 0;
    tally.whileWriting += wasKilled && !isOld && !isNew ? 1 : 0;
    tally.filesLookedAt += now.size;
    tally.drafts += draftsOf(folder, job).length;
    const names = new Set([...old.keys(), ...fresh.keys(), ...now.keys()]);
    found.push(...[...names].filter((name) => ![old.get(name), fresh.get(name)].includes(now.get(name))));
    // Now and then, so that the drafts of several runs lie about.
    if (start !== startPlain && (kill % 10 === 9 || killed === count)) {
      expect(await end(start(folder, job.argv))).toBe(job.code);
      expect(outputsOf(folder, job)).toEqual(fresh);
      expect(draftsOf(folder, job)).toEqual([]);
      tally.runsAfter += 1;
    }
  }
  return found;
}

async function untilWriting(folder: string, job: Job, old: Files, child: ChildProcess): Promise<void> {
  const before = new Set(draftsOf(folder, job));
  const first = [...old.keys()][0];
  const isWriting = (): boolean =>
    draftsOf(folder, job).some((name) => !before.has(name)) ||
    (first !== undefined && readFileSync(join(folder, first), 'utf8') !== old.get(first));
  while (child.exitCode === null && child.signalCode === null && !isWriting())
    await new Promise((resolve) => setTimeout(resolve, 4));
}

test.each(jobs.map((job, index) => ({ ...job, index })))(
  'every file is whole, old or new, whenever it is killed: $name',
  async ({ index, ...job }) => {
    const share = Math.floor(kills / jobs.length) + (index < kills % jobs.length ? 1 : 0);
    expect(await torn(job, share, job.start ?? startGuidepost)).toEqual([]);
  },
  30_000 + kills * 20_000,
);

afterAll(() => {
  console.info(
    `${tally.kills} kills (${tally.whileWriting} with some files old and some new), ${tally.filesLookedAt} files looked at, ` +
      `${tally.drafts} drafts left and swept, ${tally.runsAfter} runs after them`,
  );
});

const plain = `
  import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
  for (const name of readdirSync('guides')) {
    const text = readFileSync('guides/' + name, 'utf8');
    writeFileSync('guides/' + name, text.replace('破れた', '直した'));
  }`;
const startPlain: Start = (cwd) =>
  spawn(process.execPath, ['--input-type=module', '-e', plain], { cwd, stdio: 'ignore' });

test('a program that just writes is found out', async () => {
  const long = 'よく混ぜてから、弱火で煮ます。'.repeat(7000);
  const job: Job = {
    name: 'plain',
    argv: [],
    output: 'guides',
    code: 0,
    files: () => Object.fromEntries(Object.entries(guides('破れた', () => long)).slice(0, 30)),
  };
  const before = { ...tally };
  const found = await torn(job, 30, startPlain);
  Object.assign(tally, before);
  expect(found.length).toBeGreaterThan(0);
}, 300_000);
