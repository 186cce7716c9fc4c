import type { ListItem } from 'mdast';
import type { Range } from '../model.ts';
import { trim } from './claims.ts';
import { extentOf, type Located, type Part, partOf, rangeOf, type Scope } from './scope.ts';
import { inlineText } from './text-of.ts';

/** Finds the items of a scope: one a sub-heading, one a list item, or one a paragraph that begins in bold type. */
export function findItems(parts: readonly Part[], mode: 'headings' | 'list' | 'any', text: string): Scope[] {
  const byHeading = mode === 'list' ? [] : itemsByHeading(parts, text);
  if (byHeading.length > 0 || mode === 'headings') return byHeading;
  const byList = itemsByList(parts, text);
  return byList.length > 0 || mode === 'list' ? byList : itemsByBold(parts, text);
}

function itemsByHeading(parts: readonly Part[], text: string): Scope[] {
  let depth = 7;
  for (const { node } of parts) if (node.type === 'heading') depth = Math.min(depth, node.depth);
  const starts = parts.flatMap(({ node }, index) =>
    node.type === 'heading' && node.depth === depth ? [{ index, heading: node }] : [],
  );
  return starts.map(({ index, heading }, position) => {
    const inside = parts.slice(index + 1, starts[position + 1]?.index);
    const range = rangeOf(heading);
    const title = bare({ text: inlineText(heading, text), range: headingText(heading, text) });
    return { parts: inside, extent: { start: range.start, end: extentOf(inside, range).end }, title, heading };
  });
}

/** The run of a heading's content, without its `#` marks. */
export function headingText(heading: Extract<Part['node'], { type: 'heading' }>, text: string): Range {
  const first = heading.children[0];
  const last = heading.children.at(-1);
  const range = rangeOf(heading);
  return first && last ? { start: rangeOf(first).start, end: rangeOf(last).end } : trim(text, range);
}

/** What falls between two numbered items (an answer that lost its indentation) belongs to the first of them. */
function itemsByList(parts: readonly Part[], text: string): Scope[] {
  const lists = parts.flatMap(({ node }, index) => (node.type === 'list' ? [{ index, list: node }] : []));
  const items: Scope[] = [];
  for (const [position, { index, list }] of lists.entries()) {
    for (const item of list.children) items.push(itemScope(item, text));
    const next = lists[position + 1];
    const last = items.at(-1);
    if (!last || !next?.list.ordered || (next.list.start ?? 1) <= 1) continue;
    const strays = parts
      .slice(index + 1, next.index)
      .filter(({ node }) => node.type !== 'heading' && node.type !== 'thematicBreak');
    items.splice(-1, 1, { ...last, parts: [...last.parts, ...strays] });
  }
  return items;
}

const boldLead = /^(?<mark>\*\*|__)(?<title>(?:(?!\k<mark>)[^\n]){1,120}?)\k<mark>[ \t]*[：:]?[ \t]*/u;
const plainLead = /^(?<mark>)(?<title>[^：:\n]{1,40})[：:](?!\/\/)[ \t]*/u;
// A text cut off in its first line may have bold type that is never closed.
const firstLine = /^(?<mark>(?:\*\*|__)?)(?<title>[^\n]+)/u;

/** The scope of a list item: what its first line says in bold type, or before a colon, is its title. */
export function itemScope(item: ListItem, text: string): Scope {
  const whole = partOf(item);
  const parts = item.children.map(partOf);
  const [first] = parts;
  if (first?.node.type !== 'paragraph') return { parts, extent: whole.range, whole };
  const { title, rest } = splitTitle(first, text);
  if (rest) parts[0] = rest;
  else parts.shift();
  return { parts, extent: whole.range, title, whole };
}

/** Splits a paragraph into its title and what follows. */
export function splitTitle(part: Part, text: string): { title: Located; rest?: Part } {
  const source = text.slice(part.range.start, part.range.end);
  const match = boldLead.exec(source) ?? plainLead.exec(source) ?? firstLine.exec(source);
  const { mark = '', title = '' } = match?.groups ?? {};
  const start = part.range.start + mark.length;
  const run = { start, end: start + title.length };
  const rest = trim(text, { start: part.range.start + (match?.[0].length ?? 0), end: part.range.end });
  return {
    title: bare({ text: inlineText(part.node, text, run), range: run }),
    ...(rest.start < rest.end && { rest: { node: part.node, range: rest } }),
  };
}

function itemsByBold(parts: readonly Part[], text: string): Scope[] {
  const starts = parts.flatMap((part, index) =>
    part.node.type === 'paragraph' && boldLead.test(text.slice(part.range.start, part.range.end))
      ? [{ index, part }]
      : [],
  );
  return starts.map(({ index, part }, position) => {
    const { title, rest } = splitTitle(part, text);
    const inside = [...(rest ? [rest] : []), ...parts.slice(index + 1, starts[position + 1]?.index)];
    return { title, parts: inside, extent: { start: part.range.start, end: extentOf(inside, part.range).end } };
  });
}

const itemNumber = /^\s*(?:\d+[.)．、]|[①-⑳]|[0-9]\uFE0F?\u20E3|🔟)\s*/u;

/** A title without its number and without a colon at its end. */
export function bare({ text, range }: Located): Located {
  const title = text.replace(itemNumber, '').trimEnd();
  const hasColon = title.endsWith(':') || title.endsWith('：');
  return { text: (hasColon ? title.slice(0, -1) : title).trim(), range };
}
