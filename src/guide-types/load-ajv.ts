import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import type * as ajvModule from 'ajv/dist/2020.js';

const require = createRequire(import.meta.url);

/**
 * ajv's own asks objects for their `toString` and `valueOf`, which in a guide may be keys like any other. `code` is what
 * validators that the build makes have in its place.
 */
const equal = Object.assign((one: unknown, two: unknown): boolean => isDeepStrictEqual(one, two), {
  code: 'require("node:util").isDeepStrictEqual',
});

/** Loads ajv; few runs need it, as the shipped types have validators made beforehand. */
export function loadAjv(): typeof ajvModule {
  const equality = require('ajv/dist/runtime/equal.js') as { default: unknown };
  equality.default = equal;
  return require('ajv/dist/2020.js') as typeof ajvModule;
}
