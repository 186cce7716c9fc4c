import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _, Name, type ValidateFunction } from 'ajv/dist/core.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { constraints, createAjv } from '../src/guide-types/compile-validator.ts';
import { compileVocabulary, vocabularyAjv } from '../src/guide-types/compile-vocabulary.ts';
import type { SchemaNode } from '../src/model.ts';

// ajv's standalone module is CommonJS whose default export is the function under Node, a namespace for the type checker.
const standaloneCode = standaloneModule as unknown as (
  ajv: ReturnType<typeof createAjv>,
  validate: ValidateFunction,
) => string;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes the validators of the shipped schemas, as `src/guide-types/precompiled-validator.ts` loads them. */
function compileValidators(): void {
  const folder = join(root, 'dist/validators');
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(join(root, 'schemas'))) {
    const text = readFileSync(join(root, 'schemas', file), 'utf8');
    const code = file === 'guide-type.schema.json' ? vocabularyModule(text) : moduleOf(text);
    writeFileSync(join(folder, file.replace(/\.schema\.json$/, '.cjs')), code);
  }
}

function moduleOf(text: string): string {
  const ajv = createAjv({ source: true });
  const validate = ajv.compile(JSON.parse(text) as SchemaNode);
  // Functions have no code that could be written down: the module gets those of the keywords when it is used.
  for (const used of validate.source?.scopeValues.keyword ?? []) {
    const definition = constraints.find((constraint) => constraint.validate === used.value?.ref);
    if (used.value && definition) used.value.code = _`${new Name('keywords')}[${String(definition.keyword)}]`;
  }
  return [
    `exports.source = ${JSON.stringify(text)};`,
    'exports.make = (keywords) => {',
    'const self = undefined;',
    'const module = { exports: {} };',
    standaloneCode(ajv, validate),
    'return module.exports;',
    '};\n',
  ].join('\n');
}

/** The meta-schema makes no values: it is what other schemas are held against. */
function vocabularyModule(text: string): string {
  const metaSchema = JSON.parse(text) as SchemaNode;
  const ajv = vocabularyAjv({ source: true });
  const { keywords } = compileVocabulary(metaSchema, ajv);
  const source = JSON.stringify(metaSchema);
  return [
    standaloneCode(ajv, ajv.compile(metaSchema)),
    `module.exports = { validate: module.exports, ...${JSON.stringify({ source, keywords })} };\n`,
  ].join('\n');
}

compileValidators();
