import { bindGuide } from '../guide-types/bind-guide.ts';
import { type GuideType, guideTypeOf } from '../guide-types/guide-type.ts';
import type { Guide, Locale, SchemaNode } from '../model.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { type Example, problemOf, type Rule } from '../rules/rule.ts';
import { findSuppressions } from '../suppress/find-suppressions.ts';

/** What a rule says of one of its examples; `rules` are all rules, for those that look at what others found. */
export function exampleMessages(rule: Rule, example: Example, locale: Locale, rules: readonly Rule[]): string[] {
  const guide = guideOf(example, example.path ?? 'example.md', example.guide);
  const others = (example.others ?? []).map((other) => guideOf(example, other.path, other.guide));
  const files = example.files && new Set(example.files);
  const ids = new Set(rules.map(({ id }) => id));
  // Only what is suppressed is asked of the other rules; all of them on all examples would take minutes.
  const suppressions = findSuppressions(guide.document);
  const asked = suppressions.length > 0 ? rules.filter((other) => other !== rule) : [];
  const problems = asked.flatMap((other) =>
    [...other.check(guide, locale)].map((finding) => problemOf(finding, other, guide)),
  );
  const findings = [
    ...rule.check(guide, locale, example.options, files),
    ...[...rule.checkAll([guide, ...others], locale, example.options, files)].flatMap(([at, finding]) =>
      at === guide ? [finding] : [],
    ),
    ...rule.checkLast(
      { source: guide.document.source, suppressions, problems, known: ids, on: ids },
      locale,
      example.options,
    ),
  ];
  return findings.map(({ message }) => message);
}

const anything: SchemaNode = {};
const types = new WeakMap<SchemaNode, GuideType>();

function guideOf({ type: schema = anything, fit }: Example, path: string, text: string): Guide {
  // Examples share their types, and a type's validator takes longer to make than an example to check.
  const type = types.get(schema) ?? guideTypeOf('example', schema);
  types.set(schema, type);
  return bindGuide(parseDocument({ path, text, bom: false }), type, fit);
}
