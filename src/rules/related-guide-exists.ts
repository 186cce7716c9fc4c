import type { JsonPointer, Range, SchemaNode } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { type GuideNames, guideNames } from './guide-names.ts';
import { guideReferences } from './guide-references.ts';
import { type KnownAs, KnownGuides } from './known-guides.ts';
import { defineRule, type GuideMark } from './rule.ts';
import { withinQuotes } from './within-quotes.ts';

const type = {
  type: 'object',
  properties: {
    slug: { type: 'string', 'x-file-name': true, 'x-source': { frontMatter: 'slug' } },
    related: {
      type: 'array',
      items: { type: 'string' },
      'x-title': { en: 'Related guides', ja: '関連ガイド' },
      'x-refers-to': '/slug',
      'x-source': { frontMatter: 'related' },
    },
  },
} satisfies SchemaNode;

const pilot = { path: 'harbour_pilot.md', guide: '---\nslug: harbour_pilot\nrelated: [example]\n---\n' };
const keeper = { path: 'lighthouse_keeper.md', guide: '---\nslug: lighthouse_keeper\nrelated: [harbour_pilot]\n---\n' };

/** What the config may set. */
interface Options {
  /** Guides that are gone and must not be named any more. */
  readonly retired?: readonly string[];
  /** Names that exist though no guide of the run has them. */
  readonly known?: readonly string[];
  /** `all`: the guides of the run are all there are; `auto`: they are when they know at least half of what they name. */
  readonly collection?: 'auto' | 'all';
}

interface Fact {
  readonly names: GuideNames;
  readonly references: readonly Reference[];
}

interface Reference {
  readonly field: JsonPointer;
  readonly name: string;
  readonly range: Range;
  /** The name without its quotes. */
  readonly inner: Range;
}

interface NamedGuide extends Reference {
  readonly guide: GuideMark;
  /** What the guide itself is called. */
  readonly own: GuideNames['all'];
  readonly as: KnownAs<GuideMark>;
}

interface Messages {
  unknown(p: { field: string; name: string; near: string | undefined }): string;
  respelt(p: { field: string; name: string; real: string }): string;
  self(p: { field: string; name: string }): string;
  retired(p: { field: string; name: string }): string;
  change(p: { name: string; real: string }): string;
}

