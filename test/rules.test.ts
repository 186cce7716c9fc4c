import { describe, expect, it } from 'vitest';
import { fileReadable } from '../src/rules/file-readable.ts';
import { rules } from '../src/rules/index.ts';
import { findings, guideOf } from './rule-examples.ts';

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
  const wrong = rules.flatMap((rule) =>
    [...rule.examples.accept, ...rule.examples.reject]
      .filter(({ type }) => type === undefined)
      .flatMap(({ guide }) => [
        guide.replaceAll('\n', `\n${space}\n`),
        guide.replaceAll('\n\n', `\n${space}\n`),
        `${guide}${space}`,
      ])
      .flatMap((text) =>
        [...rule.check(guideOf({ guide: text }), 'en')]
          .filter(({ range: { start, end } }) => start < 0 || end < start || end > text.length)
          .map(({ range }) => [rule.id, text, range]),
      ),
  );
  expect(wrong).toEqual([]);
});
