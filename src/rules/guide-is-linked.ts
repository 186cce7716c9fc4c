import type { Guide, SchemaNode } from '../model.ts';
import { comparableName } from './comparable-name.ts';
import { fileNameOf } from './file-name-of.ts';
import { type GuideNames, guideNames } from './guide-names.ts';
import { guideReferences } from './guide-references.ts';
import { nodesOf } from './nodes-of.ts';
import { defineRule, type GuideMark } from './rule.ts';

const type = {
  type: 'object',
  properties: {
    slug: { type: 'string', 'x-file-name': true, 'x-source': { frontMatter: 'slug' } },
    related: { type: 'array', 'x-refers-to': '/slug', 'x-source': { frontMatter: 'related' } },
  },
} satisfies SchemaNode;

interface Messages {
  alone(p: { name: string }): string;
}

interface Fact {
  readonly names: GuideNames;
  /** What the guide names and links to, as far as names are compared. */
  readonly linked: readonly string[];
}

/** Each guide is named or linked by another one. */
export const guideIsLinked = defineRule<Messages, undefined, Fact>({
  id: 'guide-is-linked',
  severity: 'warning',
  recommended: false,
  fix: 'none',
  docs: {
    en: {
      summary: 'Each guide is named or linked by another guide',
      why: 'A guide that no other one names is found by nobody who reads on from guide to guide. It makes sense only where the whole collection is checked at once.',
    },
    ja: {
      summary: 'どのガイドも、ほかのガイドから紹介されている',
      why: 'どこからも紹介されていないガイドは、関連ガイドをたどる読者の目に触れません。ガイド全体をまとめて調べるときにだけ使ってください。',
    },
  },
  messages: {
    en: {
      alone: (p) => `No other guide names or links to "${p.name}"; add it to a guide that goes with it`,
    },
    ja: { alone: (p) => `「${p.name}」を紹介しているガイドがありません。関係の深いガイドから紹介してください` },
  },
  examples: {
    accept: [
      {
        type,
        guide: '---\nslug: example\n---\n',
        others: [{ path: 'pilot.md', guide: '---\nrelated: [example]\n---\n' }],
      },
      {
        type,
        guide: '# 灯台守\n',
        others: [{ path: 'pilot.md', guide: '# 水先人\n\n[灯台守](../sea/example.md#仕事)も参照。\n' }],
      },
      { type, guide: '# The only guide\n' },
    ],
    reject: [
      {
        type,
        guide: '---\nslug: example\nrelated: [pilot, example]\n---\n',
        others: [{ path: 'pilot.md', guide: '---\nslug: pilot\nrelated: [keeper]\n---\n' }],
        marks: 'example',
      },
      { type, guide: '# 灯台守\n', others: [{ path: 'pilot.md', guide: '# 水先人\n' }] },
    ],
  },
  gather: (guide) => ({ names: guideNames(guide), linked: [...new Set(namedBy(guide))] }),
  *checkAll(guides, { say }) {
    if (guides.length < 2) return;
    const linkedBy = new Map<string, Set<GuideMark>>();
    for (const { guide, fact } of guides) {
      for (const name of fact.linked) linkedBy.set(name, (linkedBy.get(name) ?? new Set()).add(guide));
    }
    for (const { guide, fact } of guides) {
      const { all, range } = fact.names;
      const by = all.flatMap((name) => [...(linkedBy.get(comparableName(name)) ?? [])]);
      if (!by.some((other) => other !== guide)) yield [guide, { range, message: say.alone({ name: all[0] }) }];
    }
  },
});

function* namedBy(guide: Guide): Generator<string> {
  for (const { name } of guideReferences(guide)) yield comparableName(name);
  for (const { node } of [...nodesOf(guide.document, 'link'), ...nodesOf(guide.document, 'definition')]) {
    const path = node.url
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .replace(/\.html?$/, '');
    if (path !== '') yield comparableName(fileNameOf(decoded(path)));
  }
}

/** An address that is not encoded well names what it says. */
function decoded(path: string): string {
  return /%(?![0-9A-Fa-f]{2})/.test(path)
    ? path
    : path.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (bytes) => {
        const codes = bytes.match(/[0-9A-Fa-f]{2}/g) ?? [];
        return new TextDecoder().decode(Uint8Array.from(codes, (code) => Number.parseInt(code, 16)));
      });
}
