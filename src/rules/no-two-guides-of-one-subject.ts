import type { SchemaNode } from '../model.ts';
import { comparableName } from './comparable-name.ts';
import { type GuideNames, guideNames } from './guide-names.ts';
import { languageOf } from './language-of.ts';
import { defineRule, type Gathered } from './rule.ts';

const type = {
  type: 'object',
  properties: { slug: { type: 'string', 'x-file-name': true, 'x-source': { frontMatter: 'slug' } } },
} satisfies SchemaNode;

/** What the config may set. */
interface Options {
  /** Last words of a name that do not make it another subject. */
  readonly suffixes?: readonly string[];
}

const suffixes = ['guide', '2', 'v2', 'new', 'old', 'copy', 'backup', 'コピー', 'のコピー'];

/** A subject has one guide; a second one is an old or copied version. */
export const noTwoGuidesOfOneSubject = defineRule<Messages, Options, GuideNames>({
  id: 'no-two-guides-of-one-subject',
  severity: 'warning',
  fix: 'none',
  docs: {
    en: {
      summary: 'No two guides are about one subject',
      why: 'Two files whose names differ in a last word like `guide`, `old` or `copy` are mostly two versions of one guide: readers find the wrong one, and corrections go into one of them only.',
    },
    ja: {
      summary: '同じ題材のガイドが2つない',
      why: '名前の末尾の `guide`、`old`、`copy` などだけが違うファイルは、たいてい同じガイドの新旧です。読者が古いほうを読んだり、片方だけを直したりすることになります。',
    },
  },
  messages: {
    en: {
      twice: ({ name, other, path }) =>
        `"${name}" seems to be about the same subject as "${other}" (${path}); keep one of the two`,
    },
    ja: {
      twice: ({ name, other, path }) =>
        `「${name}」は「${other}」（${path}）と同じ題材のようです。どちらか1つにまとめてください`,
    },
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { suffixes: { type: 'array', items: { type: 'string', minLength: 1 } } },
    },
    defaults: { suffixes },
  },
  examples: {
    accept: [
      {
        type,
        path: 'tour_guide.md',
        guide: '---\nslug: tour_guide\n---\n',
        others: [{ path: 'tour_operator.md', guide: '---\nslug: tour_operator\n---\n' }],
      },
      {
        type,
        path: 'ja/pilot.md',
        guide: '---\nslug: pilot\n---\n',
        others: [{ path: 'en/pilot.md', guide: '---\nslug: pilot\n---\n' }],
      },
      {
        type,
        path: '灯台守.md',
        guide: '# 灯台守\n',
        others: [{ path: '灯台守の道具.md', guide: '# 灯台守の道具\n' }],
      },
    ],
    reject: [
      {
        type,
        path: 'harbour_pilot_guide.md',
        guide: '---\nslug: harbour_pilot_guide\n---\n',
        others: [{ path: 'harbour_pilot.md', guide: '---\nslug: harbour_pilot\n---\n' }],
        marks: 'harbour_pilot_guide',
      },
      {
        type,
        path: 'Harbour-Pilot.md',
        guide: '---json\n{ "slug": "harbour-pilot" }\n---\n',
        others: [{ path: 'harbour_pilot.md', guide: '---\nslug: harbour_pilot\n---\n' }],
      },
      { type, path: '灯台守 のコピー.md', guide: '# 灯台守\n', others: [{ path: '灯台守.md', guide: '# 灯台守\n' }] },
    ],
  },
  gather: guideNames,
  *checkAll(guides, { say, options }) {
    const endings = new Set((options.suffixes ?? suffixes).map(comparableName));
    const bySubject = new Map<string, Named[]>();
    for (const named of guides) {
      const subject = `${languageOf(pathOf(named))} ${subjectOf(nameOf(named), endings)}`;
      const same = bySubject.get(subject);
      if (same) same.push(named);
      else bySubject.set(subject, [named]);
    }
    for (const same of bySubject.values()) {
      if (same.length < 2) continue;
      const [kept, ...others] = same.toSorted((a, b) => rank(a) - rank(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
      for (const named of others) {
        const [name, other] = [nameOf(named), kept ? nameOf(kept) : ''];
        // Files that are called exactly the same are of different types, or have one slug, which is another rule's.
        if (!kept || name === other) continue;
        yield [named.guide, { range: named.fact.range, message: say.twice({ name, other, path: pathOf(kept) }) }];
      }
    }
  },
});

type Named = Gathered<GuideNames>;

interface Messages {
  twice(p: { name: string; other: string; path: string }): string;
}

function nameOf({ fact }: Named): string {
  return fact.all[0];
}

function pathOf({ guide }: Named): string {
  return guide.document.source.path;
}

/** Plain names come before longer ones, lower case before upper. */
function rank(named: Named): number {
  const name = nameOf(named);
  return name.length + (/^[a-z0-9_]+$/.test(name) ? 0 : 0.5);
}

function subjectOf(name: string, endings: ReadonlySet<string>): string {
  const words = name
    .replace(/\s*[(（]\d+[)）]$/u, '')
    .split(/[\s_-]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && endings.has(comparableName(words.at(-1) ?? ''))) words.pop();
  return comparableName(words.join(' '));
}
