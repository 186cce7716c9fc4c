import { bindGuide } from '../guide-types/bind-guide.ts';
import type { GuideType } from '../guide-types/guide-type.ts';
import type { Document, Guide, SourceFile, TypeFit } from '../model.ts';
import { lineIndexOf } from '../parse/line-index.ts';
import { parseDocument } from '../parse/parse-document.ts';

/** The guide that a text is; it is parsed only when somebody looks inside, which few do. */
export function reviveGuide(source: SourceFile, type: GuideType, fit: TypeFit): Guide {
  let document: Document | undefined;
  let guide: Guide | undefined;
  const parsed = (): Document => {
    document ??= parseDocument(source);
    return document;
  };
  const bound = (): Guide => {
    guide ??= bindGuide(parsed(), type, fit);
    return guide;
  };
  return {
    type,
    fit,
    document: {
      source,
      positionAt: lineIndexOf(source),
      get frontMatter() {
        return parsed().frontMatter;
      },
      get tree() {
        return parsed().tree;
      },
      get faults() {
        return parsed().faults;
      },
    } as Document, // A getter may not be optional, though what it returns may be missing.
    get value() {
      return bound().value;
    },
    get places() {
      return bound().places;
    },
    get violations() {
      return bound().violations;
    },
  };
}
