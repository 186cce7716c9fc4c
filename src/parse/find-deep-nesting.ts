/** How deep quotes and list items may stand in each other. */
export const deepestNesting = 50;

/** A line with that many levels begins with at least as many tabs and marks. */
const shortestOpening = deepestNesting / 2;

/** What a line stands in: a quote, or an item or footnote, as the columns by which its text is indented. */
type Container = number;

const quote: Container = 0;

/**
 * The offset of the first line that stands in more quotes, items and footnotes than are allowed; -1 when none does. Follows
 * the block structure as CommonMark defines it, but takes code and HTML for text that may open containers too: what it
 * finds may be a little deeper than what a parser finds, never less deep.
 */
export function findDeepNesting(source: string): number {
  const text = source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;
  if (!mayBeDeep(text)) return -1;
  const line = new Line(text);
  const open: Container[] = [];
  /** How many of them come before the first quote: those go on over blank lines. */
  let items = 0;
  let isParagraph = false;
  for (let start = 0; start < text.length; start = line.end + 1) {
    line.begin(start);
    const matched = line.isBlank ? items : line.continue(open);
    const opened = line.open(deepestNesting + 1 - matched);
    // A line without marks may go on with the paragraph above it, whatever that stands in.
    const isLazy = isParagraph && opened.length === 0 && !line.isBlank;
    if (!isLazy && (opened.length > 0 || matched < open.length)) {
      open.splice(matched, open.length, ...opened);
      items = open.includes(quote) ? open.indexOf(quote) : open.length;
    }
    if (open.length > deepestNesting) return start;
    isParagraph = !line.isBlank;
  }
  return -1;
}

/** Most guides need no more than a look at one character of each line. */
function mayBeDeep(text: string): boolean {
  if (text.includes('[^')) return true;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = endOfLine(text, start);
    let at = start + shortestOpening - 1;
    if (at >= end) continue;
    while (at >= start && isOpening(text.charCodeAt(at))) at--;
    if (at < start) return true;
  }
  return false;
}

/** White space, `>`, bullets, digits and what follows the digits of an item. */
function isOpening(code: number): boolean {
  return code <= 0x20 || code === 0x3e || (code >= 0x29 && code <= 0x39);
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** One line, read from its start to where its text begins. Columns count from 0, a tab goes to the next multiple of 4. */
class Line {
  readonly #text: string;
  end = 0;
  /** What is read already ends here; within the columns of a tab it may end anywhere. */
  #column = 0;
  /** The next character that is not white space. */
  #next = 0;
  #nextColumn = 0;
  /** Where a thematic break at the end of the line may begin. */
  #rule: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  begin(start: number): void {
    this.end = endOfLine(this.#text, start);
    this.#rule = undefined;
    this.#readTo(start, 0);
  }

  get isBlank(): boolean {
    return this.#next === this.end;
  }

  /** How many of the containers the line goes on with; what says so is read. */
  continue(open: readonly Container[]): number {
    for (let index = 0; index < open.length; index++) {
      const container = open[index] ?? quote;
      if (container === quote ? !this.#readQuote() : !this.#readIndent(container)) return index;
    }
    return open.length;
  }

  /** Reads the marks that open containers, as many as wanted. */
  open(most: number): readonly Container[] {
    if (!mayOpen(this.#text.charCodeAt(this.#next))) return none;
    const opened: Container[] = [];
    while (opened.length < most) {
      const container = this.#readQuote() ? quote : (this.#readItem() ?? this.#readFootnote());
      if (container === undefined) break;
      opened.push(container);
    }
    return opened;
  }

  #readIndent(columns: number): boolean {
    if (this.#nextColumn - this.#column < columns) return this.isBlank;
    this.#column += columns;
    return true;
  }

  #readQuote(): boolean {
    if (this.#text[this.#next] !== '>' || this.#isCode()) return false;
    this.#readTo(this.#next + 1, this.#nextColumn + 1);
    if (this.#nextColumn > this.#column) this.#column++;
    return true;
  }

  /** By how many columns the text of an item is indented, if one begins here. */
  #readItem(): number | undefined {
    item.lastIndex = this.#next;
    const mark = item.exec(this.#text)?.[0].length;
    if (mark === undefined || this.#isCode() || this.#isRule()) return undefined;
    const start = this.#column;
    this.#readTo(this.#next + mark, this.#nextColumn + mark);
    const gap = this.#nextColumn - this.#column;
    // With more white space the item begins with code; without text it may begin on the next line.
    this.#column += this.isBlank || gap > 4 ? 1 : gap;
    return this.#column - start;
  }

  /** By how many columns the text of a footnote is indented, if one begins here. */
  #readFootnote(): number | undefined {
    if (this.#text[this.#next] !== '[' || this.#isCode()) return undefined;
    footnote.lastIndex = this.#next;
    const mark = footnote.exec(this.#text)?.[0].length;
    if (mark === undefined) return undefined;
    this.#readTo(this.#next + mark, this.#nextColumn + mark);
    this.#column = this.#nextColumn;
    return 4;
  }

  /** So much white space makes code of what comes, or leaves it in the paragraph above. */
  #isCode(): boolean {
    return this.#nextColumn - this.#column >= 4;
  }

  /** Whether nothing but signs of one kind, three or more, is left of the line. */
  #isRule(): boolean {
    this.#rule ??= endOfText(this.#text, this.end);
    if (this.#next < this.#rule) return false;
    let signs = 0;
    for (let at = this.#next; at < this.end && signs < 3; at++) if (!isWhite(this.#text.charCodeAt(at))) signs++;
    return signs === 3;
  }

  #readTo(at: number, column: number): void {
    this.#column = column;
    let next = at;
    let code = this.#text.charCodeAt(next);
    while (next < this.end && isWhite(code)) {
      column += code === 0x09 ? 4 - (column % 4) : 1;
      code = this.#text.charCodeAt(++next);
    }
    this.#next = next;
    this.#nextColumn = column;
  }
}

const item = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y;

const footnote = /\[\^(?:[^\]\\\r\n]|\\.)+\]:/y;

const none: readonly Container[] = [];

function mayOpen(code: number): boolean {
  return isOpening(code) || code === 0x5b;
}

/** Where the white space and the signs of one kind begin that end a line. */
function endOfText(text: string, end: number): number {
  let sign: number | undefined;
  for (let at = end; at > 0; at--) {
    const code = text.charCodeAt(at - 1);
    if (isWhite(code)) continue;
    if (code === 0x0a || (code !== 0x2a && code !== 0x2d && code !== 0x5f)) return at;
    sign ??= code;
    if (code !== sign) return at;
  }
  return 0;
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}
