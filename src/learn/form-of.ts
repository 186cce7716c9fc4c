import { findHashtags } from '../guide-types/find-hashtags.ts';
import { findQuestions } from '../guide-types/find-questions.ts';
import type { Part } from '../guide-types/scope.ts';

/** How the content of a section is laid out. */
export type Form = 'hashtags' | 'table' | 'questions' | 'headings' | 'list' | 'prose';

/** The content of one section of one guide. */
export interface Content {
  readonly parts: readonly Part[];
  readonly text: string;
}

/** Words that mark questions and answers wherever they are asked. */
export const questionWords = {
  question: ['Q', 'Question', '質問', '問'],
  answer: ['A', 'Answer', '回答', '答え', '解答', '回答のポイント', '回答例', 'Key points', 'Model answer'],
};

/** The form that most of the contents have; where they differ too much, prose takes them all. */
export function formOf(contents: readonly Content[]): Form {
  const counts = new Map<Form, number>();
  for (const content of contents) {
    const form = formOfOne(content);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  // Questions come as tables, lists and headings; where many guides ask any, that is what the section is.
  if ((counts.get('questions') ?? 0) * 3 >= contents.length) return 'questions';
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] * 2 >= contents.length ? best[0] : 'prose';
}

function formOfOne({ parts, text }: Content): Form {
  const visible = parts.filter(({ node }) => node.type !== 'thematicBreak');
  if (areHashtags(visible, text)) return 'hashtags';
  if (areQuestions(visible, text)) return 'questions';
  if (visible.filter(({ node }) => node.type === 'heading').length > 1) return 'headings';
  if (visible.some(({ node }) => node.type === 'table')) return 'table';
  const items = visible.reduce((sum, { node }) => sum + (node.type === 'list' ? node.children.length : 0), 0);
  return items > 1 ? 'list' : 'prose';
}

function areHashtags(parts: readonly Part[], text: string): boolean {
  const { tags, claims } = findHashtags(parts, text);
  const written = parts.reduce((sum, { range }) => sum + range.end - range.start, 0);
  const claimed = claims.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    tags.length > 1 && tags.every(({ range }) => /^[#＃]/u.test(text.slice(range.start))) && claimed >= written / 2
  );
}

function areQuestions(parts: readonly Part[], text: string): boolean {
  const found = findQuestions(parts, questionWords, [], text);
  const asked = found.filter(({ scope }) => /[?？]|か[。」]*$/u.test(scope.title?.text ?? '') || scope.row);
  const answered = found.filter(({ scope }) => scope.row || scope.parts.length > 0);
  return found.length > 2 && asked.length * 2 > found.length && answered.length * 2 > found.length;
}
