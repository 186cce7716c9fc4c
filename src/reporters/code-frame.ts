import { lineStart } from '../line-start.ts';
import type { Problem } from '../model.ts';
import { terminalWidth } from '../terminal-width.ts';
import { isPlain, plainGraphemeWidth } from './plain-text.ts';
import { graphemesOf, visibleGrapheme } from './visible-text.ts';

type PositionRange = Problem['range'];

/** How the parts of a frame are coloured, and the words it needs. */
export interface FrameStyle {
  /** Terminal columns for the whole frame. */
  readonly width: number;
  gutter(text: string): string;
  mark(text: string): string;
  toLine(line: number): string;
}

/** One character of the source as shown: `width` in terminal columns, `start` the offset in the file. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
}

const tabWidth = 4;
const narrowest = 40;
const ellipsis = '…';

/** The line of a range with its run underlined; a long line is shown around the run, a range of several lines by its first. */
export function codeFrame(text: string, range: PositionRange, style: FrameStyle): string[] {
  const { start, end } = range;
  const digits = String(start.line).length;
  const gutter = (label: string) => `${style.gutter(`${label.padStart(digits)} |`)} `;
  const columns = Math.max(style.width, narrowest) - digits - 3;

  const lineStart = Math.max(0, Math.min(start.offset, text.length) - (start.column - 1));
  const line = { start: lineStart, end: lineEndAfter(text, Math.max(start.offset, lineStart)) };
  const shown = windowAround(text, line, { start: start.offset, end: end.offset }, columns);
  const lastLine = end.column === 1 && end.offset > start.offset ? end.line - 1 : end.line;
  const continuation = lastLine > start.line ? ` ${style.toLine(lastLine)}` : '';
  const mark = style.mark(shown.mark + continuation);
  return [
    ...contextAbove(text, line, start.line, columns).map((above) => (gutter(above.label) + above.text).trimEnd()),
    (gutter(String(start.line)) + shown.text).trimEnd(),
    gutter('') + shown.indent + mark,
  ];
}

/** A mark under an empty line says little: the last line with text above it shows where that is. */
function contextAbove(text: string, line: { start: number; end: number }, lineNumber: number, columns: number) {
  if (text.slice(line.start, line.end).trim() !== '') return [];
  const above: { label: string; text: string }[] = [];
  let start = line.start;
  for (let number = lineNumber - 1; number > 0 && number >= lineNumber - 3; number--) {
    const end = text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
    start = lineStart(text, end);
    above.unshift({
      label: String(number),
      text: windowAround(text, { start, end }, { start, end: start }, columns).text,
    });
    if (text.slice(start, end).trim() !== '') return above;
  }
  return [];
}

function lineEndAfter(text: string, offset: number): number {
  const rest = /[\r\n]/g;
  rest.lastIndex = text.startsWith('\r\n', offset - 1) ? offset - 1 : offset;
  return rest.exec(text)?.index ?? text.length;
}

function windowAround(
  text: string,
  line: { readonly start: number; readonly end: number },
  run: { readonly start: number; readonly end: number },
  columns: number,
): { readonly text: string; readonly indent: string; readonly mark: string } {
  const { from, to } = measuredPart(text, line, run.start, columns);
  const cells = cellsOf(text.slice(from, to), from);
  if (to < line.end) cells.pop();
  if (from > line.start) cells.shift();

  const first = indexAtOrBefore(cells, run.start, line.end);
  const afterRun = cells.findIndex((cell) => cell.start >= run.end);
  const last = Math.max(first, afterRun === -1 ? cells.length : afterRun);
  const isWhole =
    from === line.start && to === line.end && widthOf(cells) + (first === cells.length ? 1 : 0) <= columns;
  const [low, high] = isWhole ? [0, cells.length] : spread(cells, first, last, columns - 2);

  const cutBefore = low > 0 || from > line.start ? ellipsis : '';
  const cutAfter = high < cells.length || to < line.end ? ellipsis : '';
  const runWidth = Math.max(1, widthOf(cells.slice(first, Math.min(last, high))));
  const isRunCut = last > high || (cutAfter !== '' && run.end > to);
  return {
    text: cutBefore + textOf(cells.slice(low, high)) + cutAfter,
    indent: ' '.repeat(cutBefore.length + widthOf(cells.slice(low, first))),
    mark: '^'.repeat(runWidth) + (isRunCut ? ellipsis : ''),
  };
}

/** As much around an offset as may be shown, and more: a line of megabytes is not measured as a whole. */
function measuredPart(text: string, line: { start: number; end: number }, offset: number, columns: number) {
  const within = (units: number) => ({
    from: Math.max(line.start, offset - units),
    to: Math.min(line.end, offset + units),
  });
  // Most lines hold only characters of at least one column, one unit each.
  const near = within(columns + 1);
  return isPlain(text.slice(near.from, near.to)) ? near : within(8 * columns);
}

/** The cells to show, as `[low, high)`: the run from its start, and as much on either side as fits. */
function spread(cells: readonly Cell[], first: number, last: number, columns: number): [number, number] {
  let [low, high] = [first, first];
  let left = columns - (first === last ? 1 : 0);
  const take = (cell: Cell | undefined) => {
    if (cell === undefined || cell.width > left) return false;
    left -= cell.width;
    return true;
  };
  while (high < last && take(cells[high])) high++;
  for (let grown = true; grown; ) {
    grown = false;
    if (low > 0 && take(cells[low - 1])) {
      low--;
      grown = true;
    }
    if (high < cells.length && take(cells[high])) {
      high++;
      grown = true;
    }
  }
  return [low, high];
}

function cellsOf(text: string, offset: number): Cell[] {
  let start = offset;
  let column = 0;
  return graphemesOf(text).map((grapheme) => {
    // Spelled out: a long report has millions of cells, and to spread an object takes ten times as long.
    const { text, width } = lookOf(grapheme, column);
    const cell = { text, width, start };
    start += grapheme.length;
    column += cell.width;
    return cell;
  });
}

function lookOf(grapheme: string, column: number): Pick<Cell, 'text' | 'width'> {
  const plain = plainGraphemeWidth(grapheme);
  if (plain > 0) return { text: grapheme, width: plain };
  const shown = grapheme === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : visibleGrapheme(grapheme);
  // A lone combining mark gets something to stand on, or it would cling to the character before.
  const text = terminalWidth(shown) === 0 ? `◌${shown}` : shown;
  return { text, width: terminalWidth(text) };
}

function indexAtOrBefore(cells: readonly Cell[], offset: number, lineEnd: number): number {
  if (offset >= lineEnd) return cells.length;
  const after = cells.findIndex((cell) => cell.start > offset);
  return Math.max(0, (after === -1 ? cells.length : after) - 1);
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}
