import type { SchemaError } from '../guide-types/compile-validator.ts';
import type { GuideType } from '../guide-types/guide-type.ts';
import { ownErrors } from '../guide-types/own-errors.ts';
import type { ConvertMessages } from '../locale/convert-messages.ts';
import type { JsonPointer } from '../model.ts';

/** What is wrong with a value, and where. */
export interface ValueMistake {
  readonly pointer: JsonPointer;
  readonly message: string;
}

/** What makes a value no valid guide of its type; recommendations do not count. */
export function valueMistakes(value: unknown, type: GuideType, messages: ConvertMessages): ValueMistake[] {
  const errors = ownErrors(type.validate(value)).filter(({ schemaPath }) => !schemaPath.includes('/x-recommended'));
  return errors.map((error) => ({ pointer: error.instancePath, message: messageFor(error, messages) }));
}

function messageFor({ keyword, params, data, schema }: SchemaError, messages: ConvertMessages): string {
  const found = shown(data);
  switch (keyword) {
    case 'required':
      return messages.missing({ name: String(params.missingProperty) });
    case 'type':
      return messages.wrongType({ wanted: [params.type].flat().map(String), found });
    case 'enum':
    case 'const': {
      const choices = [keyword === 'enum' ? params.allowedValues : params.allowedValue].flat();
      return messages.notAChoice({ found, choices: choices.map(shown) });
    }
    case 'pattern':
    case 'format':
      return messages.wrongForm({ found, form: String(params.pattern ?? params.format) });
    case 'minItems':
      return messages.tooFew({ least: Number(params.limit), found: (data as readonly unknown[]).length });
    default:
      return messages.refused({ keyword, limit: shown(schema) });
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
