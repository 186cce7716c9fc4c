import { expect, it } from 'vitest';
import { applyEdits } from '../src/fix/apply-edits.ts';
import { rules } from '../src/rules/index.ts';
import type { Example, Rule } from '../src/rules/rule.ts';
import { findings } from './rule-examples.ts';

/** All that a rule says of an example, as lines that people can compare. */
function linesOf(rule: Rule, example: Example): string[] {
  const ja = findings(rule, example, 'ja');
  return findings(rule, example, 'en').flatMap(({ range, message, severity, related = [], fix }, index) => [
    `  at ${JSON.stringify(example.guide.slice(range.start, range.end))} from ${range.start}${severity ? ` (${severity})` : ''}`,
    `    en: ${message}`,
    `    ja: ${ja[index]?.message}`,
    ...related.map((place) => `    see ${place.range.start}–${place.range.end}: ${place.message}`),
    ...(fix
      ? [
          `    ${fix.kind}: ${fix.title} / ${ja[index]?.fix?.title}`,
          `    → ${JSON.stringify(applyEdits(example.guide, fix.edits))}`,
        ]
      : []),
  ]);
}

it('every rule says of its examples what it said before, in both languages, and repairs them so', async () => {
  const text = rules
    .flatMap((rule) => [
      rule.id,
      ...rule.examples.reject.flatMap((example) => [` ${JSON.stringify(example.guide)}`, ...linesOf(rule, example)]),
    ])
    .join('\n');
  await expect(`${text}\n`).toMatchFileSnapshot('golden/rule-findings.txt');
});
