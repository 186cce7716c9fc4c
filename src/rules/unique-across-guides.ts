import { frontMatterFields } from '../guide-types/front-matter-fields.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, JsonPointer, Range, SchemaNode } from '../model.ts';
import { guideNames } from './guide-names.ts';
import { languageOf } from './language-of.ts';
import { defineRule, type GuideMark } from './rule.ts';

const type = {
  type: 'object',
  properties: {
    slug: {
      type: 'string',
      'x-title': { en: 'Slug', ja: 'スラッグ' },
      'x-unique-across': true,
      'x-source': { frontMatter: 'slug' },
    },
    title: {
      type: 'string',
      'x-title': { en: 'Title', ja: 'タイトル' },
      'x-unique-across': true,
      'x-source': { frontMatter: 'title' },
    },
  },
} satisfies SchemaNode;

/** A value that another guide of the run has already. */
interface Repeated {
  readonly pointer: JsonPointer;
  readonly range: Range;
  readonly at: string;
}

interface Messages {
  same(p: { name: string; at: string }): string;
  also(p: { name: string; at: string }): string;
}

interface Fact {
  /** Of two guides the one whose file has the slug's name is probably the original. */
  readonly rank: number;
  readonly values: readonly { readonly pointer: JsonPointer; readonly range: Range; readonly key: string }[];
}

/** Names, titles and descriptions are each guide's own. */
export const uniqueAcrossGuides = defineRule<Messages, undefined, Fact>({
  id: 'unique-across-guides',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'No two guides have the same slug, title or description',
      why: 'Two pages of one address overwrite each other, and search engines show only one of two pages with the same title or description. Mostly a guide was copied and a line forgotten. Guides of one type and language are compared; the values are those with `x-unique-across` in the guide type.',
    },
    ja: {
      summary: 'スラッグ・タイトル・説明文がほかのガイドと重なっていない',
      why: 'スラッグが同じだと一方のページがもう一方で上書きされ、タイトルや説明文が同じだと検索結果に片方しか出ないことがあります。多くは、別のガイドを写して直し忘れたものです。同じ種類・同じ言語のガイドどうしを比べます。',
    },
  },
  messages: {
    en: {
      same: (p: { name: string; at: string }) => `"${p.name}" is the same as in ${p.at}; give each guide its own`,
      also: (p: { name: string; at: string }) => `"${p.name}" is the same as in ${p.at} as well`,
    },
    ja: {
      same: (p) => `「${p.name}」が ${p.at} と同じです。ガイドごとに違うものにしてください`,
      also: (p) => `「${p.name}」も ${p.at} と同じです`,
    },
  },
  examples: {
    accept: [
      {
        type,
        guide: '---\nslug: example\ntitle: 灯台守の仕事\n---\n',
        others: [{ path: 'pilot.md', guide: '---\nslug: pilot\ntitle: 水先人の仕事\n---\n' }],
      },
      {
        type,
        path: 'ja/pilot.md',
        guide: '---\nslug: pilot\n---\n',
        others: [{ path: 'en/pilot.md', guide: '---\nslug: pilot\n---\n' }],
      },
      { type, guide: "---\ntitle: ''\n---\n", others: [{ path: 'draft.md', guide: "---\ntitle: ''\n---\n" }] },
    ],
    reject: [
      {
        type,
        guide: '---\nslug: pilot\ntitle: 灯台守の仕事\n---\n',
        others: [{ path: 'a/pilot.md', guide: '---\nslug: pilot\ntitle: 水先人の仕事\n---\n' }],
        marks: 'pilot',
      },
      {
        type,
        guide: '---\nslug: keeper\ntitle: Life at the ＬＩＧＨＴ\n---\n',
        others: [{ path: 'a/pilot.md', guide: '---\nslug: pilot\ntitle: Life at the light\n---\n' }],
        marks: 'Life at the ＬＩＧＨＴ',
      },
      {
        type,
        guide: '---json\n{ "slug": "pilot", "title": "水先人の仕事" }\n---\n',
        others: [{ path: 'a/pilot.md', guide: '---\nslug: pilot\ntitle: 水先人の仕事\n---\n' }],
        marks: '"pilot"',
      },
    ],
  },
  gather: (guide) => ({ rank: guideNames(guide).all.length - 1, values: [...uniqueValues(guide)] }),
  *checkAll(guides, { say, locale }) {
    const first = new Map<string, { guide: GuideMark; range: Range }>();
    const inOrder = guides.toSorted(
      (a, b) => a.fact.rank - b.fact.rank || (pathOf(a.guide) < pathOf(b.guide) ? -1 : 1),
    );
    for (const { guide, fact } of inOrder) {
      // A copied guide is one cause, however many of its lines are the same.
      const byOther = new Map<GuideMark, Repeated[]>();
      for (const { pointer, range, key } of fact.values) {
        const known = first.get(key);
        if (!known) first.set(key, { guide, range });
        else byOther.set(known.guide, [...(byOther.get(known.guide) ?? []), { pointer, range, at: placeOf(known) }]);
      }
      for (const repeated of byOther.values()) {
        const words = repeated.map(({ pointer, range, at }) => ({
          range,
          name: guide.type.titleOf(pointer, locale),
          at,
        }));
        const [head, ...others] = words.sort((a, b) => a.range.start - b.range.start);
        const related = others.map((other) => ({ range: other.range, message: say.also(other) }));
        if (head) yield [guide, { range: head.range, message: say.same(head), ...(related.length > 0 && { related }) }];
      }
    }
  },
});

function placeOf({ guide: { document }, range }: { guide: GuideMark; range: Range }): string {
  return `${document.source.path}:${document.positionAt(range.start).line}`;
}

function pathOf(guide: GuideMark): string {
  return guide.document.source.path;
}

function* uniqueValues(guide: Guide): Generator<Fact['values'][number]> {
  const group = [guide.type.name, languageOf(guide.document.source.path)];
  for (const { pointer, node } of frontMatterFields(guide.type)) {
    const value = valueAt(guide.value, pointer);
    const place = guide.places.get(pointer);
    if (node['x-unique-across'] !== true || typeof value !== 'string' || !place) continue;
    const comparable = value.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
    if (comparable !== '') yield { pointer, range: place.range, key: JSON.stringify([...group, pointer, comparable]) };
  }
}
