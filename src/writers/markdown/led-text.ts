import type { ListItem, PhrasingContent } from 'mdast';
import { valueText } from '../../guide-types/values/value-text.ts';
import type { SchemaNode } from '../../model.ts';
import type { Composition } from './composition.ts';
import { separateLists } from './composition.ts';
import { type InlinePlace, inlineContent } from './inline-content.ts';
import { ledText, listItem } from './plain-blocks.ts';
import { markdownFacts, verbatim } from './verbatim.ts';

/** A value for a place behind a label or title: what stands on its line, and the blocks below. */
export interface Led {
  readonly inline: readonly PhrasingContent[];
  readonly blocks: ListItem['children'];
}

/** A text value for a place behind a label, or for the beginning of a list item. */
export function led(
  node: SchemaNode,
  value: unknown,
  { isJapanese }: Composition,
  place: InlinePlace = 'behind-label',
): Led {
  const text = valueText(node, value, isJapanese);
  if (text === '') return { inline: [], blocks: [] };
  if (node.contentMediaType === undefined) {
    const { lead, blocks } = ledText(text);
    return { inline: lead === '' ? [] : inlineContent(lead, place), blocks: [...blocks] };
  }
  const { leadEnd } = markdownFacts(text);
  const rest = text.slice(leadEnd).trim();
  return {
    inline: leadEnd > 0 ? [{ type: 'html', value: text.slice(0, leadEnd) }] : [],
    // Headings inside a list item end no section.
    blocks: rest === '' ? [] : [verbatim(rest, 1)],
  };
}

/** A list item that begins with a label or title. */
export function ledItem(head: readonly PhrasingContent[], separator: string, { inline, blocks }: Led): ListItem {
  const children: PhrasingContent[] = [...head];
  if (inline.length > 0) children.push({ type: 'html', value: separator }, ...inline);
  const paragraph = children.length > 0 ? [{ type: 'paragraph', children } as const] : [];
  return listItem(separateLists([...paragraph, ...blocks]) as ListItem['children']);
}
