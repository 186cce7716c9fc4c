import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { applyEdits } from '../src/fix/apply-edits.ts';
import { lostSentences } from '../src/fix/lost-sentences.ts';
import { type GuideType, guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { SchemaNode } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { rules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';
import { root, shippedType } from './bind-fixture.ts';
import { areApart, isOnlyEdited, moreOf, type Property, prove, type Subject } from './fix-properties.ts';
import { mutated, withLineEnds } from './mutations.ts';
import { problemAt } from './problem-at.ts';
import { seededRandom } from './seeded-random.ts';
import { corpus } from './shared-corpus.ts';

/** How many damaged texts are fixed: `VARIANTS=20000 npx vitest run test/fixes-proven.test.ts`. */
const variants = Number(process.env.VARIANTS ?? 1500);
/** Each number stands for other damage. */
const seed = Number(process.env.SEED ?? 1);

const types = new Map<string, GuideType>();

function typeOf(node: SchemaNode): GuideType {
  const key = JSON.stringify(node);
  const made = types.get(key) ?? guideTypeOf('example', node);
  types.set(key, made);
  return made;
}

function files(folder: string, type: GuideType): Subject[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !/README|\.(?:binary|utf-?16|shift)/i.test(name))
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, ''), type }))
    .filter(({ text }) => !/[\0\ufffd]/.test(text));
}

const career = shippedType('career-guide');
const tea = typeOf(JSON.parse(readFileSync(join(root, 'fixtures/lint/tea.schema.json'), 'utf8')) as SchemaNode);

const sources: Readonly<Record<string, readonly Subject[]>> = {
  'the examples of the rules': rules.flatMap(({ examples }) =>
    [...examples.reject, ...examples.accept].map(({ guide, type = {}, fit, path = 'example.md' }) => ({
      path,
      text: guide,
      type: typeOf(type),
      ...(fit && { fit }),
    })),
  ),
  'fixtures/lint': files(join(root, 'fixtures/lint'), tea),
  'fixtures/guides': [
    ...files(join(root, 'fixtures/guides/career-guide'), career),
    ...files(join(root, 'fixtures/guides/interview-guide'), shippedType('interview-guide')),
  ],
  ...(corpus && { 'real guides': files(corpus, career) }),
};

const tally = { texts: 0, withFixes: 0, fixes: 0, dropped: new Map<string, number>() };

/** What is broken, with what broke it. */
function faultsOf(subject: Subject, mutatedBy = ''): string[] {
  const { broken, count, dropped } = prove(subject);
  tally.texts += 1;
  tally.withFixes += count > 0 ? 1 : 0;
  tally.fixes += count;
  for (const { rule, reason } of dropped) {
    const key = `${rule} ${reason}`;
    tally.dropped.set(key, (tally.dropped.get(key) ?? 0) + 1);
  }
  return broken.map(
    ({ property, detail }) =>
      `${property}: ${subject.path}${mutatedBy}: ${detail}${subject.text.length < 600 ? ` in ${JSON.stringify(subject.text)}` : ''}`,
  );
}

afterAll(() => {
  const dropped = [...tally.dropped].sort(([, a], [, b]) => b - a);
  console.info(
    `${tally.texts} texts, ${tally.withFixes} of them with something to fix; ${tally.fixes} fixes; taken back: ${
      dropped.map(([key, count]) => `${key} ${count}`).join(', ') || 'none'
    }`,
  );
});

describe.each(Object.entries(sources))('%s', (_name, subjects) => {
  test('fixes keep their promises, whatever the line ends', () => {
    const faults = subjects.flatMap((subject) =>
      (['\n', '\r\n', '\r'] as const).flatMap((end) =>
        faultsOf({ ...subject, text: withLineEnds(subject.text, end) }, ` with ${JSON.stringify(end)}`),
      ),
    );
    expect(faults).toEqual([]);
  }, 300_000);

  test('a text with other line ends is fixed in the same way', () => {
    const differing = subjects.filter((subject) => {
      const fixed = withLineEnds(prove(subject).fixed, '\n');
      return (['\r\n', '\r'] as const).some((end) => {
        const other = prove({ ...subject, text: withLineEnds(subject.text, end) }).fixed;
        return withLineEnds(other, '\n') !== fixed || other !== withLineEnds(other, end);
      });
    });
    expect(differing.map(({ path, text }) => `${path}: ${JSON.stringify(text.slice(0, 300))}`)).toEqual([]);
  }, 300_000);
});

