/** A number as it is written, full-width digits and grouping commas included. */
const written = /[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?/g;

/** What a unit beside the number may stand for: thousands, 万, 億. */
const scales = [1, 1_000, 10_000, 100_000_000];

/** More decimals than this are the remainder of a wrong unit. */
const mostDecimals = 3;

/** Ways to change a number in a text, its unit and manner of writing kept. */
export function* numberTexts(text: string, before: number, after: number): Generator<string> {
  for (const match of text.matchAll(written)) {
    const lead = text.slice(0, match.index);
    // Elsewhere the sign may be a dash: 3-5.
    const isNegative = /^\s*[-−－]$/.test(lead);
    const kept = isNegative && after >= 0 ? lead.slice(0, -1) : lead;
    for (const scale of scales) {
      if (Math.round(plain(match[0]) * scale * 1e6) !== Math.round(Math.abs(before) * 1e6)) continue;
      if (before < 0 !== isNegative) continue;
      const number = (isNegative ? Math.abs(after) : after) / scale;
      const decimals = String(number).split('.')[1]?.length ?? 0;
      if (number < 0 || decimals > mostDecimals || /e/.test(String(number))) continue;
      for (const grouped of [/[,，]/.test(text) || number < 1000 || plain(match[0]) < 1000, false])
        yield kept + styled(number, match[0], grouped) + text.slice(match.index + match[0].length);
    }
  }
}

/** Ways to say that a range goes on above what is written, or does not. */
export function* openEndTexts(text: string, isOpen: boolean): Generator<string> {
  if (!isOpen) yield text.replace(/\s*(?:[+＋]|以上|超|and up|or more|[〜～~–-])\s*$/iu, '');
  else for (const sign of [/[０-９]/.test(text) ? '＋' : '+', '以上']) yield text + sign;
}

/** The signs for yes and no, of which a text uses one pair. */
const marks = [
  ['○', '×'],
  ['◯', '✕'],
  ['✓', '–'],
  ['✔', '✗'],
  ['✅', '❌'],
  ['あり', 'なし'],
  ['有', '無'],
  ['可', '不可'],
  ['はい', 'いいえ'],
  ['Yes', 'No'],
  ['yes', 'no'],
  ['true', 'false'],
] as const;

/** Ways to turn a yes into a no, or back. */
export function* markTexts(text: string, isSet: boolean): Generator<string> {
  for (const [yes, no] of marks) {
    const [from, to] = isSet ? [no, yes] : [yes, no];
    if (text.trim() === from) yield text.replace(from, to);
  }
  yield isSet ? '○' : '×';
}

/** Ways to write another day in the manner of a text. */
export function* dateTexts(text: string, day: string): Generator<string> {
  const parts = day.split('-');
  const numbers = [...text.matchAll(/[0-9０-９]+/g)];
  if (numbers.length === 3 && parts.length === 3) {
    let index = 0;
    yield text.replaceAll(/[0-9０-９]+/g, (old) => {
      const part = parts[index++] ?? old;
      const isPadded = old.length === part.length || plain(old) >= 10;
      return fullWidthLike(old, isPadded && /^[0０]|..../.test(old) ? part : String(Number(part)));
    });
    index = 0;
    yield text.replaceAll(/[0-9０-９]+/g, (old) => fullWidthLike(old, parts[index++] ?? old));
  }
  yield day;
}

function plain(number: string): number {
  return Number(number.normalize('NFKC').replaceAll(',', ''));
}

function styled(number: number, like: string, grouped: boolean): string {
  const [whole = '', decimals] = String(number).split('.');
  const groups = grouped ? whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ',') : whole;
  return fullWidthLike(like, decimals === undefined ? groups : `${groups}.${decimals}`);
}

function fullWidthLike(like: string, number: string): string {
  if (!/[０-９]/.test(like)) return number;
  return number.replaceAll(/[0-9.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
