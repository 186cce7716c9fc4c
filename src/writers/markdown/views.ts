import { valueAt } from '../../guide-types/value-at.ts';
import type { GuideTypeInfo, JsonPointer, SchemaNode } from '../../model.ts';
import { childPointer } from '../../parse/place-collector.ts';

/** Values of a guide that stand in the scope of another one (`of`), by the pointer of that one. */
export interface Views {
  /** The heading as its author wrote it. */
  heading(of: JsonPointer): string | undefined;
  /** The headers of its table as their author wrote them. */
  headers(of: JsonPointer): readonly string[] | undefined;
  /** True when the guide was read from Markdown with its headers kept: without headers there was no table. */
  knowsHeaders(of: JsonPointer): boolean;
  /** Markdown or plain text that stands beside what the scope's own value holds. */
  prose(of: JsonPointer): readonly { readonly node: SchemaNode; readonly text: string }[];
}

interface View {
  readonly of: JsonPointer;
  readonly pointer: JsonPointer;
  readonly node: SchemaNode;
}

/** Finds the views in a guide's value. */
export function viewsOf(type: GuideTypeInfo, value: unknown): Views {
  const views = collectViews(type, type.schema, '');
  const find = (of: JsonPointer, key: 'heading' | 'headers'): View | undefined =>
    views.find((view) => view.of === of && view.node['x-source']?.[key] === true);
  return {
    heading(of) {
      const view = find(of, 'heading');
      const text = view && valueAt(value, view.pointer);
      return typeof text === 'string' && text !== '' ? text : undefined;
    },
    headers(of) {
      const view = find(of, 'headers');
      const headers = view && valueAt(value, view.pointer);
      return Array.isArray(headers) ? headers.map(String) : undefined;
    },
    knowsHeaders(of) {
      const view = find(of, 'headers');
      return view !== undefined && valueAt(value, view.pointer.slice(0, view.pointer.lastIndexOf('/'))) !== undefined;
    },
    prose: (of) =>
      views.flatMap((view) => {
        const text = view.of === of && view.node['x-source']?.prose ? valueAt(value, view.pointer) : undefined;
        return typeof text === 'string' ? [{ node: view.node, text }] : [];
      }),
  };
}

/** A view of several scopes is written in the first of them. */
function collectViews(type: GuideTypeInfo, node: SchemaNode, pointer: JsonPointer): View[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
    const child = type.resolve(property);
    const at = childPointer(pointer, key);
    const [of] = [child['x-source']?.of ?? []].flat();
    if (of !== undefined) return [{ of, pointer: at, node: child }];
    return child['x-source'] ? [] : collectViews(type, child, at);
  });
}
