import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '../src/rules/index.ts';
import type { Corpus } from './corpus.ts';
import { damaged } from './damaged-text.ts';
import type { FuzzKind } from './kind.ts';
import { memoryHost } from './memory-host.ts';
import { oneIn, pick, type Random } from './random.ts';
import { damagedJson } from './random-json.ts';
import { runMain } from './run-main.ts';

const configSchema: unknown = JSON.parse(
  readFileSync(fileURLToPath(new URL('../schemas/config.schema.json', import.meta.url)), 'utf8'),
);

const configs: readonly Record<string, unknown>[] = [
  { extends: 'guidepost:strict', types: [{ schema: 'types/tea.schema.json', files: ['tea/**'] }] },
  { extends: ['./base.json', 'guidepost:recommended'], files: ['tea', '**/*.md'], ignore: ['drafts/', '!a.md'] },
  { rules: { 'no-placeholder': 'off', 'text-length': ['warn'] }, locale: 'ja', baseline: '.guidepost-baseline.json' },
  {
    overrides: [
      {
        files: ['tea/*.md'],
        rules: { 'section-present': 'warn', 'related-guide-exists': ['error', { collection: 'all' }] },
      },
      { files: ['**'], rules: { 'single-title': ['off'] } },
    ],
  },
  { types: [{ schema: 'career-guide' }, { schema: './types/recipes.schema.json', files: ['recipes/*', '{a,b}/**'] }] },
  {
    rules: Object.fromEntries(rules.flatMap(({ id, options }) => (options ? [[id, ['warn', options.defaults]]] : []))),
  },
];

const names = ['guidepost.config.json', 'guidepost.config.json', 'guidepost.config.yaml', 'package.json'];

/** Damaged configs: each is refused with a sentence, or works. */
export function configKind(corpus: Corpus): FuzzKind {
  const guide = corpus.samples.find(({ folder }) => folder === 'tea')?.text ?? '';
  const types = Object.fromEntries(Object.entries(corpus.files).filter(([path]) => /\/(?:tea|recipes)\./.test(path)));
  const textOf = (random: Random): string => {
    const value = damagedJson(pick(configs, random), random, [...configs, configSchema]);
    const text = JSON.stringify(value, undefined, 1);
    return oneIn(5, random) ? damaged(text, random, JSON.stringify(pick(configs, random))) : text;
  };
  return {
    name: 'config',
    weight: 1,
    make(random) {
      const about = pick(names, random);
      const text = textOf(random);
      return { about, text: about === 'package.json' && !oneIn(6, random) ? `{"guidepost":${text}}` : text };
    },
    check({ text, about }, random) {
      const base = JSON.stringify({ rules: { 'no-placeholder': 'warn' } });
      const files = { ...types, [about]: text, 'base.json': base, 'tea/a.md': guide, 'a.md': '# a\n' };
      const commands = [
        ['lint'],
        ['lint', 'tea'],
        ['lint', '--print-config', 'tea/a.md'],
        ['lint', 'tea', '--diff'],
        ['types'],
      ];
      const command = pick(commands, random);
      const format = command.join(' ') === 'lint tea' ? ['--format', 'json'] : [];
      return runMain([...command, ...format], memoryHost(files));
    },
  };
}