/** The guides that a guide names as related are there. */
export const relatedGuideExists = defineRule<Messages, Options, Fact>({
  id: 'related-guide-exists',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Each related guide that the front matter names is there',
      why: 'A name that no guide has becomes a dead link. A name that differs in hyphens, blanks or case only is repaired. Where only a part of a collection is checked, nobody can tell whether the others exist: unknown names are reported when at least half of all names in the run are known (or with `collection: "all"`).',
    },
    ja: {
      summary: '関連ガイドに書いた名前のガイドが実際にある',
      why: 'どのガイドにもない名前は、行き止まりのリンクになります。ハイフンや空白、大文字と小文字だけの違いは自動で直せます。一部のファイルだけを調べたときは、ほかのガイドがあるかどうか分かりません。そのため、見つからない名前を指摘するのは、調べたガイドに出てくる名前の半分以上が見つかるとき（または `collection: "all"` のとき）だけです。',
    },
  },
  messages: {
    en: {
      unknown: (p) =>
        p.near
          ? `"${p.field}" names "${p.name}", but there is no such guide; did you mean "${p.near}"?`
          : `"${p.field}" names "${p.name}", but there is no such guide; remove it or name another one`,
      respelt: (p) => `"${p.field}" names "${p.name}", but that guide is called "${p.real}"; write it so`,
      self: (p) => `"${p.field}" names "${p.name}", which is this guide itself; name another one`,
      retired: (p) => `"${p.field}" names "${p.name}", which has been retired; remove it or name another one`,
      change: (p) => `Change "${p.name}" to "${p.real}"`,
    },
    ja: {
      unknown: (p) =>
        p.near
          ? `「${p.field}」に書かれた「${p.name}」というガイドはありません。「${p.near}」のことではありませんか`
          : `「${p.field}」に書かれた「${p.name}」というガイドはありません。削除するか、別のガイドを書いてください`,
      respelt: (p) =>
        `「${p.field}」に「${p.name}」とありますが、そのガイドの名前は「${p.real}」です。書き方を合わせてください`,
      self: (p) => `「${p.field}」に書かれた「${p.name}」は、このガイド自身です。別のガイドを書いてください`,
      retired: (p) =>
        `「${p.field}」に書かれた「${p.name}」は廃止されたガイドです。削除するか、別のガイドを書いてください`,
      change: (p) => `「${p.name}」を「${p.real}」に変える`,
    },
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        retired: { type: 'array', items: { type: 'string' } },
        known: { type: 'array', items: { type: 'string' } },
        collection: { enum: ['auto', 'all'] },
      },
    },
    defaults: { retired: [], known: [], collection: 'auto' },
  },
  examples: {
    accept: [
      { type, guide: '---\nslug: example\nrelated: [harbour_pilot]\n---\n', others: [pilot] },
      { type, guide: '---\nslug: example\nrelated: [harbour_pilot, ui_designer]\n---\n' },
      {
        type,
        guide: '---\nslug: example\nrelated: [diver, ship_owner]\n---\n',
        others: [{ path: 'driver.md', guide: '---\nslug: driver\nrelated: [ship_crew]\n---\n' }],
      },
    ],
    reject: [
      { type, guide: '---\nslug: example\nrelated: [Harbour-Pilot]\n---\n', others: [pilot], marks: 'Harbour-Pilot' },
      { type, guide: '---json\n{ "related": ["harbour pilot"] }\n---\n', others: [pilot], marks: '"harbour pilot"' },
      { type, guide: '---\nrelated:\n  - harbor_pilot\n---\n', others: [pilot, keeper], marks: 'harbor_pilot' },
      { type, guide: '---\nrelated:\n  - sea_captain\n---\n', others: [pilot, keeper], marks: 'sea_captain' },
      { type, guide: '---\nslug: example\nrelated: [example]\n---\n', marks: 'example' },
      {
        type,
        guide: '---\nslug: example\nrelated: [telegraphist]\n---\n',
        options: { retired: ['telegraphist'] },
      },
    ],
  },
  gather: (guide) => ({
    names: guideNames(guide),
    references: guideReferences(guide).map(({ field, name, range }) => {
      return { field, name, range, inner: withinQuotes(guide.document.source.text, range) };
    }),
  }),
  *checkAll(guides, { say, locale, options }) {
    const known = new KnownGuides(guides.map(({ guide, fact }) => [guide, fact.names] as const));
    const outside = new Set(options.known);
    const retired = new Set(options.retired);
    const named = guides
      .flatMap(({ guide, fact }) => fact.references.map((reference) => ({ ...reference, guide, own: fact.names.all })))
      .filter(({ name }) => !outside.has(name))
      .map((reference): NamedGuide => ({ ...reference, as: known.find(reference.name) }));
    const isWhole = options.collection === 'all' || isWholeCollection(named);
    for (const { guide, own, name, range, inner, field, as } of named) {
      const words = { field: guide.type.titleOf(field, locale), name };
      if (retired.has(name)) yield [guide, { range, message: say.retired(words) }];
      else if ('guides' in as && as.guides.includes(guide)) yield [guide, { range, message: say.self(words) }];
      else if (as.kind === 'respelt' || as.kind === 'slip') {
        const real = as.name;
        const message = as.kind === 'slip' ? say.unknown({ ...words, near: real }) : say.respelt({ ...words, real });
        const edits = [{ range: inner, text: real }];
        const isSure = as.kind === 'respelt' && new Set(as.guides).size === 1;
        yield [
          guide,
          { range, message, fix: { kind: isSure ? 'safe' : 'unsafe', title: say.change({ name, real }), edits } },
        ];
      } else if (as.kind === 'none' && isWhole) {
        const others = known.names.filter((other) => !own.includes(other));
        yield [guide, { range, message: say.unknown({ ...words, near: nearestName(name, others) }) }];
      }
    }
  },
});

/** Guides of a part of a collection name mostly guides that are not in it. */
function isWholeCollection(named: readonly NamedGuide[]): boolean {
  const others = named.filter(({ as, guide }) => !('guides' in as && as.guides.includes(guide)));
  const found = others.filter(({ as }) => as.kind !== 'none');
  return found.length > 0 && found.length * 2 >= others.length;
}
