import type { ListItem } from 'mdast';
import type { Range } from '../model.ts';
import { trim } from './claims.ts';
import { matchName, type NormalizedHeading, normalizeHeading } from './normalize-heading.ts';
import { type Located, type Part, partOf, rangeOf } from './scope.ts';
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
    const { node } = part;
    if (node.type === 'list') {
      for (const item of node.children) addLabelOfItem(item, text, known, found);
    } else if (node.type === 'listItem') {
      addLabelOfItem(node, text, known, found);
    } else if (node.type === 'paragraph') {
      const last = addLabelsOfParagraph(part, text, known, found);
      const next = parts[index + 1];
      if (last && last.content.length === 0 && next && isContentOf(next, text, known))
        found[found.length - 1] = extended(last, next);
    }
  }
  return found;
}

/** True when a label goes by one of these names. */
export function answersTo(labelled: NormalizedHeading, names: KnownLabels): boolean {
  return names.some((name) => {
    if (sharesForm(labelled, name)) return true;
    const [wanted = ''] = name.forms;
    if (wanted.length <= 2 || !labelled.forms[0]?.endsWith(wanted)) return false;
    return matchName(labelled, name).kind === 'edge';
  });
}

class FoundLabel implements Labelled {
  readonly label: Located;
  readonly content: readonly Part[];
  readonly range: Range;

  constructor(label: Located, content: readonly Part[], range: Range) {
    this.label = label;
    this.content = content;
    this.range = range;
  }

  /** Most labels are compared with nothing. */
  get normalized(): NormalizedHeading {
    return normalizeHeading(this.label.text);
  }
}

function extended({ label, range }: Labelled, next: Part): Labelled {
  return new FoundLabel(label, [next], { start: range.start, end: next.range.end });
}

/** A label with nothing behind it takes the block below: its list, or its paragraph. */
function isContentOf(next: Part, text: string, known: KnownLabels): boolean {
  if (next.node.type === 'list' || next.node.type === 'code' || next.node.type === 'blockquote') return true;
  return next.node.type === 'paragraph' && addLabelsOfParagraph(next, text, known, []) === undefined;
}

function addLabelOfItem(item: ListItem, text: string, known: KnownLabels, found: Labelled[]): void {
  const first = item.children[0];
  if (first?.type !== 'paragraph') return;
  const part = partOf(first);
  const start = readLabel(part, text, part.range.start, known);
  if (!start) return;
  const content: Part[] = item.children.map(partOf);
  const behind = trim(text, { start: start.contentStart, end: part.range.end });
  if (behind.start < behind.end) content[0] = { node: first, range: behind };
  else content.shift();
  found.push(new FoundLabel(start.label, content, rangeOf(item)));
}

/** A paragraph may hold several labels, each at the beginning of a line; the last one is returned. */
function addLabelsOfParagraph(part: Part, text: string, known: KnownLabels, found: Labelled[]): Labelled | undefined {
  const { node, range } = part;
  let last: Labelled | undefined;
  let open: LabelStart | undefined;
  const close = (end: number): void => {
    if (!open) return;
    const behind = trim(text, { start: open.contentStart, end });
    const content = behind.start < behind.end ? [{ node, range: behind }] : [];
    last = new FoundLabel(open.label, content, trim(text, { start: open.start, end }));
    found.push(last);
  };
  for (const offset of lineStarts(text, range)) {
    const start = readLabel(part, text, offset, known);
    if (!start) continue;
    close(offset);
    open = start;
  }
  close(range.end);
  return last;
}

/** Offsets at which the lines of a run begin. */
export function lineStarts(text: string, range: Range): number[] {
  const starts = [range.start];
  for (let at = text.indexOf('\n', range.start); at >= 0 && at + 1 < range.end; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

interface LabelStart {
  /** Behind the bullet that a swallowed list item still carries. */
  readonly start: number;
  readonly label: Located;
  readonly contentStart: number;
}

// A label ends in a visible character: what could be part of it and of the space behind it would be tried both ways.
const lead = String.raw`^(\s*(?:(?:[*+-]|\d+[.)])\s+)?)`;
const bold = String.raw`(\*{1,3}|_{1,3})(?=\S)([^*\n]{0,239}?[^*\s])`;
const colonInside = new RegExp(String.raw`${lead}${bold}\s*[：:]\s*\2[ \t]*`, 'u');
const colonOutside = new RegExp(String.raw`${lead}${bold}\s*\2\s?[：:][ \t]*`, 'u');
const markedOnly = new RegExp(
  String.raw`${lead}(\*{1,3}|_{1,3}|【)(?=\S)([^*\n】]{0,39}?[^*\s】.．])[\s.．]*(?:\2|】)[ \t]*`,
  'u',
);
const plain = new RegExp(String.raw`${lead}()([^*\n：:.．]{0,39}?[^*\s：:.．])\s*(?:[：:]|[.．](?=\s))[ \t]*`, 'u');
const anyLabel = [colonInside, colonOutside];
const knownLabel = [markedOnly, plain];

/** Longer runs of bold type before a colon are sentences. Unit: visible characters. */
const longestLabel = 60;

/** Reads a label at an offset. In bold type with a colon any word is a label; otherwise it must be a known one. */
function readLabel(part: Part, text: string, offset: number, known: KnownLabels): LabelStart | undefined {
  const line = text.slice(offset, Math.min(part.range.end, offset + 400));
  if (beginsInBold.test(line)) {
    for (const form of anyLabel) {
      const label = labelIn(form.exec(line), part, text, offset);
      if (label) return label;
    }
  }
  if (known.length === 0) return undefined;
  for (const form of knownLabel) {
    const match = form.exec(line);
    const label = match && isKnown(match[3] ?? '', known) ? labelIn(match, part, text, offset) : undefined;
    if (label) return label;
  }
  return undefined;
}

const beginsInBold = /^[\s\d.)+*_-]*[*_]/;

function labelIn(match: RegExpExecArray | null, part: Part, text: string, offset: number): LabelStart | undefined {
  if (!match) return undefined;
  const [all, before = '', mark = '', written = ''] = match;
  const start = offset + before.length + mark.length;
  const range = { start, end: start + written.length };
  const label = inlineText(part.node, text, range);
  if (label.length > longestLabel) return undefined;
  return { start: offset + before.length, label: { text: label, range }, contentStart: offset + all.length };
}

function isKnown(label: string, known: KnownLabels): boolean {
  const normalized = normalizeHeading(label);
  return known.some((name) => sharesForm(normalized, name));
}

function sharesForm(one: NormalizedHeading, other: NormalizedHeading): boolean {
  return one.forms.some((form) => other.forms.includes(form));
}
