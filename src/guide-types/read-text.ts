import type { Heading } from 'mdast';
import type { Binding } from './binding.ts';
import { headingText } from './find-items.ts';
import { cellRange } from './find-tables.ts';
import { type ColumnIndex, matchColumns } from './match-columns.ts';
import type { NodePlan } from './node-plan.ts';
import type { PlannedSource } from './plan-source.ts';
import { extentOf, type Located, type Part, rangeOf, type Scope } from './scope.ts';
import { inlineText } from './text-of.ts';

/** The text that a source selects in a scope; what it takes for prose is claimed. */
export function readText(plan: NodePlan, planned: PlannedSource, scope: Scope, binding: Binding): Located | undefined {
  const { source, header } = planned;
  if (source.group) return scope.group;
  if (source.heading !== undefined) return headingOf(planned, scope, binding);
  if (header) return headerCell(header, scope, binding);
  const parts =
    source.prose === 'intro'
      ? intro(scope, binding)
      : source.prose === 'rest'
        ? binding.unclaimed(scope.parts)
        : withoutRules(scope.parts);
  for (const { range } of parts) binding.claims.add(range);
  return {
    text: binding.textOf(plan, parts),
    range: extentOf(parts, { start: scope.extent.end, end: scope.extent.end }),
  };
}

function intro(scope: Scope, binding: Binding): readonly Part[] {
  const end = scope.parts.findIndex(
    ({ range, node }) => binding.claims.shareOf(range) !== 'none' || node.type === 'heading',
  );
  return binding.unclaimed(end < 0 ? scope.parts : scope.parts.slice(0, end));
}

function headingOf({ pattern }: PlannedSource, scope: Scope, binding: Binding): Located | undefined {
  if (!pattern && scope.title) return scope.title;
  const heading = scope.heading ?? documentTitle(scope, binding);
  if (!heading) return undefined;
  const range = headingText(heading, binding.text);
  const text = inlineText(heading, binding.text);
  if (!pattern) {
    binding.claims.add(rangeOf(heading));
    return { text, range };
  }
  const value = pattern.exec(text)?.groups?.value;
  return value === undefined ? undefined : { text: value.trim(), range };
}

function documentTitle(scope: Scope, binding: Binding): Heading | undefined {
  for (const { node } of scope.parts)
    if (node.type === 'heading' && node.depth === 1 && binding.claims.shareOf(rangeOf(node)) === 'none') return node;
  return undefined;
}

/** The header cell of a column; where it says nothing of use, the first cell below does. */
function headerCell(column: ColumnIndex, scope: Scope, binding: Binding): Located | undefined {
  for (const { node } of scope.parts) {
    if (node.type !== 'table') continue;
    const [header, first] = node.children;
    const index = header && matchColumns(header, column, binding.text).get('column');
    const cell = index === undefined ? undefined : header?.children[index];
    const below = index === undefined ? undefined : first?.children[index];
    if (cell)
      return {
        text: [cell, below].flatMap((one) => (one ? inlineText(one, binding.text) : [])).join(' '),
        range: cellRange(cell, binding.text),
      };
  }
  return undefined;
}

/** The parts without the thematic breaks at their ends, which only separate sections. */
function withoutRules(parts: readonly Part[]): readonly Part[] {
  const isRule = (part: Part): boolean => part.node.type === 'thematicBreak';
  const start = parts.findIndex((part) => !isRule(part));
  return start < 0 ? [] : parts.slice(start, parts.findLastIndex((part) => !isRule(part)) + 1);
}
