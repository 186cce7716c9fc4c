import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import type { Fix, SchemaNode } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { spelled } from '../spelled.ts';
import { nameValue } from './name-value.ts';
import { quoted } from './quoted.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';
import { withinQuotes } from './within-quotes.ts';

const type = {
  type: 'object',
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      properties: {
        category: { enum: ['deep-sea', 'coast', 'harbour'], 'x-title': { en: 'Category', ja: 'カテゴリ' } },
        layout: { const: 'guide' },
      },
    },
  },
} satisfies SchemaNode;

/** A value that the guide type gives a choice for is one of that choice. */
export const knownValue = defineRule({
  id: 'known-value',
  severity: 'error',
  fix: 'unsafe',
  docs: {
    en: {
      summary: 'A value with a fixed choice is one of that choice',
      why: 'Pages are grouped by these values. A new spelling makes a group of its own with one guide in it, which nobody finds.',
    },
    ja: {
      summary: '決められた値の中から選んで書かれている',
      why: 'ページはこの値で分類されます。少しでも綴りが違うと別の分類になり、読者がたどり着けなくなります。',
    },
  },
  messages: {
    en: {
      near: (p: { name: string; value: string; near: string }) => `${p.name} is ${p.value}; did you mean ${p.near}?`,
      other: (p: { name: string; value: string; known: readonly string[] }) =>
        p.known.length === 1
          ? `${p.name} is ${p.value}; it has to be "${p.known[0]}"`
          : `${p.name} is ${p.value}; write one of ${p.known.join(', ')}`,
      replace: (p: { near: string }) => `Write ${p.near}`,
    },
    ja: {
      near: (p) => `${p.name}が${p.value}になっています。${p.near}の間違いではありませんか`,
      other: (p) =>
        p.known.length === 1
          ? `${p.name}が${p.value}になっています。「${p.known[0]}」と書いてください`
          : `${p.name}が${p.value}になっています。次のどれかを書いてください：${p.known.join('、')}`,
      replace: (p) => `${p.near}と書く`,
    },
  },
  examples: {
    accept: [
      { type, guide: '---\ncategory: deep-sea\nlayout: guide\n---\n' },
      { type, guide: '---json\n{ "category": "harbour" }\n---\n' },
    ],
    reject: [
      { type, guide: '---\ncategory: deep_sea\n---\n', marks: 'deep_sea' },
      { type, guide: '---json\n{ "category": "Coast" }\n---\n', marks: '"Coast"' },
      { type, guide: '---\ncategory: 海\n---\n', marks: '海' },
      { type, guide: '---\nlayout: post\n---\n', marks: 'post' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const { pointer, params, range, severity } of violationsFor('known-value', guide)) {
      const allowed: unknown[] = Array.isArray(params.allowedValues) ? params.allowedValues : [params.allowedValue];
      const names = allowed.filter(isName);
      const known = allowed.map(spelled);
      const written = spelled(params.value);
      const same = names.find((name) => comparable(name) === comparable(written));
      const near = same ?? nearestName(written, names);
      const name = nameValue(guide, pointer, locale);
      const value = quoted(params.value, locale);
      if (near === undefined || !isFrontMatter(pointer, guide.type)) {
        yield { range, severity, message: say.other({ name, value, known }) };
        continue;
      }
      const named = { near: quoted(near, locale) };
      const edits = [{ range: withinQuotes(guide.document.source.text, range), text: near }];
      const fix: Fix = { kind: same ? 'safe' : 'unsafe', title: say.replace(named), edits };
      const isPlain = typeof params.value === 'string' && /^[\p{L}\p{N}_-]+$/u.test(near);
      yield { range, severity, message: say.near({ name, value, ...named }), ...(isPlain && { fix }) };
    }
  },
});

function isName(value: unknown): value is string {
  return typeof value === 'string';
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}
