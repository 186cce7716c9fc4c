import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadBundle } from '../src/host/load-bundle.ts';
import { root } from './bind-fixture.ts';
import { testHost } from './test-host.ts';

const loader = JSON.stringify(join(root, 'dist/host/load-bundle.cjs'));
const run = `const { loadBundle } = require(${loader});
const { soup } = loadBundle(require('node:path').join(__dirname, 'soup.cjs'));
process.stdout.write(soup());
setTimeout(() => {}, Number(process.argv[2] ?? 0));
`;

function bundle(name: string): {
  cwd: string;
  soup(milliseconds?: number): string;
  codeFile(): string;
} {
  const { cwd } = testHost({ files: { 'run.cjs': run, 'soup.cjs': source(name) } });
  return {
    cwd,
    soup(milliseconds = 0) {
      const env = { ...process.env, NODE_OPTIONS: '' };
      const argv = [join(cwd, 'run.cjs'), String(milliseconds)];
      const { stdout, stderr } = spawnSync(process.execPath, argv, { cwd, env, encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout;
    },
    codeFile() {
      const [name = 'no file', ...others] = readdirSync(cwd).filter((file) => !/^(?:run\.cjs|soup\.cjs)$/.test(file));
      expect(others).toEqual([]);
      return join(cwd, name);
    },
  };
}

const source = (name: string): string => `exports.soup = () => ${JSON.stringify(name)};\n`;

/** Runs that take nothing are not twice as long as this one, even on a busy machine. Unit: milliseconds. */
const short = 500;
/** After this no run counts as longer. Unit: milliseconds. */
const long = 2_500;

test('the compiled code of the first run serves the next ones, until one does much more', () => {
  const { soup, codeFile } = bundle('miso');
  expect(soup(short)).toBe('miso');
  const kept = readFileSync(codeFile());
  expect(soup()).toBe('miso');
  expect(readFileSync(codeFile()).equals(kept)).toBe(true);
  expect(soup(long)).toBe('miso');
  const longer = readFileSync(codeFile());
  expect(longer.equals(kept)).toBe(false);
  expect(soup()).toBe('miso');
  expect(readFileSync(codeFile()).equals(longer)).toBe(true);
});

test('another module in its place is compiled anew, though it be as long', () => {
  const { cwd, soup } = bundle('miso');
  expect(soup()).toBe('miso');
  writeFileSync(join(cwd, 'soup.cjs'), source('oden'));
  const later = statSync(join(cwd, 'soup.cjs')).mtimeMs / 1000 + 5;
  utimesSync(join(cwd, 'soup.cjs'), later, later);
  expect(soup()).toBe('oden');
});

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (code: Buffer) => code.subarray(0, 20)],
  ['half there', (code: Buffer) => code.subarray(0, code.length / 2)],
  ['of another kind', (code: Buffer) => Buffer.concat([code.subarray(0, 24), Buffer.from('miso soup '.repeat(50))])],
])('code that is %s is made anew', (_name, damaged) => {
  const { soup, codeFile } = bundle('miso');
  expect(soup()).toBe('miso');
  const whole = readFileSync(codeFile());
  writeFileSync(codeFile(), damaged(whole));
  expect(soup()).toBe('miso');
  expect(readFileSync(codeFile()).length).toBe(whole.length);
});

test('a module has those beside it, and what Node has, each once', () => {
  const { cwd } = testHost({
    files: {
      'menu.cjs': `const { basename } = require('node:path');
exports.menu = () => [basename(__filename), require('./soup.cjs').soup(), require('./soup.cjs') === require('./soup.cjs')];
`,
      'soup.cjs': "exports.soup = () => '\\u5473\\u564c';\n",
    },
  });
  const { menu } = loadBundle(join(cwd, 'menu.cjs'));
  expect((menu as () => unknown)()).toEqual(['menu.cjs', '味噌', true]);
  expect(loadBundle(join(cwd, 'menu.cjs')).menu).toBe(menu);
});

test('the code that one program has kept serves another', () => {
  const { cwd, soup, codeFile } = bundle('miso');
  expect(soup()).toBe('miso');
  const kept = readFileSync(codeFile());
  const loaded = loadBundle(join(cwd, 'soup.cjs')) as { soup(): string };
  expect(loaded.soup()).toBe('miso');
  expect(readFileSync(codeFile()).equals(kept)).toBe(true);
});
