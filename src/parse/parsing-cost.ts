/** What a text may cost, estimated from its characters alone; never much less than what a parser needs. */
export interface ParsingCost {
  /** What the native parser spends beyond a time that grows with the length. Unit: about a nanosecond. */
  readonly work: number;
  /** How many nodes the tree may have. */
  readonly nodes: number;
}

/** What the native parser does with a character: some cost it more the more of them there are. */
const plain = 0;
/** May become a node, whose column is counted from the start of its line. */
const mark = 1;
/** A mark that is matched with the others of its paragraph. */
const delimiter = 2;
/** An entity or an address: for each, the text of its paragraph may be copied as well. */
const copier = 3;

const kinds = new Uint8Array(128);
for (const character of '`]<|\\!') kinds[character.charCodeAt(0)] = mark;
for (const character of '*_~[') kinds[character.charCodeAt(0)] = delimiter;
for (const character of '&@') kinds[character.charCodeAt(0)] = copier;

/** More for the memory than for the time. */
const perCopy = 10;

/** Each line is compared with all that stands open around it. */
const perLine = 100;

/** For each pair of footnotes. */
const perFootnote = 10;

/** At the start of a line they may be the mark of a list and its item, or of a quote. */
const openings = '-+*.)>';

const digit0 = 0x30;
const digit9 = 0x39;
const space = 0x20;
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** What begins with them may be a mark: `www.`, `://`, `[^`. */
const letterW = 0x77;
const colon = 0x3a;
const caret = 0x5e;

/** No less than `parsingCost`, in a tenth of the time. */
export function roughCost(text: string): ParsingCost {
  const copiers = countOf(text, '&') + countOf(text, '@') + countOf(text, '://') + countOf(text, 'www.');
  const work = longestParagraph(text) * (2 * text.length + copiers * perCopy);
  return { work: work + countOf(text, '[^') ** 2 * perFootnote + (text.length + 1) * perLine, nodes: 3 * text.length };
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

/** Blank lines that hold white space are overlooked. */
function longestParagraph(text: string): number {
  const blank = text.includes('\r\n') ? '\r\n\r\n' : '\n\n';
  let longest = 0;
  for (let start = 0, end = 0; start < text.length; start = end + blank.length) {
    end = text.indexOf(blank, start);
    if (end === -1) end = text.length;
    longest = Math.max(longest, end - start);
  }
  return longest;
}

/**
 * Goes over the text once. Lines between blank lines count as one paragraph; what they really are, a parser only knows
 * when it is through.
 */
export function parsingCost(text: string): ParsingCost {
  let work = 0;
  let nodes = 0;
  let footnotes = 0;
  let marks = 0;
  let delimiters = 0;
  let copiers = 0;
  let paragraph = 0;
  let line = 0;
  let isBlank = true;
  let isOpening = true;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : lineFeed;
    if (code === lineFeed || code === carriageReturn) {
      if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) continue;
      work += marks * (at - line) + perLine;
      if (isBlank || at === text.length) {
        work += delimiters * delimiters + copiers * (at - paragraph) * perCopy;
        delimiters = 0;
        copiers = 0;
        paragraph = at + 1;
      } else nodes += 2;
      marks = 0;
      line = at + 1;
      isBlank = true;
      isOpening = true;
      continue;
    }
    if (code !== space && code !== tab) isBlank = false;
    if (isOpening && code !== space && code !== tab) {
      if (openings.includes(text.charAt(at))) nodes += 2;
      else isOpening = code >= digit0 && code <= digit9;
    }
    if (code >= kinds.length) continue;
    let kind = kinds[code];
    if (kind === plain) {
      if (code === caret && text[at - 1] === '[') footnotes++;
      if (!beginsAddress(text, at, code)) continue;
      kind = copier;
    }
    marks++;
    nodes++;
    if (kind !== mark) delimiters++;
    if (kind === copier) copiers++;
  }
  return { work: work + footnotes * footnotes * perFootnote, nodes };
}

function beginsAddress(text: string, at: number, code: number): boolean {
  if (code === letterW) return text.startsWith('www.', at);
  return code === colon && text.startsWith('//', at + 1);
}
