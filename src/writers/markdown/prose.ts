import type { RootContent } from 'mdast';
import type { SchemaNode, Source } from '../../model.ts';
import { type Composition, markdownBlock, type Piece, type Place, ranks } from './composition.ts';
import { plainBlocks } from './plain-blocks.ts';
import { markdownFacts } from './verbatim.ts';

/** What a section says besides its items. Behind questions a heading ends the last one; before them it would group them. */
export function composeBeside(
  node: SchemaNode,
  text: string,
  source: Source,
  place: Place,
  composition: Composition,
): Piece[] {
  const firstHeading = markdownFacts(text).headings[0]?.start;
  const isSplit = source.questions !== undefined && firstHeading !== undefined && node.contentMediaType !== undefined;
  const isAmongItems = source.items !== undefined || source.questions !== undefined;
  const reserved = source.items === 'headings' || source.items === 'any' ? 2 : 1;
  const parts: [string, Piece['rank']][] = isSplit
    ? [
        [text.slice(0, firstHeading).trim(), ranks.intro],
        [text.slice(firstHeading), ranks.tail],
      ]
    : [[text, ranks.intro]];
  return parts.flatMap(([part, rank]) =>
    part === '' ? [] : [{ rank, blocks: textBlocks(node, part, place.depth + reserved, composition, !isAmongItems) }],
  );
}

function textBlocks(
  node: SchemaNode,
  text: string,
  depth: number,
  composition: Composition,
  withLists: boolean,
): RootContent[] {
  if (text === '') return [];
  return node.contentMediaType === undefined ? plainBlocks(text, withLists) : [markdownBlock(text, depth, composition)];
}

/** A text of an object's own region. `isAmongItems` when lists there would be taken for items. */
export function composeProse(
  node: SchemaNode,
  source: Source,
  text: string,
  place: Place,
  isAmongItems: boolean,
  composition: Composition,
): Piece[] {
  const isTop = place.pointer.lastIndexOf('/') === 0 && source.prose === 'rest';
  if (!isTop || node.contentMediaType === undefined) {
    const rank = source.prose === 'intro' || isTop ? ranks.intro : ranks.content;
    return [{ rank, blocks: textBlocks(node, text, place.depth + 1, composition, !isAmongItems) }];
  }
  // What belongs to no chapter stands before the first one, from its first heading of their level on behind the last.
  const chapter = markdownFacts(text).headings.find(({ depth }) => depth <= place.depth + 1);
  const cut = chapter?.start ?? text.length;
  return [
    { rank: ranks.intro, blocks: textBlocks(node, text.slice(0, cut).trim(), 1, composition, true) },
    { rank: ranks.tail, blocks: textBlocks(node, text.slice(cut).trim(), 1, composition, true) },
  ];
}
