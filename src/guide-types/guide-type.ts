import type { SchemaNode } from '../model.ts';
import { compileValidator, type Validate } from './compile-validator.ts';
import { SchemaView } from './schema-view.ts';

/** A loaded guide type: its schema, and the validator made from it at first use. */
export class GuideType extends SchemaView {
  #validate: Validate | undefined;

  get validate(): Validate {
    this.#validate ??= compileValidator(this.schema);
    return this.#validate;
  }
}

/** A guide type from its parsed schema file; `fileName` names it: `career-guide.schema.json` is `career-guide`. */
export function guideTypeOf(fileName: string, schema: SchemaNode): GuideType {
  return new GuideType(fileName.replace(/^.*[/\\]/, '').replace(/(?:\.schema)?\.(?:json|ya?ml)$/, ''), schema);
}
