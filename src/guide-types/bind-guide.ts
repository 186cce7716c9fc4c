import type { Document, Guide, TypeFit } from '../model.ts';
import { Binder } from './binder.ts';
import type { GuideType } from './guide-type.ts';
import { validateGuide } from './validate-guide.ts';

/** The fit of a type that somebody named: it is taken as it is. */
const told: TypeFit = { told: true, isGood: true, found: 0, wanted: 0 };

/** Binds a document to a type: the normalized value, where each part of it stands, and what its type finds wrong. */
export function bindGuide(document: Document, type: GuideType, fit: TypeFit = told): Guide {
  // Before all else: where it has yet to be loaded, work under a deadline begins again.
  const { validate } = type;
  const binder = new Binder(document, type);
  const value = binder.bind();
  const bound = { document, type, value, places: binder.places };
  return { ...bound, fit, violations: validateGuide(bound, validate) };
}
