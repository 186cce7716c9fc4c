import type { Source } from '../model.ts';
import type { KnownLabels } from './find-labels.ts';
import { type ColumnIndex, columnIndex } from './match-columns.ts';
import type { DefaultSources } from './node-plan.ts';
import { normalizeHeading } from './normalize-heading.ts';
import { isAnswer, isArraySource, phaseOf } from './source-kind.ts';

/** A source with what can be worked out of it before there is a document. */
export interface PlannedSource {
  readonly source: Source;
  /** When it is bound; see `phaseOf`. */
  readonly phase: number;
  /** True where other values have to be bound before it. */
  readonly isLater: boolean;
  readonly isArray: boolean;
  readonly isAnswer: boolean;
  /** The names in `label`, to be compared. */
  readonly labels: KnownLabels;
  /** The front-matter keys it may stand under. */
  readonly keys: readonly string[];
  /** The other values that `of` names. */
  readonly of: readonly string[];
  readonly columns: ColumnIndex | undefined;
  /** The column whose header it is. */
  readonly header: ColumnIndex | undefined;
  /** The pattern in `heading`. */
  readonly pattern: RegExp | undefined;
  /** Sources of the items' properties that name none. */
  readonly defaults: DefaultSources | undefined;
  readonly or: PlannedSource | undefined;
}

const labelled: DefaultSources = { label: { heading: true }, text: { prose: 'all' } };

/** Works out what a source asks for. */
export function planSource(source: Source): PlannedSource {
  const { heading, table, header, questions, label = [], labels, frontMatter, of, or } = source;
  return {
    source,
    phase: phaseOf(source),
    isLater: source.collect !== undefined || of !== undefined,
    isArray: isArraySource(source),
    isAnswer: isAnswer(source),
    labels: label.map(normalizeHeading),
    keys: frontMatter === undefined || frontMatter === true ? [] : [frontMatter].flat(),
    of: [of ?? []].flat(),
    columns: table && columnIndex(table.columns),
    header: header === undefined ? undefined : columnIndex({ column: [header].flat() }),
    pattern: typeof heading === 'string' ? new RegExp(heading, 'u') : undefined,
    defaults: questions ? questionSources(questions.answer) : labels && labelled,
    or: or && planSource(or),
  };
}

function questionSources(answer: readonly string[]): DefaultSources {
  return { question: { heading: true }, answer: { label: answer, prose: 'rest' }, group: { group: true } };
}
