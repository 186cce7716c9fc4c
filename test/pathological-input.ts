/** Texts of about a wanted length on which plain parsers take too long or too much memory. */
export interface PathologicalInput {
  readonly name: string;
  /** The length at which it hurts. Unit: UTF-16 units. */
  readonly size: number;
  /** A whole guide of about that length. */
  make(size: number): string;
}

/** Characters. */
export const kilo = 1_000;

/** Characters. */
export const mega = 1_000_000;

const frontMatter =
  '---json\n{\n  "title": "灯台守",\n  "slug": "lighthouse_keeper",\n  "tags": ["海", "光"]\n}\n---\n';
const opening = `${frontMatter}\n# 灯台守：光を守る仕事\n\n## 1️⃣ 概要\n\n`;
const ending = '\n\n## 🔟 まとめ\n\n夜ごとに光をともす。\n';

/** As many as fit. */
export function times(unit: string, size: number): string {
  return unit.repeat(Math.max(1, Math.floor(size / unit.length)));
}

/** Numbered pieces until the length is reached. */
export function count(size: number, piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let index = 0, length = 0; length < size; index++) {
    const next = piece(index);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}

/** `n` such that n pieces that grow by one have that length together. */
export function steps(size: number): number {
  return Math.max(1, Math.floor(Math.sqrt(2 * size)));
}

/** Nested by indentation: each line is deeper than the one before. */
export function ladder(size: number, marker: string, width: number): string {
  const lines = Array.from({ length: Math.max(1, Math.floor(Math.sqrt((2 * size) / width))) });
  return lines.map((_, depth) => `${' '.repeat(depth * width)}${marker}a\n`).join('');
}

/** Within a chapter of a guide. */
export function inGuide(name: string, size: number, body: (size: number) => string): PathologicalInput {
  return { name, size, make: (wanted) => opening + body(wanted) + ending };
}

/** Alone in the file. */
export function bare(name: string, size: number, make: (size: number) => string): PathologicalInput {
  return { name, size, make };
}

/** As the front matter of a guide. */
export function asFrontMatter(
  name: string,
  size: number,
  fence: string,
  make: (size: number) => string,
): PathologicalInput {
  const close = fence.slice(0, 3);
  return { name, size, make: (wanted) => `${fence}\n${make(wanted)}\n${close}\n\n# 灯台守\n${ending}` };
}
