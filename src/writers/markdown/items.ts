import type { ListItem, RootContent } from 'mdast';
import type { SchemaNode } from '../../model.ts';
import { childPointer } from '../../parse/place-collector.ts';
import { assemble, type Composition, isObject, type JsonObject, type Place } from './composition.ts';
import { bold, inlineContent } from './inline-content.ts';
import { led, ledItem } from './led-text.ts';
import { bareTitle, firstThatReads, numberedWays, plainWays } from './titles.ts';

/** The property that an item's heading gives. */
function titleProperty(item: SchemaNode, { type }: Composition): { key: string; pattern?: string } | undefined {
  for (const [key, property] of Object.entries(item.properties ?? {})) {
    const { heading, of } = type.resolve(property)['x-source'] ?? {};
    if (heading !== undefined && of === undefined) return { key, ...(heading !== true && { pattern: heading }) };
  }
  return undefined;
}

/** Each item under a numbered heading one level below the region's. */
export function headingItems(
  item: SchemaNode,
  values: readonly unknown[],
  place: Place,
  composition: Composition,
): RootContent[] {
  const depth = Math.min(place.depth + 1, 6);
  return values.flatMap((value, index): RootContent[] => {
    const object = isObject(value) ? value : {};
    const { title, pattern } = titleOf(item, object, composition);
    const read = (way: string): string | undefined =>
      pattern === undefined ? bareTitle(way) : new RegExp(pattern, 'u').exec(way)?.groups?.value?.trim();
    const written = firstThatReads(numberedWays(title, index + 1), title, read);
    const inner: Place = { pointer: childPointer(place.pointer, index), depth, title: bareTitle(written) };
    return [
      { type: 'heading', depth: depth as 1 | 2 | 3 | 4 | 5 | 6, children: inlineContent(written, 'heading') },
      ...assemble(composition.compose(item, object, inner)),
    ];
  });
}

function titleOf(item: SchemaNode, value: JsonObject, composition: Composition): { title: string; pattern?: string } {
  const property = titleProperty(item, composition);
  const title = property && value[property.key];
  return { ...property, title: typeof title === 'string' ? title : '' };
}

/** Titles that are longer are not taken for one by their bold type. Unit: UTF-16 units of Markdown. */
const longestBoldTitle = 120;

/** Each item as a list item, its title in bold type. */
export function listItems(
  item: SchemaNode,
  values: readonly unknown[],
  place: Place,
  composition: Composition,
): ListItem[] {
  return values.map((value, index) => {
    if (!item.properties || !isObject(value)) return ledItem([], '', led(item, value, composition, 'item'));
    const inner = { pointer: childPointer(place.pointer, index), depth: 0 };
    const { title } = titleOf(item, value, composition);
    const prose = Object.keys(item.properties).find((key) => {
      const source = composition.type.resolve(item.properties?.[key] ?? {})['x-source'];
      return source?.prose !== undefined && source.of === undefined && source.label === undefined;
    });
    const text =
      prose === undefined
        ? led({}, undefined, composition)
        : led(composition.type.resolve(item.properties[prose] ?? {}), value[prose], composition);
    const others = Object.fromEntries(Object.entries(value).filter(([key]) => key !== prose));
    const blocks = assemble(composition.compose(item, others, inner)) as ListItem['children'];
    const written = firstThatReads(plainWays(title), title, bareTitle);
    const head = bold(written);
    const isShort =
      head.type === 'strong' && head.children[0]?.type === 'html' && head.children[0].value.length <= longestBoldTitle;
    if (title !== '' && isShort)
      return ledItem([head], ': ', { inline: text.inline, blocks: [...text.blocks, ...blocks] });
    const below: ListItem['children'] =
      text.inline.length > 0 ? [{ type: 'paragraph', children: [...text.inline] }] : [];
    const all: ListItem['children'] = [...below, ...text.blocks, ...blocks];
    return ledItem(title === '' ? [] : longTitle(written), '', { inline: [], blocks: all });
  });
}

/** A title that is a whole line: none of its colons may look like the end of a shorter one. */
function longTitle(title: string): ReturnType<typeof inlineContent> {
  return inlineContent(title, 'paragraph').map((node) =>
    node.type === 'html' ? { ...node, value: node.value.replaceAll(':', '&#x3A;').replaceAll('：', '&#xFF1A;') } : node,
  );
}
