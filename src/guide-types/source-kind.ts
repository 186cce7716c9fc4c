import type { Source } from '../model.ts';

/** Narrow selections come before wide ones, so that what is left over is known when prose is read. */
export function phaseOf(source: Source | undefined): number {
  if (!source || source.frontMatter !== undefined || source.heading !== undefined || source.group) return 0;
  if (source.section) return 1;
  if (source.table || source.questions || source.hashtags || source.header !== undefined) return 2;
  if (source.label) return isAnswer(source) ? 5 : 3;
  if (source.items) return 4;
  if (source.labels) return 5;
  return source.prose === 'intro' ? 6 : 7;
}

/** True for the source of an answer: a labelled text or, without labels, all that is left. */
export function isAnswer(source: Source): boolean {
  return source.label !== undefined && source.prose === 'rest';
}

/** True for a source that selects many values. */
export function isArraySource(source: Source): boolean {
  return Boolean(
    source.table || source.items || source.questions || source.labels || source.hashtags || source.headers,
  );
}
