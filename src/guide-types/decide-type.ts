import type { Document, TypeFit } from '../model.ts';
import { chooseType, leastShare, matchType } from './choose-type.ts';
import { frontMatterFields } from './front-matter-fields.ts';
import type { GuideType } from './guide-type.ts';

/** What can decide on a document's type, the strongest first. */
export interface TypeCandidates {
  /** The type that `--type` names. */
  readonly forced?: GuideType;
  /** The type that the config gives to the file. */
  readonly configured?: GuideType;
  /** All types that are known, by name. */
  readonly known: ReadonlyMap<string, GuideType>;
}

/** The type a document is taken for, and what decided it. */
export interface TypeChoice {
  readonly type: GuideType;
  readonly fit: TypeFit;
  readonly by: 'flag' | 'front-matter' | 'config' | 'best-match';
}

/** Decides which type a document has: `--type`, its front matter, the config, else the type it answers to best. */
export function decideType(document: Document, { forced, configured, known }: TypeCandidates): TypeChoice {
  if (forced) return told(document, forced, 'flag');
  const name = document.frontMatter?.value?.type;
  const named = typeof name === 'string' ? known.get(name) : undefined;
  if (named) return told(document, named, 'front-matter');
  const choice = configured ? told(document, configured, 'config') : bestMatch(document, known);
  const isName = typeof name === 'string' && !hasOwnType(choice.type);
  return isName ? { ...choice, fit: { ...choice.fit, unknownName: { name, known: [...known.keys()] } } } : choice;
}

function told(document: Document, type: GuideType, by: TypeChoice['by']): TypeChoice {
  const { found, wanted } = matchType(document, type);
  return { type, fit: { told: true, isGood: true, found, wanted }, by };
}

function bestMatch(document: Document, known: TypeCandidates['known']): TypeChoice {
  const match = chooseType(document, known.values());
  if (!match) throw new Error('no guide type is known');
  const { type, share, found, wanted } = match;
  return { type, fit: { told: false, isGood: share >= leastShare, found, wanted }, by: 'best-match' };
}

/** A guide type may have a field `type` of its own, which then says something else. */
function hasOwnType(type: GuideType): boolean {
  return frontMatterFields(type).some(({ keys }) => keys.includes('type'));
}
