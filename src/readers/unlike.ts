import type { GuideTypeInfo, JsonPointer } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

/**
 * The places where one value of a type lacks or contradicts what another one says. What is made of other values
 * (`collect`, a column that shares another one's cell) says nothing of its own.
 */
export function unlike(said: unknown, found: unknown, type: GuideTypeInfo, pointer: JsonPointer = ''): JsonPointer[] {
  // Nothing, in whatever way, says nothing that could be lost.
  if ((said === null || said === '') && found === undefined) return [];
  if (Array.isArray(said)) {
    if (!Array.isArray(found) || found.length !== said.length) return [pointer];
    return said.flatMap((item, index) => unlike(item, found[index], type, childPointer(pointer, index)));
  }
  if (typeof said === 'object' && said !== null) {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return isEmpty(said) ? [] : [pointer];
    const others = found as Record<string, unknown>;
    return Object.entries(said).flatMap(([key, value]) => {
      const at = childPointer(pointer, key);
      return isDerived(at, type) ? [] : unlike(value, Object.hasOwn(others, key) ? others[key] : undefined, type, at);
    });
  }
  return said === found ? [] : [pointer];
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

function isDerived(pointer: JsonPointer, type: GuideTypeInfo): boolean {
  if (pointer === '/path' || type.nodeAt(pointer)?.['x-source']?.collect) return true;
  const column = /^(?<array>.*)\/\d+\/(?<property>[^/]+)$/.exec(pointer)?.groups;
  if (!column) return false;
  const columns = type.nodeAt(column.array ?? '')?.['x-source']?.table?.columns;
  return typeof columns?.[column.property ?? ''] === 'string';
}
