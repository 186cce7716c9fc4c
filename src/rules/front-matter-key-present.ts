import { frontMatterFields } from '../guide-types/front-matter-fields.ts';
import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import { parentPointer, stepsOf } from '../guide-types/schema-view.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, JsonPointer, Locale, Range, SchemaNode } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { childPointer } from '../parse/place-collector.ts';
import { nameValue } from './name-value.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';
import { withinQuotes } from './within-quotes.ts';

interface Missing {
  readonly name: string;
  /** What it is missing from; the front matter itself where that is not named. */
  readonly parent: string | undefined;
}

const type = {
  type: 'object',
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      required: ['category', 'slug'],
      properties: {
        category: { type: 'string', 'x-title': { en: 'Category', ja: 'カテゴリ' } },
        slug: { type: 'string', 'x-title': { en: 'Slug', ja: 'スラッグ' } },
        home: { type: 'object', required: ['port'], properties: { port: { type: 'string' } } },
      },
    },
  },
} satisfies SchemaNode;

/** The front matter holds each key that the guide type requires. */
export const frontMatterKeyPresent = defineRule({
  id: 'front-matter-key-present',
  severity: 'error',
  fix: 'unsafe',
  docs: {
    en: {
      summary: 'Front matter holds every key that the guide type requires',
      why: 'Lists, cards and search results are built from these values. A guide that lacks one shows an empty place there, or does not appear at all.',
    },
    ja: {
      summary: 'フロントマターに必須の項目がそろっている',
      why: '一覧やカード、検索結果は、これらの項目から作られます。足りないと、そこが空のまま表示されたり、一覧に出てこなかったりします。',
    },
  },
  messages: {
    en: {
      missing: (p: Missing) => `${p.name} is missing from ${p.parent ?? 'the front matter'}; add it`,
      near: (p: Missing & { written: string; wanted: string }) =>
        `${p.name} is missing from ${p.parent ?? 'the front matter'}; did you mean "${p.wanted}" where it says "${p.written}"?`,
      rename: (p: { written: string; wanted: string }) => `Rename "${p.written}" to "${p.wanted}"`,
    },
    ja: {
      missing: (p) => `${p.parent ?? 'フロントマター'}に${p.name}がありません。書き足してください`,
      near: (p) =>
        `${p.parent ?? 'フロントマター'}に${p.name}がありません。「${p.written}」は「${p.wanted}」の書き間違いではありませんか`,
      rename: (p) => `「${p.written}」を「${p.wanted}」に変える`,
    },
  },
  examples: {
    accept: [
      { type, guide: '---\ncategory: sea\nslug: keeper\n---\n' },
      { type, guide: '---json\n{ "slug": "keeper", "category": "海の仕事", "author": "海野" }\n---\n' },
    ],
    reject: [
      { type, guide: '---json\n{\n  "slug": "keeper"\n}\n---\n', marks: '}' },
      { type, guide: '---\nslug: keeper\ncatgory: sea\n---\n', marks: 'catgory' },
      { type, guide: '---\nslug: keeper\ncategory: sea\nhome:\n  country: Japan\n---\n' },
      { type, guide: '---\n---\n\n# 灯台守\n' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const { pointer, range, severity } of violationsFor('front-matter-key-present', guide)) {
      const name = nameValue(guide, pointer, locale);
      const parent = parentName(guide, pointer, locale);
      const near = misspelt(guide, pointer);
      if (!near) {
        yield { range, severity, message: say.missing({ name, parent }) };
        continue;
      }
      const edits = [{ range: withinQuotes(guide.document.source.text, near.range), text: near.wanted }];
      const fix = { kind: 'unsafe', title: say.rename(near), edits } as const;
      yield { range: near.range, severity, message: say.near({ name, parent, ...near }), fix };
    }
  },
});

/** What the value is called that the key belongs below; undefined for the front matter itself. */
function parentName(guide: Guide, pointer: JsonPointer, locale: Locale): string | undefined {
  const parent = parentPointer(pointer);
  const isBelow =
    guide.type.nodeAt(pointer)?.['x-source']?.frontMatter === undefined &&
    guide.type.nodeAt(parent)?.['x-source']?.frontMatter !== true &&
    isFrontMatter(parent, guide.type);
  return isBelow ? nameValue(guide, parent, locale) : undefined;
}

/** A key beside the missing one that nothing else accounts for and that reads almost like it. */
function misspelt(guide: Guide, pointer: JsonPointer): { written: string; wanted: string; range: Range } | undefined {
  const field = frontMatterFields(guide.type).find((one) => one.pointer === pointer);
  const parent = parentPointer(pointer);
  const siblings = field
    ? frontMatterFields(guide.type).flatMap(({ keys }) => keys)
    : Object.keys(guide.type.nodeAt(parent)?.properties ?? {});
  const wanted = field?.keys[0] ?? stepsOf(pointer).at(-1) ?? '';
  const written = field ? guide.document.frontMatter?.value : valueAt(guide.value, parent);
  if (typeof written !== 'object' || written === null) return undefined;
  for (const key of Object.keys(written)) {
    const place = field
      ? guide.document.frontMatter?.places.get(childPointer('', key))
      : guide.places.get(childPointer(parent, key));
    if (!siblings.includes(key) && place?.key && nearestName(key, [wanted]))
      return { written: key, wanted, range: place.key };
  }
  return undefined;
}
