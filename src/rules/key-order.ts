import { frontMatterFields } from '../guide-types/front-matter-fields.ts';
import { stepsOf } from '../guide-types/schema-view.ts';
import type { Edit, Fix, FrontMatter, Guide, Range, SchemaNode } from '../model.ts';
import { editsGive } from './edits-give.ts';
import { longestRise } from './longest-rise.ts';
import { defineRule } from './rule.ts';

const type = {
  type: 'object',
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      properties: {
        category: { type: 'string' },
        slug: { type: 'string' },
        tags: { type: 'array' },
        title: { type: 'string' },
      },
    },
  },
} satisfies SchemaNode;

/** A top-level key with its value, and its place in the type's order. */
interface Entry {
  readonly name: string;
  readonly order: number;
  readonly key: Range;
  readonly range: Range;
}

/** Front matter has its keys in the order of the guide type. */
export const keyOrder = defineRule({
  id: 'key-order',
  severity: 'warning',
  recommended: false,
  fix: 'safe',
  docs: {
    en: {
      summary: 'Front matter has its keys in the order of the guide type',
      why: 'Where each guide has the same order, a missing key strikes the eye and two guides can be compared line by line. Keys that the type does not know may stand anywhere. Where the block has comments nothing is moved, as nobody can tell what they belong to.',
    },
    ja: {
      summary: 'フロントマターの項目が決められた順に並んでいる',
      why: 'どのガイドも同じ順なら、抜けた項目にすぐ気づけ、ガイドどうしを行ごとに見比べられます。決められていない項目はどこにあってもかまいません。コメントがある場合は、どの項目のものか判断できないため自動では並べ替えません。',
    },
  },
  messages: {
    en: {
      late: (p: { name: string; other: string }) => `"${p.name}" stands after "${p.other}"; put it before that`,
      early: (p: { name: string; other: string }) => `"${p.name}" stands before "${p.other}"; put it after that`,
      also: (p: { name: string }) => `"${p.name}" is out of place as well`,
      sort: () => 'Put the keys in order',
    },
    ja: {
      late: (p) => `「${p.name}」が「${p.other}」より後にあります。前に移してください`,
      early: (p) => `「${p.name}」が「${p.other}」より前にあります。後に移してください`,
      also: (p) => `「${p.name}」も順序が違います`,
      sort: () => '項目を決められた順に並べ替える',
    },
  },
  examples: {
    accept: [
      { type, guide: '---\ncategory: 海\nslug: lighthouse\ntitle: 灯台守の仕事\n---\n' },
      {
        type,
        guide:
          '---json\n{\n  "author": "海野",\n  "category": "sea",\n  "note": "",\n  "title": "Keeping the light"\n}\n---\n',
      },
      { type, guide: '+++\nslug = "lighthouse"\ntitle = "灯台"\n+++\n' },
    ],
    reject: [
      { type, guide: '---\ntitle: 灯台守の仕事\ncategory: 海\nslug: lighthouse\n---\n', marks: 'title' },
      {
        type,
        guide: '---json\n{\n  "slug": "lighthouse",\n  "category": "sea",\n  "title": "Keeping the light"\n}\n---\n',
        marks: '"category"',
      },
      {
        type,
        guide: '---\ncategory: sea\n# shown in lists\ntitle: Lights\ntags:\n- lamp\n- lens\n---\n',
        marks: 'tags',
      },
      { type, guide: '---\r\ntitle: 灯台\r\ntags:\r\n  - 海\r\n  - 光\r\ncategory: 海\r\n---\r\n' },
    ],
  },
  *check(guide, { say }) {
    const { frontMatter } = guide.document;
    if (!frontMatter?.value) return;
    const entries = knownEntries(guide, frontMatter);
    const kept = longestRise(entries);
    const [first, ...others] = entries.filter((entry) => !kept.has(entry));
    if (!first) return;
    const at = entries.indexOf(first);
    const above = entries.slice(0, at).find(({ order }) => order > first.order);
    const below = entries.slice(at).findLast(({ order }) => order < first.order);
    const message = above
      ? say.late({ name: first.name, other: above.name })
      : say.early({ name: first.name, other: below?.name ?? first.name });
    const edits = sortingEdits(entries, guide, frontMatter.value);
    const fix: Fix | undefined = edits && { kind: 'safe', title: say.sort(), edits };
    const related = others.map(({ key, name }) => ({ range: key, message: say.also({ name }) }));
    yield { range: first.key, message, ...(related.length > 0 && { related }), ...(fix && { fix }) };
  },
});

function knownEntries(guide: Guide, { places }: FrontMatter): Entry[] {
  const orders = new Map(frontMatterFields(guide.type).flatMap(({ keys }, order) => keys.map((key) => [key, order])));
  const { text } = guide.document.source;
  const entries = [...places].flatMap(([pointer, { key, value }]): Entry[] => {
    const [name = '', ...deeper] = stepsOf(pointer);
    const order = orders.get(name);
    if (!key || deeper.length > 0 || order === undefined) return [];
    const end = key.start + text.slice(key.start, value.end).trimEnd().length;
    return [{ name, order, key, range: { start: key.start, end } }];
  });
  return entries.sort((a, b) => a.key.start - b.key.start);
}

/** Puts each entry's text where the one that should stand there is; what is between them stays. */
function sortingEdits(
  entries: readonly Entry[],
  { document }: Guide,
  value: Record<string, unknown>,
): Edit[] | undefined {
  const { text } = document.source;
  const { start, end } = document.frontMatter?.content ?? { start: 0, end: 0 };
  if (/(?:^|\s)#/.test(text.slice(start, end)) && document.frontMatter?.format !== 'json') return undefined;
  const sorted = entries.toSorted((a, b) => a.order - b.order);
  const edits = entries.flatMap(({ range }, index): Edit[] => {
    const moved = sorted[index]?.range ?? range;
    return moved === range ? [] : [{ range, text: text.slice(moved.start, moved.end) }];
  });
  return editsGive(document, edits, value) ? edits : undefined;
}
