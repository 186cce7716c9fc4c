/** What spreadsheets take for the start of a formula, Japanese full-width forms included. */
const formulaStart = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

/** A cell that begins so loses these characters on opening, and what follows may then start a formula. */
const strippedStart = /^[\t\r\n]/;

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const lineEnds = /(\r\n|\r|\n)/;

/**
 * The text with `'` before each line that a spreadsheet could run as a formula; plain numbers stay as they are.
 * Every line counts, not just the first: where the list separator is `;`, Excel does not see our quotes and starts a new
 * row at a line end inside a cell.
 */
export function guardFormula(text: string): string {
  return eachLine(text, (line, isRisky) => (isRisky ? `'${line}` : line));
}

/** The text that `guardFormula` was given. */
export function unguardFormula(text: string): string {
  return eachLine(text, (line, isRisky) => (isRisky && line.startsWith("'") ? line.slice(1) : line));
}

/**
 * A line is judged without the apostrophes before it. So a text that has one of its own gets a second one, and taking
 * one away always gives back the original.
 */
function eachLine(text: string, change: (line: string, isRisky: boolean) => string): string {
  return text
    .split(lineEnds)
    .map((part, index, parts) => {
      if (index % 2 === 1) return part;
      const bare = part.replace(/^'+/, '');
      const starts = index === 0 && strippedStart.test(bare + (parts[1] ?? ''));
      return change(part, starts || (formulaStart.test(bare) && !plainNumber.test(bare)));
    })
    .join('');
}
