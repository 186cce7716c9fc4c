import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './bind-fixture.ts';

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));

/** Where a package may be imported: it can then be replaced in one place. */
const homes: Readonly<Record<string, RegExp>> = {
  commander: /^(cli\.ts|commands\/)/,
  'gray-matter': /^parse\//,
  yaml: /^(parse|config|guide-types)\//,
  'jsonc-parser': /^(parse|config|guide-types)\//,
  'toml-eslint-parser': /^parse\//,
  'remark-parse': /^parse\//,
  ajv: /^(guide-types|config)\//,
  diff: /^(fix|reporters|revise)\//,
  chalk: /^reporters\//,
  'csv-stringify': /^writers\//,
  'csv-parse': /^readers\//,
  'remark-rehype': /^writers\//,
  'rehype-sanitize': /^writers\//,
  'remark-stringify': /^writers\//,
  tinyglobby: /^find\//,
  picomatch: /^config\//,
  'vscode-languageserver': /^lsp\//,
  'vscode-languageserver-textdocument': /^lsp\//,
  'node:fs': /^host(\.ts$|\/)/,
};

describe('a package is imported in one place only', () => {
  it.each(Object.entries(homes))('%s', (name, home) => {
    const importers = sources
      .filter(({ text }) => new RegExp(`from '${name}(/[^']*)?'`).test(text))
      .map(({ path }) => path);
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((path) => !home.test(path))).toEqual([]);
  });
});

it('the outside world is touched in host only', () => {
  const touching = sources.filter(({ text }) =>
    /\bprocess\.|\bDate\.now\(|new Date\(\)|console\./.test(text.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')),
  );
  expect(touching.map(({ path }) => path).filter((path) => !/^host(\.ts$|\/)/.test(path))).toEqual([]);
});

it('a stage does not import from a later one', () => {
  const order = ['find', 'parse', 'guide-types', 'rules', 'fix', 'reporters', 'writers'];
  const wrong = sources.flatMap(({ path, text }) => {
    const stage = order.indexOf(path.split('/')[0] ?? '');
    const imports = [...text.matchAll(/from '\.\.\/([\w-]+)\//g)].map(([, folder = '']) => folder);
    return stage < 0
      ? []
      : imports.filter((folder) => order.indexOf(folder) > stage).map((folder) => `${path} → ${folder}`);
  });
  expect(wrong).toEqual([]);
});

it('the words of guides live in schemas', () => {
  const comment = /^\s*(\/\/|\*|\/\*).*$/gm;
  const naming = sources.filter(({ text }) => /salary|interview|年収|面接/i.test(text.replaceAll(comment, '')));
  expect(naming.map(({ path }) => path)).toEqual([]);
});

it('no file does two things at once', () => {
  expect(sources.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path)).toEqual([]);
});

it('nobody steps around the type checker', () => {
  expect(
    sources.filter(({ text }) => /: any\b|as any\b|@ts-ignore|@ts-expect-error/.test(text)).map(({ path }) => path),
  ).toEqual([]);
});
