/** A map whose values are made each time that somebody asks for them: all of them need not be in memory at once. */
export class LazyMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #makers: ReadonlyMap<Key, () => Value>;

  constructor(makers: ReadonlyMap<Key, () => Value>) {
    this.#makers = makers;
  }

  get size(): number {
    return this.#makers.size;
  }

  has(key: Key): boolean {
    return this.#makers.has(key);
  }

  get(key: Key): Value | undefined {
    return this.#makers.get(key)?.();
  }

  keys(): MapIterator<Key> {
    return this.#makers.keys();
  }

  *values(): MapIterator<Value> {
    for (const make of this.#makers.values()) yield make();
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const [key, make] of this.#makers) yield [key, make()];
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(use: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) use(value, key, this);
  }
}
