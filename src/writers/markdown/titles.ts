import { bare } from '../../guide-types/find-items.ts';

/** A title without its number, as readers of headings and list items see it. */
export function bareTitle(text: string): string {
  return bare({ text, range: { start: 0, end: 0 } }).text;
}

/** The first of several ways to write a text that reads as that text; the first one when none does. */
export function firstThatReads(
  ways: readonly string[],
  text: string,
  read: (way: string) => string | undefined,
): string {
  return ways.find((way) => read(way) === text) ?? ways[0] ?? text;
}

/** The ways to write the title of a heading with a number; one that begins with a picture has its own mark. */
export function numberedWays(title: string, number: number): string[] {
  const ways = [`${number}. ${title}`, `${number}. ${title}：`];
  return /^\p{Extended_Pictographic}/u.test(title) ? [title, ...ways] : [...ways, title];
}

/** The ways to write a title without a number where it can be told from one. */
export function plainWays(title: string): string[] {
  return [title, `${title}：`, `1. ${title}`, `1. ${title}：`];
}

/** Puts a value into the place where a pattern finds it in a text; behind the text in brackets where it finds none. */
export function withPatternValue(text: string, pattern: string, value: string): string {
  const read = (way: string): string | undefined => new RegExp(pattern, 'u').exec(way)?.groups?.value?.trim();
  const old = read(text);
  if (old === value) return text;
  const ways = [
    ...(old === undefined
      ? []
      : [text.slice(0, text.lastIndexOf(old)) + value + text.slice(text.lastIndexOf(old) + old.length)]),
    `${text}（${value}）`,
    `${text} (${value})`,
    `${text}：${value}`,
    `${text}: ${value}`,
    value,
  ];
  return ways.find((way) => read(way) === value) ?? text;
}
