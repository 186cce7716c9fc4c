import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import type * as ajvModule from 'ajv/dist/2020.js';

const require = createRequire(import.meta.url);

/** Loads ajv; few runs need it, as the shipped types have validators made beforehand. */
export function loadAjv(): typeof ajvModule {
  const equality = require('ajv/dist/runtime/equal.js') as { default: unknown };
  // ajv's own asks objects for their `toString` and `valueOf`, which in a guide may be keys like any other.
  equality.default = Object.assign(isDeepStrictEqual, { code: 'require("ajv/dist/runtime/equal").default' });
  return require('ajv/dist/2020.js') as typeof ajvModule;
}
