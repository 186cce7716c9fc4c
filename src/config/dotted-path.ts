import { stepsOf } from '../guide-types/schema-view.ts';
import type { JsonPointer } from '../model.ts';

/** A JSON pointer as people write it: `/overrides/0/files` is `overrides[0].files`. */
export function dottedPath(pointer: JsonPointer): string {
  return stepsOf(pointer)
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}
