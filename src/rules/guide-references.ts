import { frontMatterFields } from '../guide-types/front-matter-fields.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, JsonPointer, Range } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

/** A front-matter value that names another guide. */
export interface GuideReference {
  readonly guide: Guide;
  readonly pointer: JsonPointer;
  /** The value that it is an element of, or the value itself. */
  readonly field: JsonPointer;
  readonly name: string;
  readonly range: Range;
}

/** All that a guide's front matter names as other guides: values with `x-refers-to`. */
export function guideReferences(guide: Guide): GuideReference[] {
  return frontMatterFields(guide.type).flatMap(({ pointer: field, node }) => {
    if (node['x-refers-to'] === undefined) return [];
    const value = valueAt(guide.value, field);
    const listed: [JsonPointer, unknown][] = Array.isArray(value)
      ? value.map((element, index) => [childPointer(field, index), element])
      : [[field, value]];
    return listed.flatMap(([pointer, name]): GuideReference[] => {
      const place = guide.places.get(pointer);
      return typeof name === 'string' && name.trim() !== '' && place
        ? [{ guide, pointer, field, name, range: place.range }]
        : [];
    });
  });
}
