/** A value of JSON in a sentence: text as it is, all else as JSON, as an object may have a `toString` of its own. */
export function spelled(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
