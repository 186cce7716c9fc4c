import type { Heading } from 'mdast';
import { parentPointer } from '../guide-types/schema-view.ts';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Guide, GuideTypeInfo, JsonPointer, Place, SchemaNode } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { childPointer } from '../parse/place-collector.ts';
import { nodesOf } from './nodes-of.ts';

/** A section of the guide type that was found in the guide. */
export interface GuideSection {
  readonly pointer: JsonPointer;
  /** The section it stands in; `''` for a chapter. */
  readonly parent: JsonPointer;
  /** Its place in the order of the schema. */
  readonly order: number;
  readonly heading: Heading;
  readonly place: Place;
}

/** The headings of the body itself, in order; those in quotations and list items divide nothing. */
export const bodyHeadings = oncePer((document: Document): readonly Heading[] =>
  nodesOf(document, 'heading').flatMap(({ node, up }) => (up?.node.type === 'root' ? [node] : [])),
);

/** The sections that were found, in the order of the text. */
export const guideSections = oncePer((guide: Guide): readonly GuideSection[] => {
  const headings = new Map(bodyHeadings(guide.document).map((heading) => [rangeOf(heading).start, heading]));
  return sectionPointers(guide.type)
    .flatMap((pointer, order) => {
      const place = guide.places.get(pointer);
      const heading = place && headings.get(place.range.start);
      return place && heading ? [{ pointer, parent: parentSection(guide, pointer), order, heading, place }] : [];
    })
    .sort((a, b) => a.place.range.start - b.place.range.start);
});

const pointersOf = new WeakMap<SchemaNode, readonly JsonPointer[]>();

/** The pointers of all sections that a type asks for, in its order. */
function sectionPointers(type: GuideTypeInfo): readonly JsonPointer[] {
  const pointers = pointersOf.get(type.schema) ?? sectionsBelow(type, type.schema, '');
  pointersOf.set(type.schema, pointers);
  return pointers;
}

function sectionsBelow(type: GuideTypeInfo, node: SchemaNode, pointer: JsonPointer): JsonPointer[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
    const child = type.resolve(property);
    const at = childPointer(pointer, key);
    return [...(child['x-source']?.section ? [at] : []), ...sectionsBelow(type, child, at)];
  });
}

function parentSection(guide: Guide, pointer: JsonPointer): JsonPointer {
  let at = parentPointer(pointer);
  while (at !== '' && !guide.type.nodeAt(at)?.['x-source']?.section) at = parentPointer(at);
  return at;
}
