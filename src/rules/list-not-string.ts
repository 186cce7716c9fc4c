import type { Fix, Guide, SchemaNode, Violation } from '../model.ts';
import { editsGive } from './edits-give.ts';
import { frontMatterList } from './front-matter-list.ts';
import { listedWords } from './listed-words.ts';
import { nameValue } from './name-value.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { violationsFor } from './violations-for.ts';

const list = { type: 'array', items: { type: 'string' } } satisfies SchemaNode;
const type = {
  type: 'object',
  properties: {
    keywords: { ...list, 'x-title': { en: 'Keywords', ja: 'キーワード' }, 'x-source': { frontMatter: 'keywords' } },
    tags: { ...list, 'x-title': { en: 'Tags', ja: 'タグ' }, 'x-source': { frontMatter: 'tags' } },
  },
} satisfies SchemaNode;

/** Several words are written as a list, not as one text with commas. */
export const listNotString = defineRule({
  id: 'list-not-string',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Several words in the front matter are a list, not one text with commas',
      why: 'A text with commas is one long keyword to the page: search and filters find none of the words in it. The repair writes the same words as the other lists of the file are written.',
    },
    ja: {
      summary: 'フロントマターの複数の語が、1つの文字列ではなくリストになっている',
      why: '読点やカンマでつないだ文字列は、全体で1つの語として扱われ、検索や絞り込みに使えません。自動修正では、同じ語をそのファイルのほかのリストと同じ書き方に直します。',
    },
  },
  messages: {
    en: {
      joined: (p: { name: string; count: number; first: string }) =>
        `${p.name} is one text that holds ${p.count} entries ("${p.first}", …); write them as a list`,
      split: (p: { count: number }) => `Write a list of ${p.count} entries`,
    },
    ja: {
      joined: (p) =>
        `${p.name}は「${p.first}」など${p.count}個の語が1つの文字列になっています。1語ずつのリストにしてください`,
      split: (p) => `${p.count}個の語のリストにする`,
    },
  },
  examples: {
    accept: [
      { type, guide: '---\nkeywords:\n  - 灯台\n  - 航路標識\n---\n' },
      { type, guide: '---\nkeywords: [lighthouse, sea marks]\n---\n' },
      { type, guide: '---json\n{\n  "keywords": ["灯台（沿岸、離島）", "航路標識"]\n}\n---\n' },
    ],
    reject: [
      { type, guide: '---\nkeywords: 灯台, 航路標識, 海上保安\n---\n', marks: '灯台, 航路標識, 海上保安' },
      { type, guide: '---\r\nkeywords: 灯台、霧笛\r\ntags:\r\n- 海\r\n- 光\r\n---\r\n' },
      { type, guide: '---json\n{\n  "keywords": "lighthouse, fog horn",\n  "tags": ["sea", "light"]\n}\n---\n' },
      { type, guide: '---\nkeywords: "lamps (oil, gas), lenses"\ntags: [sea]\n---\n' },
      { type, guide: '+++\nkeywords = "lighthouse; sea marks"\n+++\n' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const violation of violationsFor('list-not-string', guide)) {
      const words = listedWords(String(violation.params.value));
      const { pointer, range, severity } = violation;
      const edits = listEdits(words, violation, guide);
      const fix: Fix | undefined = edits && {
        kind: 'safe',
        unveils: true,
        title: say.split({ count: words.length }),
        edits,
      };
      const first = shortened(words[0] ?? '');
      const message = say.joined({ name: nameValue(guide, pointer, locale), count: words.length, first });
      yield { range, severity, message, ...(fix && { fix }) };
    }
  },
});

function listEdits(words: readonly string[], { pointer }: Violation, guide: Guide): Fix['edits'] | undefined {
  const { document, places } = guide;
  const { frontMatter, source } = document;
  const place = places.get(pointer);
  if (!frontMatter?.value || !place?.key) return undefined;
  const { key, range } = place;
  const between = source.text.slice(key.end, range.start);
  // In YAML the blank after the colon goes too: a list begins on the next line.
  const start =
    frontMatter.format === 'yaml' && /^\s*:\s*$/.test(between) ? key.end + between.indexOf(':') + 1 : range.start;
  const end = range.start + source.text.slice(range.start, range.end).trimEnd().length;
  const edits = [{ range: { start, end }, text: frontMatterList(words, source.text, frontMatter, key) }];
  const written = [...frontMatter.places].find(([, { key: other }]) => other?.start === key.start)?.[0].slice(1);
  // Keys deeper in the block are left to people.
  if (written === undefined || !Object.hasOwn(frontMatter.value, written)) return undefined;
  return editsGive(document, edits, { ...frontMatter.value, [written]: words }) ? edits : undefined;
}
