import type { Document, FrontMatterPlace, GuideTypeInfo } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { type FrontMatterField, frontMatterFields } from './front-matter-fields.ts';

/** A front-matter key that stands for a value of the type, but is not called so there. */
export interface MisnamedKey {
  readonly written: string;
  readonly place: FrontMatterPlace;
  readonly field: FrontMatterField;
}

/**
 * The keys that go by another name than their type's: one of the field's `x-aliases`, or its own name in other letters
 * (`metaDescription`). Where the field is there under its own name as well, the other key is something else.
 */
export function misnamedKeys({
  document: { frontMatter },
  type,
}: {
  document: Document;
  type: GuideTypeInfo;
}): MisnamedKey[] {
  const value = frontMatter?.value;
  if (!value) return [];
  const { fields, keys, forms } = namesOf(type);
  const free = Object.keys(value)
    .filter((key) => !keys.has(key))
    .map((key) => ({ key, form: comparable(key) }))
    .filter(({ form }) => forms.has(form));
  if (free.length === 0) return [];
  return fields.flatMap(({ field, wanted }): MisnamedKey[] => {
    if (field.keys.some((key) => Object.hasOwn(value, key))) return [];
    const index = free.findIndex(({ form }) => wanted.has(form));
    const written = index < 0 ? undefined : free.splice(index, 1)[0]?.key;
    const place = written === undefined ? undefined : frontMatter.places.get(childPointer('', written));
    return written !== undefined && place ? [{ written, place, field }] : [];
  });
}

/** What the keys of a type may be called. */
interface KeyNames {
  readonly fields: readonly { readonly field: FrontMatterField; readonly wanted: ReadonlySet<string> }[];
  readonly keys: ReadonlySet<string>;
  /** Of all fields together. */
  readonly forms: ReadonlySet<string>;
}

const known = new WeakMap<readonly FrontMatterField[], KeyNames>();

function namesOf(type: GuideTypeInfo): KeyNames {
  const all = frontMatterFields(type);
  let names = known.get(all);
  if (!names) {
    const fields = all.map((field) => ({
      field,
      wanted: new Set([...field.keys, ...aliasesOf(field)].map(comparable)),
    }));
    names = {
      fields,
      keys: new Set(all.flatMap(({ keys }) => keys)),
      forms: new Set(fields.flatMap(({ wanted }) => [...wanted])),
    };
    known.set(all, names);
  }
  return names;
}

function aliasesOf({ node }: FrontMatterField): readonly string[] {
  const aliases = node['x-aliases'];
  return Array.isArray(aliases) ? aliases.map(String) : [];
}

function comparable(key: string): string {
  return key
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}
