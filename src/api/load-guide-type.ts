import { loadKnownTypes } from '../load-types.ts';
import type { JsonPointer, SchemaNode, Severity } from '../model.ts';
import { type GuideRequest, prepareRequest } from './request.ts';

/** A constraint of a guide type that a value fails. */
export interface SchemaFault {
  readonly pointer: JsonPointer;
  /** The JSON Schema keyword that failed, and its parameters as the validator gives them. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** `warning` where the type only recommends it. */
  readonly severity: Severity;
}

/** A guide type: its name, its schema, and the validator made from it. */
export interface LoadedGuideType {
  readonly name: string;
  readonly schema: SchemaNode;
  /** All constraints that a normalized guide fails; none for a valid one. */
  validate(value: unknown): SchemaFault[];
}

/** Loads a guide type by name or schema file; one that is unknown or has mistakes is a `UserError`. */
export async function loadGuideType(
  type: string,
  request: Pick<GuideRequest, 'cwd' | 'config' | 'locale'> = {},
): Promise<LoadedGuideType> {
  const { host, config, locale } = await prepareRequest(request);
  const { forced } = await loadKnownTypes({ type, config, locale }, host);
  if (!forced) throw new Error(`no type was loaded for "${type}"`);
  return {
    name: forced.name,
    schema: forced.schema,
    validate: (value) =>
      forced.validate(value).map(({ instancePath, keyword, params, schemaPath }) => ({
        pointer: instancePath,
        keyword,
        params,
        severity: schemaPath.includes('x-recommended') ? 'warning' : 'error',
      })),
  };
}
