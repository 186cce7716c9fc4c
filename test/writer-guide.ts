import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Guide, GuideTypeInfo, JsonPointer, SchemaNode } from '../src/model.ts';

/** A guide made by hand for tests of writers; `markdown` is its body without front matter. */
export function writerGuide(parts: {
  path?: string;
  markdown?: string;
  value?: Record<string, unknown>;
  schema?: SchemaNode;
}): Guide {
  const { path = 'guides/sample.md', markdown = '', value = {}, schema = {} } = parts;
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const meta = value.meta as Readonly<Record<string, unknown>> | undefined;
  return {
    document: {
      source: { path, text: markdown, bom: false },
      tree,
      faults: [],
      positionAt: (offset) => ({ line: 1, column: offset + 1, offset }),
      ...(meta === undefined
        ? {}
        : {
            frontMatter: {
              format: 'yaml' as const,
              range: { start: 0, end: 0 },
              content: { start: 0, end: 0 },
              value: meta,
              places: new Map(),
            },
          }),
    },
    type: typeOf(schema),
    value,
    places: new Map(),
    fit: { told: true, isGood: true, found: 0, wanted: 0 },
    violations: [],
  };
}

const types = new Map<SchemaNode, GuideTypeInfo>();

function typeOf(schema: SchemaNode): GuideTypeInfo {
  const known = types.get(schema);
  if (known) return known;
  const nodeAt = (pointer: JsonPointer): SchemaNode | undefined =>
    pointer
      .split('/')
      .slice(1)
      .reduce<SchemaNode | undefined>(
        (node, step) => node?.properties?.[step] ?? (/^\d+$/.test(step) ? node?.items : undefined),
        schema,
      );
  const type: GuideTypeInfo = {
    name: 'sample',
    schema,
    resolve: (node) => node,
    nodeAt,
    titleOf: (pointer, locale) =>
      nodeAt(pointer)?.['x-title']?.[locale] ?? nodeAt(pointer)?.title ?? pointer.slice(pointer.lastIndexOf('/') + 1),
  };
  types.set(schema, type);
  return type;
}
