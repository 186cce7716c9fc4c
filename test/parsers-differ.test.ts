import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWithRemark } from '../src/parse/remark-parser.ts';
import { createSatteriParser } from '../src/parse/satteri-parser.ts';
import { compareTrees } from './compare-trees.ts';
import { gfmExamples } from './gfm-examples.ts';
import { acceptedDifferences } from './parser-differences.ts';
import { randomMarkdown } from './random-markdown.ts';
import { type SpecExample, sharedSuite } from './shared-suites.ts';

const parseWithSatteri = createSatteriParser();

const root = resolve(import.meta.dirname, '..');
const specification = sharedSuite<readonly SpecExample[]>('commonmark');

/** What is not on the list. */
function differences(text: string): readonly string[] {
  const { others } = compareTrees(text, parseWithSatteri(text), parseWithRemark(text));
  return others.length > 0 && isExcused(text) ? [] : others;
}

function isExcused(text: string): boolean {
  return acceptedDifferences.some(({ texts }) => texts?.test(text));
}

describe('satteri and remark make the same tree of', () => {
  it.runIf(specification)('all examples of the specification', () => {
    const examples = specification ?? [];
    expect(examples.length).toBeGreaterThan(600);
    const differing = examples.map(({ example, markdown }) => [example, differences(markdown)] as const);
    expect(differing.filter(([, found]) => found.length > 0)).toEqual([]);
  });

  it.each(gfmExamples)('%j', (text) => {
    expect(differences(text)).toEqual([]);
  });

  it('all example guides', () => {
    const folders = ['guides/career-guide', 'guides/interview-guide', 'lint'];
    const paths = folders.flatMap((folder) =>
      readdirSync(join(root, 'fixtures', folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(root, 'fixtures', folder, name)),
    );
    expect(paths.length).toBeGreaterThan(70);
    for (const path of paths) expect([path, differences(readFileSync(path, 'utf8'))]).toEqual([path, []]);
  });

  it('600 texts by chance', () => {
    const runs = Number(process.env.PARSER_RUNS ?? 600);
    let excused = 0;
    fc.assert(
      fc.property(randomMarkdown, (text) => {
        const { others } = compareTrees(text, parseWithSatteri(text), parseWithRemark(text));
        if (others.length > 0 && isExcused(text)) excused++;
        else expect(others).toEqual([]);
      }),
      { numRuns: runs, seed: Number(process.env.PARSER_SEED ?? 2_026) },
    );
    // The list is for rare texts; were it for many, the comparison would say little.
    expect(excused).toBeLessThan(runs / 20);
  });
});

describe('an accepted difference', () => {
  it.each(acceptedDifferences.map((one) => [one.name, one] as const))('still occurs: %s', (name, { sample, texts }) => {
    const { accepted, others } = compareTrees(sample, parseWithSatteri(sample), parseWithRemark(sample));
    if (texts) {
      expect(others).not.toEqual([]);
      expect(sample).toMatch(texts);
    } else {
      expect(others).toEqual([]);
      expect([...accepted]).toEqual([name]);
    }
  });

  it('hides no other', () => {
    const trees = (text: string) => [parseWithSatteri(text), parseWithRemark(text)] as const;
    const [satteri] = trees('*a* b');
    const [, remark] = trees('_a_ c');
    expect(compareTrees('*a* b', satteri, remark).others.length).toBe(1);
    const [, shorter] = trees('*a*');
    expect(compareTrees('*a* b', satteri, shorter).others.length).toBeGreaterThan(0);
  });
});
