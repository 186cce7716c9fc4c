import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

export type Bullet = '-' | '*' | '+';

const options = { emphasis: '*', strong: '*', rule: '-', listItemIndent: 'one', fences: true } as const;

const processors = new Map(
  (['-', '*', '+'] as const).map((bullet) => [
    bullet,
    unified()
      .use(remarkGfm, { singleTilde: false })
      .use(remarkStringify, { ...options, bullet })
      .freeze(),
  ]),
);

/** The Markdown of blocks, with one kind of bullet; ends with a line end unless it is empty. */
export function serialize(children: readonly RootContent[], bullet: Bullet = '-'): string {
  const processor = processors.get(bullet);
  if (!processor) throw new Error(`no serializer for bullet ${bullet}`);
  return processor.stringify({ type: 'root', children: [...children] });
}

/** The Markdown of inline content as it stands in one line of a paragraph. */
export function serializeInline(children: readonly PhrasingContent[]): string {
  return serialize([{ type: 'paragraph', children: [...children] }]).trimEnd();
}

/** The Markdown of inline content inside a table cell. */
export function serializeCell(children: readonly PhrasingContent[]): string {
  // A cell alone is serialized as in its table; only the type of the top node knows tables alone.
  const cell = { type: 'tableCell', children: [...children] } as unknown as Root;
  return (processors.get('-')?.stringify(cell) ?? '').trim();
}
