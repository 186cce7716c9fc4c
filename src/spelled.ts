/** Any value in a sentence; lists and objects as JSON, as they may hold a `toString` of their own. */
export function spelled(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
