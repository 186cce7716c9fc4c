import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import type { MissingKind } from '../guide-types/validate-guide.ts';
import type { Guide, Violation } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { fenceAround } from './fence-around.ts';
import { listedWords } from './listed-words.ts';
import { placeholderPatterns } from './placeholder-patterns.ts';

const byMissing: Readonly<Record<MissingKind, string>> = {
  'front-matter': 'front-matter-present',
  key: 'front-matter-key-present',
  section: 'section-present',
  table: 'table-present',
  column: 'column-present',
  cell: 'cell-not-empty',
  value: 'value-present',
};

const byKeyword: ReadonlyMap<string, string> = new Map([
  ['enum', 'known-value'],
  ['const', 'known-value'],
  ['type', 'value-type'],
  ['pattern', 'value-form'],
  ['format', 'value-form'],
  ['minLength', 'text-length'],
  ['maxLength', 'text-length'],
  ['minimum', 'number-in-range'],
  ['maximum', 'number-in-range'],
  ['exclusiveMinimum', 'number-in-range'],
  ['exclusiveMaximum', 'number-in-range'],
  ['multipleOf', 'number-in-range'],
  ['minItems', 'item-count'],
  ['maxItems', 'item-count'],
  ['uniqueItems', 'unique-items'],
  ['x-unique', 'unique-items'],
  ['x-parse', 'readable-value'],
  ['x-ascending', 'ascending-values'],
  ['x-disjoint', 'disjoint-ranges'],
  ['x-subset-of', 'subset-of-values'],
  ['x-aliases', 'front-matter-key-name'],
]);

/** The one rule that puts a violation into words. */
export function ruleOf({ keyword, params }: Violation): string {
  if (typeof params.missing === 'string') return byMissing[params.missing as MissingKind];
  if (params.value === null && ['type', 'enum', 'const'].includes(keyword)) return 'value-present';
  if (keyword === 'type' && wantsList(params.type) && listsWords(params.value)) return 'list-not-string';
  return byKeyword.get(keyword) ?? 'schema-conformance';
}

/** What a rule has to put into words; where nothing can be told of the body, only what the front matter lacks. */
export function violationsFor(rule: string, guide: Guide): readonly Violation[] {
  return byRuleOf(guide).get(rule) ?? [];
}

/** What each rule has to put into words; sorted out once for all of them. */
const byRuleOf = oncePer((guide: Guide): ReadonlyMap<string, readonly Violation[]> => {
  const byRule = new Map<string, Violation[]>();
  const isReadable = guide.violations.length > 0 && canTellOfBody(guide);
  for (const violation of guide.violations) {
    if (!(isReadable || isFrontMatter(violation.pointer, guide.type)) || isUnfilled(violation)) continue;
    const rule = ruleOf(violation);
    const same = byRule.get(rule);
    if (same) same.push(violation);
    else byRule.set(rule, [violation]);
  }
  return byRule;
});

const ofValue: ReadonlySet<string> = new Set([
  'enum',
  'const',
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'x-parse',
]);

/** A text that is still to be filled in is one problem, told by no-placeholder; what it will be is not known yet. */
function isUnfilled({ keyword, params: { value } }: Violation): boolean {
  if (!ofValue.has(keyword) || typeof value !== 'string') return false;
  return placeholderPatterns.some(({ pattern, whole }) => {
    const [match] = value.match(pattern) ?? [];
    return match !== undefined && (!whole || match.trim() === value.trim());
  });
}

/** False where the body is one code block, or that of no known type: of each, one problem tells. */
export function canTellOfBody({ fit, document }: Guide): boolean {
  return fit.isGood && !fenceAround(document);
}

function wantsList(type: unknown): boolean {
  return [type].flat().includes('array');
}

function listsWords(value: unknown): boolean {
  return typeof value === 'string' && listedWords(value).length > 0;
}