/** Small texts more often than large ones: they are as damaged, and take less time. */
const shares = {
  'the examples of the rules': 0.7,
  'fixtures/lint': 0.25,
  'fixtures/guides': 0.03,
  'real guides': 0.02,
};

test.each(Object.keys(sources))(
  'damaged texts are fixed as faithfully: %s',
  (name) => {
    const subjects = sources[name] ?? [];
    const random = seededRandom(seed);
    const faults: string[] = [];
    const count = Math.ceil(variants * (shares[name as keyof typeof shares] ?? 0));
    for (let index = 0; index < count; index += 1) {
      const subject = subjects[Math.floor(random() * subjects.length)];
      if (!subject) continue;
      const end = (['\n', '\n', '\r\n', '\r'] as const)[Math.floor(random() * 4)] ?? '\n';
      faults.push(...faultsOf({ ...subject, text: withLineEnds(mutated(subject.text, random), end) }, ` (${index})`));
    }
    expect(faults).toEqual([]);
  },
  60_000 + variants * 500,
);

describe('the proof can fail', () => {
  const type = typeOf({});
  const text = '# 鍋\n\n豆腐は水を切ってから使います。味噌を溶きます。\n';

  /** A rule whose fix is at fault. */
  function ruleThat(find: RegExp, put: string, kind: 'safe' | 'unsafe' = 'safe'): Rule {
    const [first] = rules;
    if (!first) throw new Error('there are no rules');
    return {
      ...first,
      id: 'faulty',
      needsOthers: false,
      check: ({ document: { source } }) =>
        [...source.text.matchAll(find)].map(({ 0: match, index }) => {
          const range = { start: index, end: index + match.length };
          return { range, message: 'faulty', fix: { kind, title: 'spoil it', edits: [{ range, text: put }] } };
        }),
      checkAll: () => [],
      checkLast: () => [],
    };
  }
  const broken = (rule: Rule, given = text): Property[] =>
    prove({ path: 'a.md', text: given, type }, [rule]).broken.map(({ property }) => property);

  test('a second run that does more than the first is found', () => {
    const rule = ruleThat(/。(?=\n)/g, '！');
    let looks = 0;
    // What it says has nothing to do with the text.
    const whimsical = {
      ...rule,
      check: (...args: Parameters<Rule['check']>) => (looks++ > 1 ? rule.check(...args) : []),
    };
    expect(broken(whimsical)).toEqual(['idempotent']);
  });

  test('overlapping ranges, and edits elsewhere, are found', () => {
    const at = (start: number, end: number) => ({ start, end });
    expect(areApart([[at(0, 3)], [at(2, 4)]])).toBe(false);
    expect(areApart([[at(2, 2)], [at(2, 2)]])).toBe(false);
    expect(areApart([[at(0, 3), at(2, 4)]])).toBe(false);
    expect(areApart([[at(0, 2), at(2, 2)], [at(3, 4)]])).toBe(true);
    const edits = [{ range: { start: 2, end: 3 }, text: '味' }];
    expect(isOnlyEdited(text, applyEdits(text, edits), edits)).toBe(true);
    expect(isOnlyEdited(text, applyEdits(text, edits).replace('豆腐', '豆乳'), edits)).toBe(false);
    expect(isOnlyEdited(text, withLineEnds(applyEdits(text, edits), '\r\n'), edits)).toBe(false);
  });

  test('a lost sentence, and a problem more, are found', () => {
    const parse = (text: string) => parseDocument({ path: 'a.md', text, bom: false });
    expect(lostSentences(parse(text), parse(text.replace('豆腐は水を切ってから使います。', '')))).toHaveLength(1);
    const problem = problemAt(text, 0, 1);
    expect(moreOf([problem], [problem, problem])).toEqual([problem.rule]);
    expect(moreOf([problem, problem], [problem])).toEqual([]);
  });

  test('a crash is a fault', () => {
    const rule = ruleThat(/鍋/g, '');
    const crashing = {
      ...rule,
      check: () => {
        throw new TypeError('bug');
      },
    };
    expect(broken(crashing)).toEqual(['no crash']);
  });
});
