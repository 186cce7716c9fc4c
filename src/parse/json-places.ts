import type { JsonPointer } from '../model.ts';
import { childPointer, type PlaceCollector } from './place-collector.ts';

/** A range whose end is not known before its value has been read. */
interface OpenRange {
  readonly start: number;
  end: number;
}

/** Finds where the values of a text stand that is known to be JSON. */
export class JsonPlaces {
  readonly #text: string;
  readonly #places: PlaceCollector;
  #at = 0;

  constructor(text: string, places: PlaceCollector) {
    this.#text = text;
    this.#places = places;
  }

  read(): void {
    this.#skipSpace();
    this.#readValue('');
  }

  #readValue(pointer: JsonPointer): void {
    const sign = this.#text[this.#at];
    if (sign === '{') this.#readObject(pointer);
    else if (sign === '[') this.#readArray(pointer);
    else if (sign === '"') this.#at = stringEnd(this.#text, this.#at);
    else while (this.#at < this.#text.length && !isBehindWord(this.#text.charCodeAt(this.#at))) this.#at++;
  }

  #readObject(pointer: JsonPointer): void {
    this.#at++;
    while (!this.#ends('}')) {
      const key = { start: this.#at, end: stringEnd(this.#text, this.#at) };
      const name: unknown = JSON.parse(this.#text.slice(key.start, key.end));
      this.#at = key.end;
      this.#skipSpace();
      this.#at++;
      this.#skipSpace();
      const at = childPointer(pointer, String(name));
      const value: OpenRange = { start: this.#at, end: this.#at };
      this.#places.add(at, { key, value });
      this.#readValue(at);
      value.end = this.#at;
    }
  }

  #readArray(pointer: JsonPointer): void {
    this.#at++;
    for (let index = 0; !this.#ends(']'); index++) {
      const at = childPointer(pointer, index);
      const value: OpenRange = { start: this.#at, end: this.#at };
      this.#places.add(at, { value });
      this.#readValue(at);
      value.end = this.#at;
    }
  }

  /** Goes on to the next entry, or behind the closing bracket where there is none. */
  #ends(close: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] === ',') {
      this.#at++;
      this.#skipSpace();
    }
    if (this.#text[this.#at] !== close && this.#at < this.#text.length) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at++;
  }
}

/** Behind the closing quote of a string; the end of the text where it is not closed. */
export function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') return at + 1;
    if (sign === '\\') at++;
  }
  return text.length;
}

/** The white space of JSON. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** True for what ends a number or a word: white space, a comma or a closing bracket. */
function isBehindWord(unit: number): boolean {
  return isSpace(unit) || unit === 0x2c || unit === 0x5d || unit === 0x7d;
}
