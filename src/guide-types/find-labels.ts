import type { List, ListItem } from 'mdast';
import type { Range } from '../model.ts';
import { trim } from './claims.ts';
import { matchName, type NormalizedHeading, normalizeHeading } from './normalize-heading.ts';
import { contains, type Located, type Part, partOf, rangeOf } from './scope.ts';
import { inlineText } from './text-of.ts';

/** A text behind its label: `**目的:** …`, `- *回答ポイント:* …`, `A. …`. */
export interface Labelled {
  readonly label: Located;
  readonly normalized: NormalizedHeading;
  readonly content: readonly Part[];
  /** Label and content. */
  readonly range: Range;
}

/** The labels that a scope's schema asks for by name; they are known even without bold type. */
export type KnownLabels = readonly NormalizedHeading[];

/** Finds the labelled texts among the parts, in order; those inside a labelled text are left to whoever reads that. */
export function findLabels(parts: readonly Part[], text: string, known: KnownLabels): Labelled[] {
  const found: Labelled[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.node.type === 'list') {
      for (const item of itemsOf(part.node, part.range)) found.push(...labelOfItem(item, text, known));
    } else if (part.node.type === 'listItem') {
      found.push(...labelOfItem(part.node, text, known));
    } else if (part.node.type === 'paragraph') {
      const labels = labelsOfParagraph(part, text, known);
      const last = labels.at(-1);
      const next = parts[index + 1];
      if (last && last.content.length === 0 && next && isContentOf(next, text, known))
        labels.splice(-1, 1, extended(last, next));
      found.push(...labels);
    }
  }
  return found;
}

/** True when a label goes by one of these names. */
export function answersTo(labelled: NormalizedHeading, names: KnownLabels): boolean {
  return names.some((name) => {
    const match = matchName(labelled, name);
    const [wanted = ''] = name.forms;
    return (
      match.kind === 'equal' ||
      (match.kind === 'edge' && wanted.length > 2 && labelled.forms[0]?.endsWith(wanted) === true)
    );
  });
}

export function itemsOf(list: List, range: Range): ListItem[] {
  return list.children.filter((item) => contains(range, rangeOf(item)));
}

function extended(labelled: Labelled, next: Part): Labelled {
  return { ...labelled, content: [next], range: { start: labelled.range.start, end: next.range.end } };
}

/** A label with nothing behind it takes the block below: its list, or its paragraph. */
function isContentOf(next: Part, text: string, known: KnownLabels): boolean {
  if (next.node.type === 'list' || next.node.type === 'code' || next.node.type === 'blockquote') return true;
  return next.node.type === 'paragraph' && labelsOfParagraph(next, text, known).length === 0;
}

function labelOfItem(item: ListItem, text: string, known: KnownLabels): Labelled[] {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph') return [];
  const range = rangeOf(first);
  const start = readLabel({ node: first, range }, text, range.start, known);
  if (!start) return [];
  const behind = trim(text, { start: start.contentStart, end: range.end });
  const content = [...(behind.start < behind.end ? [{ node: first, range: behind }] : []), ...others.map(partOf)];
  return [{ label: start.label, normalized: normalizeHeading(start.label.text), content, range: rangeOf(item) }];
}

/** A paragraph may hold several labels, each at the beginning of a line. */
function labelsOfParagraph(part: Part, text: string, known: KnownLabels): Labelled[] {
  const { node, range } = part;
  const starts = lineStarts(text, range).flatMap((offset) => readLabel(part, text, offset, known) ?? []);
  return starts.map((start, index) => {
    const end = starts[index + 1]?.lineStart ?? range.end;
    const behind = trim(text, { start: start.contentStart, end });
    const content = behind.start < behind.end ? [{ node, range: behind }] : [];
    return {
      label: start.label,
      normalized: normalizeHeading(start.label.text),
      content,
      range: trim(text, { start: start.start, end }),
    };
  });
}

/** Offsets at which the lines of a run begin. */
export function lineStarts(text: string, range: Range): number[] {
  const starts = [range.start];
  for (let at = text.indexOf('\n', range.start); at >= 0 && at + 1 < range.end; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

interface LabelStart {
  /** Before the bullet that a swallowed list item still carries. */
  readonly lineStart: number;
  readonly start: number;
  readonly label: Located;
  readonly contentStart: number;
}

const colonInside =
  /^(?<lead>\s*(?:(?:[*+-]|\d+[.)])\s+)?)(?<mark>\*{1,3}|_{1,3})(?=\S)(?<label>[^*\n]{1,240}?)\s*[：:]\s*\k<mark>[ \t]*/u;
const colonOutside =
  /^(?<lead>\s*(?:(?:[*+-]|\d+[.)])\s+)?)(?<mark>\*{1,3}|_{1,3})(?=\S)(?<label>[^*\n]{1,240}?)\s*\k<mark>\s?[：:][ \t]*/u;
const markedOnly =
  /^(?<lead>\s*(?:(?:[*+-]|\d+[.)])\s+)?)(?<mark>\*{1,3}|_{1,3}|【)(?=\S)(?<label>[^*\n】]{1,40}?)[\s.．]*(?:\k<mark>|】)[ \t]*/u;
const plain =
  /^(?<lead>\s*(?:(?:[*+-]|\d+[.)])\s+)?)(?<mark>)(?<label>[^*\n：:.．]{1,40}?)\s*(?:[：:]|[.．](?=\s))[ \t]*/u;

/** Longer runs of bold type before a colon are sentences. Unit: visible characters. */
const longestLabel = 60;

/** Reads a label at an offset. In bold type with a colon any word is a label; otherwise it must be a known one. */
function readLabel(part: Part, text: string, offset: number, known: KnownLabels): LabelStart | undefined {
  const line = text.slice(offset, Math.min(part.range.end, offset + 400));
  for (const [form, mustBeKnown] of [
    [colonInside, false],
    [colonOutside, false],
    [markedOnly, true],
    [plain, true],
  ] as const) {
    const match = form.exec(line);
    if (!match) continue;
    const { lead = '', mark = '', label = '' } = match.groups ?? {};
    if (mustBeKnown && !isKnown(label, known)) continue;
    const start = offset + lead.length + mark.length;
    const range = { start, end: start + label.length };
    const labelText = inlineText(part.node, text, range);
    if (labelText.length > longestLabel) continue;
    return {
      lineStart: offset,
      start: offset + lead.length,
      label: { text: labelText, range },
      contentStart: offset + match[0].length,
    };
  }
  return undefined;
}

function isKnown(label: string, known: KnownLabels): boolean {
  const normalized = normalizeHeading(label);
  return known.some((name) => matchName(normalized, name).kind === 'equal');
}
