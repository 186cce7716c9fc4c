import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import { parentPointer } from '../guide-types/schema-view.ts';
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
        tags: { type: 'array', 'x-title': { en: 'Tags', ja: 'タグ' } },
        featured: { type: 'array', 'x-subset-of': '/meta/tags', 'x-title': { en: 'Featured', ja: '注目のタグ' } },
      },
    },
  },
} satisfies SchemaNode;

/** The entries of one list all stand in the list that it is a selection of. */
export const subsetOfValues = defineRule({
  id: 'subset-of-values',
  severity: 'error',
  fix: 'unsafe',
  docs: {
    en: {
      summary: 'The entries of a selection all stand in the list they are selected from',
      why: 'Two lists of one guide that ought to agree and do not leave the reader, and the page that filters by them, with an entry that leads nowhere.',
    },
    ja: {
      summary: '選び出した項目が、すべて元のリストにある',
      why: '同じガイドの2つのリストが食い違っていると、絞り込んでも何も出てこない項目ができてしまいます。',
    },
  },
  messages: {
    en: {
      near: (p: { list: string; value: string; near: string; all: string }) =>
        `${p.list} has ${p.value}, which is not in ${p.all}; did you mean ${p.near}?`,
      other: (p: { list: string; value: string; all: string }) =>
        `${p.list} has ${p.value}, which is not in ${p.all}; add it there or remove it here`,
      replace: (p: { near: string }) => `Write ${p.near}`,
    },
    ja: {
      near: (p) => `${p.list}の${p.value}は${p.all}にありません。${p.near}の間違いではありませんか`,
      other: (p) => `${p.list}の${p.value}は${p.all}にありません。そちらに加えるか、ここから消してください`,
      replace: (p) => `${p.near}と書く`,
    },
  },
  examples: {
    accept: [
      { type, guide: '---\ntags: [sea, light]\nfeatured: [light]\n---\n' },
      { type, guide: '---json\n{ "tags": ["灯台", "海・空"], "featured": ["海 空"] }\n---\n' },
    ],
    reject: [
      { type, guide: '---\ntags: [sea, light]\nfeatured: [lihgt]\n---\n', marks: 'lihgt' },
      { type, guide: '---json\n{ "tags": ["灯台"], "featured": ["灯台", "観光"] }\n---\n', marks: '"観光"' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const { pointer, params, range, severity } of violationsFor('subset-of-values', guide)) {
      const array = parentPointer(pointer);
      const node = guide.type.nodeAt(array);
      const from = String(node?.['x-subset-of'] ?? node?.['x-recommended']?.['x-subset-of'] ?? '');
      const known = Array.isArray(params.all) ? params.all.filter((one): one is string => typeof one === 'string') : [];
      const near = nearestName(spelled(params.value), known);
      const parts = {
        list: nameValue(guide, array, locale),
        value: quoted(params.value, locale),
        all: nameValue(guide, from, locale),
      };
      if (near === undefined) {
        yield { range, severity, message: say.other(parts) };
        continue;
      }
      const named = { near: quoted(near, locale) };
      const { text } = guide.document.source;
      const isTag = /^[#＃]/u.test(text.slice(range.start, range.end));
      const word = isTag ? { start: range.start + 1, end: range.end } : withinQuotes(text, range);
      const fix: Fix = { kind: 'unsafe', title: say.replace(named), edits: [{ range: word, text: near }] };
      const canFix = (isTag || isFrontMatter(pointer, guide.type)) && /^[\p{L}\p{N}_-]+$/u.test(near);
      yield { range, severity, message: say.near({ ...parts, ...named }), ...(canFix && { fix }) };
    }
  },
});
