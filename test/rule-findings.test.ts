import { expect, it } from 'vitest';
import { applyEdits } from '../src/fix/apply-edits.ts';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { type GuideType, guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { Guide, Locale, SchemaNode } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { rules } from '../src/rules/index.ts';
import type { Example, Finding, Rule } from '../src/rules/rule.ts';

const types = new Map<SchemaNode, GuideType>();
const anything: SchemaNode = {};

function guideOf({ guide, type: node = anything, fit, path = 'example.md' }: Example): Guide {
  const type = types.get(node) ?? guideTypeOf('example', node);
  types.set(node, type);
  return bindGuide(parseDocument({ path, text: guide, bom: false }), type, fit);
}

function findings(rule: Rule, example: Example, locale: Locale): Finding[] {
  const guide = guideOf(example);
  const others = (example.others ?? []).map(({ path, guide: text }) => guideOf({ ...example, path, guide: text }));
  const files = example.files && new Set(example.files);
  const ofRun = [...rule.checkAll([guide, ...others], locale, example.options, files)];
  return [
    ...rule.check(guide, locale, example.options, files),
    ...ofRun.flatMap(([at, finding]) => (at === guide ? [finding] : [])),
  ];
}

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
