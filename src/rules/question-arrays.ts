import { parentPointer } from '../guide-types/schema-view.ts';
import type { Guide, GuideTypeInfo, JsonPointer, Place, SchemaNode, Source } from '../model.ts';
import { oncePer } from '../once-per.ts';

/** The questions that were found for one property of the guide's type, in order. */
export interface QuestionArray {
  readonly pointer: JsonPointer;
  readonly places: readonly Place[];
}

/** The questions of a guide that its type knows. */
export const questionArrays = oncePer((guide: Guide): readonly QuestionArray[] => {
  const arrays = new Map<JsonPointer, Place[]>();
  const others = new Set<JsonPointer>();
  for (const [pointer, place] of guide.places) {
    if (!isElement(pointer)) continue;
    const parent = parentPointer(pointer);
    const places = arrays.get(parent);
    if (places) places.push(place);
    else if (others.has(parent)) continue;
    else if (guide.type.nodeAt(parent)?.['x-source']?.questions) arrays.set(parent, [place]);
    else others.add(parent);
  }
  return [...arrays].map(([pointer, places]) => ({
    pointer,
    places: places.sort((a, b) => a.extent.start - b.extent.start),
  }));
});

/** True for a pointer that ends in a number. */
function isElement(pointer: JsonPointer): boolean {
  let at = pointer.length - 1;
  while (at > 0 && isDigit(pointer.charCodeAt(at))) at--;
  return at < pointer.length - 1 && pointer[at] === '/';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The words by which a type knows its questions and answers, one entry a property. */
export function questionWords(type: GuideTypeInfo): NonNullable<Source['questions']>[] {
  const words: NonNullable<Source['questions']>[] = [];
  const seen = new Set<SchemaNode>();
  const visit = (node: SchemaNode): void => {
    const resolved = type.resolve(node);
    if (seen.has(resolved)) return;
    seen.add(resolved);
    const questions = resolved['x-source']?.questions;
    if (questions) words.push(questions);
    for (const child of Object.values(resolved.properties ?? {})) visit(child);
    if (resolved.items) visit(resolved.items);
  };
  visit(type.schema);
  return words;
}
