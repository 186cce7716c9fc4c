import type { Nodes } from 'mdast';
import { answersTo, findLabels, type KnownLabels } from '../guide-types/find-labels.ts';
import { normalizeHeading } from '../guide-types/normalize-heading.ts';
import { partOf } from '../guide-types/scope.ts';
import type { Guide, GuideTypeInfo } from '../model.ts';
import { questionWords } from './question-arrays.ts';

const known = new WeakMap<GuideTypeInfo, KnownLabels>();

/** The words by which the guide's type marks the answers to its questions. */
export function answerLabelsOf({ type }: Pick<Guide, 'type'>): KnownLabels {
  let labels = known.get(type);
  if (!labels) {
    const words = questionWords(type).flatMap(({ answer }) => answer);
    labels = [...new Set(words)].map(normalizeHeading);
    known.set(type, labels);
  }
  return labels;
}

/** True when blocks begin with such a word. */
export function beginsWithAnswer(nodes: readonly Nodes[], text: string, labels: KnownLabels): boolean {
  const [first] = nodes;
  if (!first || labels.length === 0) return false;
  const part = partOf(first);
  return findLabels([part], text, labels)
    .slice(0, 1)
    .some(({ normalized, range }) => {
      const isFirst = first.type === 'list' || range.start === part.range.start;
      return isFirst && answersTo(normalized, labels);
    });
}
