import { createRequire } from 'node:module';
import type { SchemaNode } from '../model.ts';
import { type Compiled, compileValidator, constraints, type Validate, validateWith } from './compile-validator.ts';
import type { Vocabulary } from './compile-vocabulary.ts';

/** What the build makes of a schema file; `make` takes the functions of the keywords that are not JSON Schema's. */
export interface PrecompiledValidator {
  /** The schema file. */
  readonly source: string;
  make(keywords: Readonly<Record<string, unknown>>): Compiled;
}

/** What the build makes of the meta-schema. */
export interface PrecompiledVocabulary extends Vocabulary {
  /** The meta-schema as JSON without spaces. */
  readonly source: string;
}

const require = createRequire(import.meta.url);

/** The validator of a shipped type: the one that the build made of this text, else one compiled now. */
export function shippedValidator(typeName: string, text: string, schema: SchemaNode): Validate {
  const made = precompiled<PrecompiledValidator>(typeName);
  if (made?.source !== text) return compileValidator(schema);
  return validateWith(made.make(Object.fromEntries(constraints.map(({ keyword, validate }) => [keyword, validate]))));
}

/** The vocabulary of guide types that the build made of this meta-schema. */
export function shippedVocabulary(metaSchema: SchemaNode): Vocabulary | undefined {
  const made = precompiled<PrecompiledVocabulary>('guide-type');
  return made?.source === JSON.stringify(metaSchema) ? made : undefined;
}

/** Undefined where nothing was built, as in a run from the sources. */
function precompiled<Made>(typeName: string): Made | undefined {
  try {
    return require(`../validators/${typeName}.cjs`) as Made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    return undefined;
  }
}
