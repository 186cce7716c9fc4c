import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { type GuideType, guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { Guide, Locale, Problem, SchemaNode } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { rules } from '../src/rules/index.ts';
import { type Example, type Finding, problemOf, type Rule } from '../src/rules/rule.ts';
import { findSuppressions } from '../src/suppress/find-suppressions.ts';

const types = new Map<SchemaNode, GuideType>();
const anything: SchemaNode = {};

/** The guide of an example; a type is made once, as that takes longer than all else. */
export function guideOf({ guide, type: node = anything, fit, path = 'example.md' }: Example): Guide {
  const type = types.get(node) ?? guideTypeOf('example', node);
  types.set(node, type);
  return bindGuide(parseDocument({ path, text: guide, bom: false }), type, fit);
}

/** All that a rule finds in an example: alone, with others, and in what the other rules find. */
export function findings(rule: Rule, example: Example, locale: Locale = 'en'): Finding[] {
  const guide = guideOf(example);
  const { source } = guide.document;
  const suppressions = findSuppressions(guide.document);
  const others = (example.others ?? []).map(({ path, guide: text }) => guideOf({ ...example, path, guide: text }));
  const files = example.files && new Set(example.files);
  const ofRun = [...rule.checkAll([guide, ...others], locale, example.options, files)];
  return [
    ...rule.check(guide, locale, example.options, files),
    ...ofRun.flatMap(([at, finding]) => (at === guide ? [finding] : [])),
    ...rule.checkLast(
      { source, suppressions, problems: problemsOf(guide, rule), known: ids, on: ids },
      locale,
      example.options,
    ),
  ];
}

const ids = new Set(rules.map(({ id }) => id));

/** What the other rules find, for those that look at that. */
function problemsOf(guide: Guide, rule: Rule): Problem[] {
  if (!guide.document.source.text.includes('guidepost-')) return [];
  const others = rules.filter((other) => other !== rule);
  return others.flatMap((other) => [...other.check(guide, 'en')].map((finding) => problemOf(finding, other, guide)));
}
