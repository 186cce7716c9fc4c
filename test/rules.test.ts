import { describe, expect, it } from 'vitest';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { Guide, Locale, Problem } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { fileReadable } from '../src/rules/file-readable.ts';
import { rules } from '../src/rules/index.ts';
import { type Example, type Finding, problemOf, type Rule } from '../src/rules/rule.ts';

function guideOf({ guide, type = {}, fit, path = 'example.md' }: Example): Guide {
  return bindGuide(parseDocument({ path, text: guide, bom: false }), guideTypeOf('example', type), fit);
}

function findings(rule: Rule, example: Example, locale: Locale = 'en'): Finding[] {
  const guide = guideOf(example);
  const others = (example.others ?? []).map(({ path, guide: text }) => guideOf({ ...example, path, guide: text }));
  const files = example.files && new Set(example.files);
  const ofRun = [...rule.checkAll([guide, ...others], locale, example.options, files)];
  return [
    ...rule.check(guide, locale, example.options, files),
    ...ofRun.flatMap(([at, finding]) => (at === guide ? [finding] : [])),
    ...rule.checkLast({ guide, problems: problemsOf(guide, rule), known: ids, on: ids }, locale, example.options),
  ];
}

const ids = new Set(rules.map(({ id }) => id));

/** What the other rules find, for those that look at that. */
function problemsOf(guide: Guide, rule: Rule): Problem[] {
  if (!guide.document.source.text.includes('guidepost-')) return [];
  const others = rules.filter((other) => other !== rule);
  return others.flatMap((other) => [...other.check(guide, 'en')].map((finding) => problemOf(finding, other, guide)));
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('has an id, docs and examples', () => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const docs of Object.values(rule.docs)) {
      expect(docs.summary).toMatch(/^\S.{8,}[^.。]$/u);
      expect(docs.why.length).toBeGreaterThan(20);
    }
    expect(rule.examples.accept.length).toBeGreaterThan(0);
    if (rule !== fileReadable) expect(rule.examples.reject.length).toBeGreaterThan(0);
  });

  it.each(rule.examples.accept.map((example) => [example.guide, example] as const))('accepts %j', (_guide, example) => {
    expect(findings(rule, example).map(({ message }) => message)).toEqual([]);
  });

  it.each(rule.examples.reject.map((example) => [example.guide, example] as const))('rejects %j', (text, example) => {
    const found = findings(rule, example);
    expect(found.length).toBeGreaterThan(0);
    for (const { range, message, fix } of found) {
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThanOrEqual(text.length);
      expect(message).not.toMatch(/[.。]$|undefined|\[object|NaN/);
      if (fix) expect(rule.fix).not.toBe('none');
    }
    if (example.marks !== undefined)
      expect(found.map(({ range }) => text.slice(range.start, range.end))).toContain(example.marks);
  });

  it('says the same in Japanese', () => {
    for (const example of rule.examples.reject) {
      const [first] = findings(rule, example, 'ja');
      expect(first?.message).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
    }
  });

  it('leaves nothing to find where its safe fixes are applied', () => {
    for (const example of rule.examples.reject) {
      const fixes = findings(rule, example).flatMap(({ fix }) => fix ?? []);
      if (fixes.length === 0) continue;
      const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => b.range.start - a.range.start);
      const fixed = edits.reduce(
        (text, { range, text: replacement }) => text.slice(0, range.start) + replacement + text.slice(range.end),
        example.guide,
      );
      expect(fixed).not.toBe(example.guide);
      expect(findings(rule, { ...example, guide: fixed }).length).toBeLessThan(findings(rule, example).length);
    }
  });
});

it('has no two rules of one id', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it.each(['\u3000', '\u00a0'])('points at what is there, also where lines hold nothing but %j', (space) => {
  const anyType = guideTypeOf('example', {});
  const wrong = rules.flatMap((rule) =>
    [...rule.examples.accept, ...rule.examples.reject]
      .filter(({ type }) => type === undefined)
      .flatMap(({ guide }) => [
        guide.replaceAll('\n', `\n${space}\n`),
        guide.replaceAll('\n\n', `\n${space}\n`),
        `${guide}${space}`,
      ])
      .flatMap((text) =>
        [...rule.check(bindGuide(parseDocument({ path: 'example.md', text, bom: false }), anyType), 'en')]
          .filter(({ range: { start, end } }) => start < 0 || end < start || end > text.length)
          .map(({ range }) => [rule.id, text, range]),
      ),
  );
  expect(wrong).toEqual([]);
});
