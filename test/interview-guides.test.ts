import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bindFile, root, shippedType } from './bind-fixture.ts';
import { corpus } from './shared-corpus.ts';

interface InterviewGuide {
  general: { question: string; badAnswer: string; answer: string }[];
  levels: { level: string; questions: { intent: string; badAnswer: string; answer: string }[]; drills: unknown[] }[];
  counterQuestions: { title: string }[];
  interview: { question: string; answer: string | null; group?: string }[];
}

const type = shippedType('interview-guide');
const folder = join(root, 'fixtures/guides/interview-guide');

describe('the facts of an interview guide, read off by hand, stand in its value', () => {
  it.each(readdirSync(folder))('%s', (name) => {
    const facts = JSON.parse(readFileSync(join(root, 'fixtures/facts', name.replace('.md', '.json')), 'utf8'));
    const guide = bindFile(join(folder, name), type);
    const value = guide.value as unknown as InterviewGuide;
    expect(value.general.length).toBe(facts.general);
    expect(value.counterQuestions.length).toBe(facts.counterQuestions);
    expect(value.levels.map(({ level }) => level)).toEqual(facts.levels);
    // The facts count the questions by level; `interview` begins with the general ones.
    expect(value.interview.length).toBe(facts.general + facts.interview);
    expect(value.interview[facts.general]?.question).toBe(facts.firstQuestion);
    expect(value.interview.at(-1)?.question).toBe(facts.lastQuestion);
    expect(value.interview.at(-1)?.answer).toBe(facts.lastAnswer);
    for (const { questions } of value.levels) {
      for (const question of questions) {
        for (const text of [question.intent, question.badAnswer, question.answer])
          expect(text.length).toBeGreaterThan(10);
      }
    }
    for (const { badAnswer, answer } of value.general)
      expect([badAnswer, answer].every((text) => text.length > 10)).toBe(true);
    expect(guide.violations).toEqual([]);
  });

  it('takes no numbered list of an answer for questions', () => {
    const value = bindFile(join(folder, 'pharmacist_interview.md'), type).value as unknown as InterviewGuide;
    expect(value.levels[0]?.questions[0]?.answer).toMatch(/\n1\. .*\n2\. /u);
  });
});

describe.skipIf(!corpus)('real interview guides', () => {
  it.each([
    ['ai_engineer.md', 17, 18],
    ['android_engineer.md', 22, 23],
  ])('%s has %i complete questions, and one that is cut off', (name, complete, all) => {
    const guide = bindFile(join(corpus ?? '', name), type);
    const { interview } = guide.value as unknown as InterviewGuide;
    expect(interview.length).toBe(all);
    expect(interview.filter(({ answer }) => answer !== null).length).toBe(complete);
    expect(interview.at(-1)?.answer).toBeNull();
    expect(guide.violations.filter(({ pointer }) => pointer.endsWith('/answer')).length).toBe(1);
  });
});
