import { fileReadable } from './file-readable.ts';
import { knownGuideType } from './known-guide-type.ts';
import type { Rule } from './rule.ts';
import { sectionPresent } from './section-present.ts';
import { textLength } from './text-length.ts';

/** All rules, in the order in which they are explained. */
export const rules: readonly Rule[] = [fileReadable, knownGuideType, sectionPresent, textLength];
