import type { ListItem, RootContent } from 'mdast';
import type { GuideTypeInfo, JsonPointer, SchemaNode, Source } from '../../model.ts';
import { listOf } from './plain-blocks.ts';
import { type Bullet, serialize } from './serialize.ts';
import { markdownFacts, verbatim } from './verbatim.ts';
import type { Views } from './views.ts';

export type JsonObject = Readonly<Record<string, unknown>>;
export type Sources = Readonly<Record<string, Source>>;

/** The region of the new document that a value is written into. */
export interface Place {
  readonly pointer: JsonPointer;
  /** Level of the heading that the region stands under; 0 above all headings. */
  readonly depth: number;
  /** The item's own name. */
  readonly title?: string;
  /** What questions in this region are grouped under without a heading of their own. */
  readonly group?: string;
}

/** What all steps of writing one guide share. */
export interface Composition {
  readonly type: GuideTypeInfo;
  readonly value: JsonObject;
  readonly views: Views;
  readonly isJapanese: boolean;
  /** True when sections are to begin with what the type has for new ones. */
  readonly isNew: boolean;
  /** By how many levels headings inside of texts stand too high for the chapters' level. */
  deficit: number;
  /** Writes the properties of an object; here so that arrays can have objects in them, and objects arrays. */
  readonly compose: (node: SchemaNode, value: JsonObject, place: Place, defaults?: Sources) => Piece[];
}

/** In which order the pieces of a region stand, whatever the order in the schema: what follows would swallow what came late. */
export const ranks = { title: 0, intro: 1, content: 2, labels: 3, items: 4, sections: 5, tail: 6 } as const;

/** A part of a region: blocks, or items that share a list with those of other parts. */
export interface Piece {
  readonly rank: (typeof ranks)[keyof typeof ranks];
  readonly blocks: readonly RootContent[];
  readonly items?: readonly ListItem[];
}

/** The blocks of a region in their order. */
export function assemble(pieces: readonly Piece[]): RootContent[] {
  const blocks: RootContent[] = [];
  let items: ListItem[] = [];
  const flush = (): void => {
    if (items.length > 0) blocks.push(listOf(items));
    items = [];
  };
  for (const piece of [...pieces].sort((a, b) => a.rank - b.rank)) {
    if (piece.items) items.push(...piece.items);
    else {
      flush();
      blocks.push(...piece.blocks);
    }
  }
  flush();
  return separateLists(blocks);
}

/** Two neighbouring lists with the same bullet would be one: where a text begins or ends in a list, ours takes another. */
export function separateLists(blocks: readonly RootContent[]): RootContent[] {
  return blocks.map((block, index) => {
    if (block.type !== 'list' || block.ordered) return block;
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const taken = [
      before?.type === 'html' ? markdownFacts(before.value).bullets.at(-1) : undefined,
      after?.type === 'html' ? markdownFacts(after.value).bullets[0] : undefined,
    ];
    const free = (['-', '*', '+'] satisfies Bullet[]).find((bullet) => !taken.includes(bullet)) ?? '-';
    return free === '-' ? block : { type: 'html', value: serialize([block], free).trimEnd() };
  });
}

/** A Markdown text as it stands, with headings no higher than `depth`; notes by how much they had to be lowered. */
export function markdownBlock(markdown: string, depth: number, composition: Composition): RootContent {
  composition.deficit = Math.max(composition.deficit, depth - markdownFacts(markdown).depth);
  return verbatim(markdown, depth);
}

/** Of several names for the same thing the first in the guide's language; a mere letter says less than a word. */
export function nameIn(names: readonly string[], { isJapanese }: Pick<Composition, 'isJapanese'>): string {
  const written = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  const suitable = names.filter((name) => written.test(name) === isJapanese);
  return suitable.find((name) => name.length > 1) ?? suitable[0] ?? names[0] ?? '';
}

/** True for a JSON object that is no array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
