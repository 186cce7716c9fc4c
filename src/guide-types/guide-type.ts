import { lazily } from '../deadline.ts';
import type { SchemaNode } from '../model.ts';
import { compileValidator, type Validate } from './compile-validator.ts';
import { shippedValidator } from './precompiled-validator.ts';
import { SchemaView } from './schema-view.ts';

/** A loaded guide type: its schema, and the validator made from it at first use. */
export class GuideType extends SchemaView {
  readonly #compile: () => Validate;

  constructor(name: string, schema: SchemaNode, compile = () => compileValidator(schema)) {
    super(name, schema);
    this.#compile = lazily(compile);
  }

  get validate(): Validate {
    return this.#compile();
  }
}

/** A guide type from its parsed schema file; `fileName` names it: `career-guide.schema.json` is `career-guide`. */
export function guideTypeOf(fileName: string, schema: SchemaNode): GuideType {
  return new GuideType(typeNameOf(fileName), schema);
}

/** A guide type that comes with guidepost, from the text of its schema file. */
export function shippedTypeOf(fileName: string, text: string): GuideType {
  const name = typeNameOf(fileName);
  const schema = JSON.parse(text) as SchemaNode;
  return new GuideType(name, schema, () => shippedValidator(name, text, schema));
}

function typeNameOf(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/(?:\.schema)?\.(?:json|ya?ml)$/, '');
}
