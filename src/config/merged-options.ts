/** Given options over those a rule has otherwise, key by key; a list or single value replaces the whole. */
export function mergedOptions(defaults: unknown, given: unknown): unknown {
  return isRecord(defaults) && isRecord(given) ? { ...defaults, ...given } : given;
}

/** True for an object that is no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
