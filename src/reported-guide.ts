import type { SourceFile, TypeFit } from './model.ts';
import type { GuideMark } from './rules/rule.ts';

/** What reports need of a guide, whose syntax tree and values may be gone by then. */
export interface ReportedGuide extends GuideMark {
  readonly fit: TypeFit;
  readonly document: GuideMark['document'] & { readonly source: SourceFile };
}
