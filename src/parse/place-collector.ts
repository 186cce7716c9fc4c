import type { FrontMatterPlace, JsonPointer, ParseFault } from '../model.ts';

/** The pointer of a child value, its key escaped as RFC 6901 asks. */
export function childPointer(parent: JsonPointer, key: string | number): JsonPointer {
  return `${parent}/${typeof key === 'string' && /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key}`;
}

/** Gathers the places of a decoded block and notices keys that are given twice. */
export class PlaceCollector {
  readonly #places = new Map<JsonPointer, FrontMatterPlace>();
  #fault: ParseFault | undefined;

  get places(): ReadonlyMap<JsonPointer, FrontMatterPlace> {
    return this.#places;
  }

  add(pointer: JsonPointer, place: FrontMatterPlace): void {
    if (place.key && this.#places.has(pointer)) {
      const key = pointer
        .slice(pointer.lastIndexOf('/') + 1)
        .replaceAll('~1', '/')
        .replaceAll('~0', '~');
      this.#fault ??= { code: 'front-matter-duplicate-key', range: place.key, detail: key };
    }
    this.#places.set(pointer, place);
  }

  result(): { places: ReadonlyMap<JsonPointer, FrontMatterPlace>; fault?: ParseFault } {
    return { places: this.#places, ...(this.#fault && { fault: this.#fault }) };
  }
}
