import { answerInItsList } from './answer-in-its-list.ts';
import { ascendingValues } from './ascending-values.ts';
import { balancedBrackets } from './balanced-brackets.ts';
import { blankLineAroundBlock } from './blank-line-around-block.ts';
import { cellNotEmpty } from './cell-not-empty.ts';
import { chapterLevel } from './chapter-level.ts';
import { columnPresent } from './column-present.ts';
import { consistentBulletMarker } from './consistent-bullet-marker.ts';
import { consistentRangeSign } from './consistent-range-sign.ts';
import { disjointRanges } from './disjoint-ranges.ts';
import { fileNotEmpty } from './file-not-empty.ts';
import { fileReadable } from './file-readable.ts';
import { frontMatterFormat } from './front-matter-format.ts';
import { frontMatterKeyName } from './front-matter-key-name.ts';
import { frontMatterKeyPresent } from './front-matter-key-present.ts';
import { frontMatterPresent } from './front-matter-present.ts';
import { frontMatterReadable } from './front-matter-readable.ts';
import { guideIsLinked } from './guide-is-linked.ts';
import { guideNotTooComplex } from './guide-not-too-complex.ts';
import { headingIncrement } from './heading-increment.ts';
import { imageExists } from './image-exists.ts';
import { itemCount } from './item-count.ts';
import { keyOrder } from './key-order.ts';
import { knownGuideType } from './known-guide-type.ts';
import { knownTypeName } from './known-type-name.ts';
import { knownValue } from './known-value.ts';
import { listNotString } from './list-not-string.ts';
import { noBrokenEmphasis } from './no-broken-emphasis.ts';
import { noCutOffText } from './no-cut-off-text.ts';
import { noDoubledWord } from './no-doubled-word.ts';
import { noDuplicateSection } from './no-duplicate-section.ts';
import { noFencedBody } from './no-fenced-body.ts';
import { noHashtagAtLineStart } from './no-hashtag-at-line-start.ts';
import { noLabelInItself } from './no-label-in-itself.ts';
import { noLineBreakInCell } from './no-line-break-in-cell.ts';
import { noMisnestedList } from './no-misnested-list.ts';
import { noPlaceholder } from './no-placeholder.ts';
import { noPromptResidue } from './no-prompt-residue.ts';
import { noRunTogetherLabels } from './no-run-together-labels.ts';
import { noSplitWord } from './no-split-word.ts';
import { noStraySpace } from './no-stray-space.ts';
import { noTrailingSpace } from './no-trailing-space.ts';
import { noTwoGuidesOfOneSubject } from './no-two-guides-of-one-subject.ts';
import { noUnexpectedSection } from './no-unexpected-section.ts';
import { noUnknownSuppression } from './no-unknown-suppression.ts';
import { noUnusedSuppression } from './no-unused-suppression.ts';
import { numberInRange } from './number-in-range.ts';
import { oneTagPerCodeSpan } from './one-tag-per-code-span.ts';
import { questionAnswered } from './question-answered.ts';
import { questionNumbering } from './question-numbering.ts';
import { readableValue } from './readable-value.ts';
import { relatedGuideExists } from './related-guide-exists.ts';
import { rowCellCount } from './row-cell-count.ts';
import type { Rule } from './rule.ts';
import { schemaConformance } from './schema-conformance.ts';
import { sectionOrder } from './section-order.ts';
import { sectionPresent } from './section-present.ts';
import { singleTitle } from './single-title.ts';
import { slugMatchesFileName } from './slug-matches-file-name.ts';
import { subsetOfValues } from './subset-of-values.ts';
import { tablePresent } from './table-present.ts';
import { textLength } from './text-length.ts';
import { titleAgreement } from './title-agreement.ts';
import { titlePromise } from './title-promise.ts';
import { uniqueAcrossGuides } from './unique-across-guides.ts';
import { uniqueItems } from './unique-items.ts';
import { valueForm } from './value-form.ts';
import { valuePresent } from './value-present.ts';
import { valueType } from './value-type.ts';

/** All rules, in the order in which they are explained. */
export const rules: readonly Rule[] = [
  fileReadable,
  knownGuideType,
  knownTypeName,
  sectionPresent,
  textLength,
  frontMatterKeyName,
  chapterLevel,
  listNotString,
  headingIncrement,
  slugMatchesFileName,
  keyOrder,
  noRunTogetherLabels,
  titlePromise,
  consistentBulletMarker,
  noBrokenEmphasis,
  frontMatterFormat,
  noCutOffText,
  fileNotEmpty,
  guideNotTooComplex,
  frontMatterReadable,
  relatedGuideExists,
  noPromptResidue,
  frontMatterPresent,
  frontMatterKeyPresent,
  tablePresent,
  columnPresent,
  cellNotEmpty,
  noMisnestedList,
  uniqueAcrossGuides,
  noTwoGuidesOfOneSubject,
  guideIsLinked,
  noPlaceholder,
  noLabelInItself,
  imageExists,
  valuePresent,
  knownValue,
  valueType,
  noFencedBody,
  questionAnswered,
  noDoubledWord,
  valueForm,
  readableValue,
  numberInRange,
  noSplitWord,
  answerInItsList,
  noStraySpace,
  itemCount,
  uniqueItems,
  ascendingValues,
  disjointRanges,
  subsetOfValues,
  schemaConformance,
  questionNumbering,
  sectionOrder,
  balancedBrackets,
  noTrailingSpace,
  consistentRangeSign,
  noDuplicateSection,
  noUnexpectedSection,
  singleTitle,
  oneTagPerCodeSpan,
  noHashtagAtLineStart,
  noUnknownSuppression,
  noUnusedSuppression,
  rowCellCount,
  noLineBreakInCell,
  blankLineAroundBlock,
  titleAgreement,
];
