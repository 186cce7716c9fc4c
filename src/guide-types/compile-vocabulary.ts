import type { Ajv2020, AnySchemaObject, Options } from 'ajv/dist/2020.js';
import type { Compiled } from './compile-validator.ts';
import { loadAjv } from './load-ajv.ts';

/** What a meta-schema says of schemas. */
export interface Vocabulary {
  /** Holds a schema against it. */
  readonly validate: Compiled;
  /** All keywords that it knows. */
  readonly keywords: readonly string[];
}

/** Compiles a meta-schema, which builds on that of JSON Schema 2020-12. */
export function compileVocabulary(metaSchema: AnySchemaObject, ajv = vocabularyAjv()): Vocabulary {
  const validate = ajv.compile(metaSchema);
  const official = ['core', 'applicator', 'unevaluated', 'validation', 'meta-data', 'format-annotation', 'content'];
  const keywords = [metaSchema, ...official.map((name) => officialVocabulary(ajv, name))].flatMap((vocabulary) =>
    Object.keys(vocabulary.properties ?? {}),
  );
  return { validate, keywords };
}

/** The compiler of meta-schemas; `code` says what it keeps of the code it makes. */
export function vocabularyAjv(code: Options['code'] = {}): Ajv2020 {
  const { Ajv2020 } = loadAjv();
  return new Ajv2020({ strict: false, allErrors: true, verbose: true, validateFormats: false, code });
}

function officialVocabulary(ajv: Ajv2020, name: string): AnySchemaObject {
  const schema = ajv.getSchema(`https://json-schema.org/draft/2020-12/meta/${name}`)?.schema;
  return typeof schema === 'object' ? schema : {};
}
