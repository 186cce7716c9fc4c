import { applyEdits } from '../src/fix/apply-edits.ts';
import { rules } from '../src/rules/index.ts';
import type { Example, Finding } from '../src/rules/rule.ts';
import { findings } from './rule-examples.ts';

/** A text without the marks ⟦ ⟧. */
export function plain(marked: string): string {
  return marked.replace(/[⟦⟧]/g, '');
}

/** All that the rule of an id finds in a text. */
export function found(id: string, guide: string, example: Partial<Example> = {}, locale?: 'en' | 'ja'): Finding[] {
  const rule = rules.find((known) => known.id === id);
  return rule ? findings(rule, { ...example, guide }, locale) : [];
}

/** The text with ⟦ ⟧ around what the rule finds, related places excepted. */
export function markedBy(id: string, text: string, example: Partial<Example> = {}): string {
  return found(id, text, example)
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce(
      (marked, { range: { start, end } }) =>
        `${marked.slice(0, start)}⟦${marked.slice(start, end)}⟧${marked.slice(end)}`,
      text,
    );
}

/** The text with all repairs of the rule in it. */
export function repairedBy(id: string, text: string, example: Partial<Example> = {}): string {
  return applyEdits(
    text,
    found(id, text, example).flatMap(({ fix }) => fix?.edits ?? []),
  );
}

/** What the rule says, with the text that each sentence is about. */
export function saidBy(id: string, text: string, example: Partial<Example> = {}, locale?: 'en' | 'ja'): string[] {
  const at = ({ start, end }: Finding['range']): string => text.slice(start, end);
  return found(id, text, example, locale).flatMap(({ range, message, related = [] }) => [
    `${at(range)} | ${message}`,
    ...related.map((place) => `- ${at(place.range)} | ${place.message}`),
  ]);
}
