import type { Document, SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import type { GuideType } from './guide-type.ts';
import { findSections } from './match-sections.ts';
import { planOf } from './node-plan.ts';
import { outlineOf } from './outline.ts';
import { stepsOf } from './schema-view.ts';
import { SectionIndex } from './section-index.ts';

/** How well a document answers to a type. */
export interface TypeMatch {
  readonly type: GuideType;
  /** 0 to 1: the share of required sections that are there; for a type without sections, of front-matter keys. */
  readonly share: number;
  /** 0 to 1: the share of required front-matter keys, which decides between types of the same share. */
  readonly keyShare: number;
  /** Required sections that were found, of how many. */
  readonly found: number;
  readonly wanted: number;
}

/** From here on a document is taken for a guide of the type. */
export const leastShare = 0.5;

/** The type that a document answers to best; undefined without types. */
export function chooseType(document: Document, types: Iterable<GuideType>): TypeMatch | undefined {
  let best: TypeMatch | undefined;
  for (const type of types) {
    const match = matchType(document, type);
    if (!best || isBetter(match, best)) best = match;
    // No other can be better.
    if (best.share === 1 && best.keyShare === 1) break;
  }
  return best;
}

/** By share; where neither is good, by the number of sections, as a short type is half found by chance. */
function isBetter(match: TypeMatch, best: TypeMatch): boolean {
  const isPoor = match.share < leastShare && best.share < leastShare;
  const more = isPoor ? match.found - best.found : match.share - best.share;
  return more > 0 || (more === 0 && match.keyShare > best.keyShare);
}

/** How well a document answers to one type. */
export function matchType(document: Document, type: GuideType): TypeMatch {
  const { sections, required, keys } = marksOf(type);
  const found = count(required, findSections(outlineOf(document), sections));
  const frontMatter = document.frontMatter?.value;
  const present = keys.filter((key) => frontMatter && Object.hasOwn(frontMatter, key)).length;
  const keyShare = keys.length > 0 ? present / keys.length : 0;
  const wanted = required.length;
  return { type, share: wanted > 0 ? found / wanted : keyShare, keyShare, found, wanted };
}

function count(pointers: readonly string[], sections: ReadonlyMap<string, unknown>): number {
  return pointers.filter((pointer) => sections.has(pointer)).length;
}

/** What a document of a type is known by. */
interface TypeMarks {
  readonly sections: SectionIndex;
  /** The required sections, by pointer. */
  readonly required: readonly string[];
  /** The required keys of the front matter. */
  readonly keys: readonly string[];
}

const known = new WeakMap<SchemaNode, TypeMarks>();

function marksOf(type: GuideType): TypeMarks {
  const marks = known.get(type.schema) ?? readMarks(type);
  known.set(type.schema, marks);
  return marks;
}

function readMarks(type: GuideType): TypeMarks {
  const { properties = {}, required = [] } = type.schema;
  const nodes = Object.entries(properties).map(([key, property]) => [key, type.resolve(property)] as const);
  const chapters = nodes.flatMap(([key, node]) => {
    const section = node['x-source']?.section;
    return section ? [{ key: childPointer('', key), section }] : [];
  });
  const all = planOf(type).sections;
  return {
    // Mostly these are the sections that binding looks for: then what is found now need not be found again.
    sections: all.wanted.length === chapters.length ? all : new SectionIndex(chapters),
    required: chapters.map(({ key }) => key).filter((key) => required.includes(stepsOf(key)[0] ?? '')),
    keys: nodes.flatMap(([, node]) => (node['x-source']?.frontMatter === true ? (node.required ?? []) : [])),
  };
}
