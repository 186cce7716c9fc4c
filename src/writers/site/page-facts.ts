import type { Guide, JsonPointer, Locale } from '../../model.ts';
import { childPointer } from '../../parse/place-collector.ts';
import { partOf, type Role, type RoleView, roleView } from './view-annotation.ts';

/** A value of the front matter under its name for people. */
export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
  /** Whether the front matter has a list here, even one of a single value. */
  readonly isList: boolean;
  /** The values name other guides: each equals the value at this pointer there. */
  readonly refersTo?: JsonPointer;
}

/** What a guide's values tell about its page. */
export interface PageFacts {
  readonly title?: string;
  /** What the guide is about, in a word or two. */
  readonly name?: string;
  readonly description?: string;
  readonly category?: string;
  /** The category in words, where its schema has some. */
  readonly categoryLabels?: Readonly<Partial<Record<Locale, string>>>;
  /** For links from other guides. */
  readonly slug?: string;
  /** Address of the picture that stands for the guide. */
  readonly image?: string;
  readonly date?: string;
  readonly others: readonly Fact[];
}

/** Conventions of front matter at large, for schemas that do not say a field's part in `x-view`. */
const conventions: readonly (readonly [Exclude<Role, 'fact'>, RegExp])[] = [
  ['title', /^(seo_?|meta_?|page_?)?title$/i],
  ['description', /^(seo_?|meta_?|page_?)?description$/i],
  ['category', /^category$/i],
  ['slug', /^slug$/i],
];

/** An address of a picture says nothing to a reader. */
const pictureAddress = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

/** Reads a guide's values by the schema's annotations; labels are in the page's language. */
export function pageFacts(guide: Guide, language: Locale): PageFacts {
  const roles: Partial<Record<Role, string>> = {};
  const others: Fact[] = [];
  let categoryLabels: PageFacts['categoryLabels'];
  for (const { pointer, value } of shownValues(guide)) {
    const values = [value].flat().filter(isPrintable).map(String);
    const { as: role, pattern, labels } = roleOf(guide, pointer);
    const first = partOf(values[0] ?? '', pattern)?.trim();
    if (first === undefined || first === '' || role === 'hidden') continue;
    if (role !== 'fact') roles[role] ??= first;
    if (role === 'category') categoryLabels ??= labels?.[first];
    if (role !== 'fact' && role !== 'date') continue;
    if (!values.every((text) => pictureAddress.test(text))) {
      const refersTo = guide.type.nodeAt(pointer)?.['x-refers-to'];
      others.push({
        label: guide.type.titleOf(pointer, language),
        values,
        isList: Array.isArray(value),
        ...(typeof refersTo === 'string' && { refersTo }),
      });
    }
  }
  return { ...roles, ...(categoryLabels && { categoryLabels }), others };
}

/** The category for readers of a language. */
export function categoryIn(language: Locale, { category, categoryLabels }: PageFacts): string | undefined {
  return categoryLabels?.[language] ?? category;
}

function roleOf(guide: Guide, pointer: JsonPointer): RoleView {
  const view = roleView(guide.type.nodeAt(pointer));
  if (view) return view;
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  return { as: conventions.find(([, pattern]) => pattern.test(key))?.[0] ?? 'fact' };
}

interface PlacedValue {
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/** Every value from the front matter or with a part on the page: schema order first, then keys it does not know. */
function shownValues(guide: Guide): PlacedValue[] {
  const found: PlacedValue[] = [];
  function visit(pointer: JsonPointer, value: unknown, inFrontMatter: boolean): void {
    if (value === undefined) return;
    const node = guide.type.nodeAt(pointer);
    const isThere = inFrontMatter || node?.['x-source']?.frontMatter !== undefined;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const members = new Map(Object.entries(value));
      for (const key of new Set([...Object.keys(node?.properties ?? {}), ...members.keys()])) {
        visit(childPointer(pointer, key), members.get(key), isThere);
      }
    } else if (isThere || roleView(node)) found.push({ pointer, value });
  }
  visit('', guide.value, false);
  return found;
}

const isPrintable = (value: unknown): value is string | number | boolean =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' || typeof value === 'boolean';
