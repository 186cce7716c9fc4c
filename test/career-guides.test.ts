import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bindFile, root, shippedType } from './bind-fixture.ts';
import { corpus } from './shared-corpus.ts';

interface CareerGuide {
  meta: { slug: string; title: string; category: string };
  title: string;
  salary: { bands: { level: string; range: { min: number; max: number; openEnded: boolean; text: string } }[] };
  skills: Record<'technical' | 'soft' | 'tools', unknown[]>;
  duties: unknown[];
  collaboration: unknown[];
  careerPath: unknown[];
  outlook: unknown[];
  learning: unknown[];
  companies: unknown[];
  interview: { question: string; answer: string | null }[];
  tags: string[];
}

const type = shippedType('career-guide');
const folder = join(root, 'fixtures/guides/career-guide');

describe('the facts of a career guide, read off by hand, stand in its value', () => {
  it.each(readdirSync(folder))('%s', (name) => {
    const facts = JSON.parse(readFileSync(join(root, 'fixtures/facts', name.replace('.md', '.json')), 'utf8'));
    const guide = bindFile(join(folder, name), type);
    const value = guide.value as unknown as CareerGuide;
    expect({
      slug: value.meta.slug,
      title: value.title,
      salaryBands: value.salary.bands.map(({ level, range: { min, max, openEnded, text } }) => ({
        level,
        min,
        max,
        openEnded,
        text,
      })),
      duties: value.duties.length,
      technical: value.skills.technical.length,
      soft: value.skills.soft.length,
      tools: value.skills.tools.length,
      collaboration: value.collaboration.length,
      careerPath: value.careerPath.length,
      outlook: value.outlook.length,
      learning: value.learning.length,
      companies: value.companies.length,
      interview: value.interview.length,
      firstQuestion: value.interview[0]?.question,
      lastQuestion: value.interview.at(-1)?.question,
      lastAnswer: value.interview.at(-1)?.answer,
      tags: value.tags,
    }).toEqual(facts);
    expect(guide.violations).toEqual([]);
  });
});

const truths = corpus ? readdirSync(corpus).filter((name) => name.endsWith('.truth.json')) : [];

describe.skipIf(!corpus)('the facts of real guides', () => {
  it.each(truths)('%s', (name) => {
    const truth = JSON.parse(readFileSync(join(corpus ?? '', name), 'utf8'));
    const value = bindFile(join(corpus ?? '', name.replace('.truth.json', '.md')), type)
      .value as unknown as CareerGuide;
    expect([value.meta.slug, value.meta.title, value.meta.category]).toEqual([truth.slug, truth.title, truth.category]);
    expect(
      value.salary.bands.map(({ level, range }) => [level, range.text, range.min, range.max, range.openEnded]),
    ).toEqual(
      truth.salaryRows.map(
        (row: { level: string; range: string; minManYen: number; maxManYen: number; openEnded: boolean }) => [
          row.level,
          row.range,
          row.minManYen * 10_000,
          row.maxManYen * 10_000,
          row.openEnded,
        ],
      ),
    );
    expect({
      skillsHard: value.skills.technical.length,
      skillsSoft: value.skills.soft.length,
      tools: value.skills.tools.length,
      duties: value.duties.length,
      collaboration: value.collaboration.length,
      careerPath: value.careerPath.length,
      outlook: value.outlook.length,
      learningSteps: value.learning.length,
      companies: value.companies.length,
      interviewQuestions: value.interview.length,
      firstQuestion: value.interview[0]?.question,
      lastQuestion: value.interview.at(-1)?.question,
      lastAnswer: value.interview.at(-1)?.answer,
      bodyTags: value.tags,
    }).toEqual({
      skillsHard: truth.skillsHard,
      skillsSoft: truth.skillsSoft,
      tools: truth.tools,
      duties: truth.duties,
      collaboration: truth.collaboration,
      careerPath: truth.careerPath,
      outlook: truth.outlook,
      learningSteps: truth.learningSteps,
      companies: truth.companies,
      interviewQuestions: truth.interviewQuestions,
      firstQuestion: truth.firstQuestion,
      lastQuestion: truth.lastQuestion,
      lastAnswer: truth.lastAnswer,
      bodyTags: truth.bodyTags,
    });
  });
});
