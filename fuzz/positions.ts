import type { Document, Position, Problem, Range } from '../src/model.ts';

/** What is wrong with the places of a problem in its file, if anything is. */
export function misplaced({ rule, range, related = [], fix }: Problem, text: string): string | undefined {
  const spans = [range, ...related.map((other) => other.range)];
  for (const { start, end } of spans) {
    const wrong = [start, end].find((position) => !isPosition(position, text));
    if (wrong) return `${rule}: line ${wrong.line}, column ${wrong.column} is not offset ${wrong.offset}`;
    if (start.offset > end.offset) return `${rule}: ${start.offset} comes after ${end.offset}`;
  }
  const edit = fix?.edits.find((one) => !isInside(one.range, text));
  return edit && `${rule}: an edit at ${edit.range.start}–${edit.range.end} leaves the text`;
}

/** What is wrong with the places of a document's front matter and faults, if anything is. */
export function misplacedParts({ source, frontMatter, faults }: Document): string | undefined {
  const fault = faults.find(({ range }) => !isInside(range, source.text));
  if (fault) return `${fault.code}: ${fault.range.start}–${fault.range.end} leaves the text`;
  if (!frontMatter) return undefined;
  const { range, content, places } = frontMatter;
  if (!isInside(range, source.text) || content.start < range.start || range.end < content.end)
    return `front matter at ${range.start}–${range.end} holds ${content.start}–${content.end}`;
  for (const [pointer, { key, value }] of places)
    for (const part of key ? [key, value] : [value])
      if (part.start < content.start || part.end > content.end || part.start > part.end)
        return `"${pointer}" stands at ${part.start}–${part.end}, not within ${content.start}–${content.end}`;
  return undefined;
}

function isInside({ start, end }: Range, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
}

/** Counts anew, in another way than the program does. */
function isPosition({ line, column, offset }: Position, text: string): boolean {
  if (!isInside({ start: offset, end: offset }, text)) return false;
  const isWithinEnd = text[offset - 1] === '\r' && text[offset] === '\n';
  const lines = text.slice(0, isWithinEnd ? offset - 1 : offset).split(/\r\n|\n|\r/);
  const own = (lines.at(-1)?.length ?? 0) + (isWithinEnd ? 1 : 0);
  return line === lines.length && column === own + 1;
}
