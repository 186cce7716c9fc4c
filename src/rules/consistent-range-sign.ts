import type { TableCell } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Guide, Range } from '../model.ts';
import { nodesOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';

/** A range of numbers in a table cell. */
interface NumberRange {
  readonly cell: Range;
  /** The sign between the numbers, with the spaces around it. */
  readonly sign: Range;
  readonly written: string;
}

interface Column {
  readonly ranges: readonly NumberRange[];
  /** The table speaks Japanese, where a range has a sign of its own. */
  readonly isJapanese: boolean;
}

const type = {
  type: 'object',
  properties: {
    fees: {
      type: 'array',
      'x-source': { table: { columns: { work: ['作業'], fee: ['料金'] } } },
      items: { type: 'object', properties: { fee: { type: 'string', 'x-range-sign': '〜' } } },
    },
  },
};

/** Ranges of numbers in a column have one sign, the one that the guide type asks for. */
export const consistentRangeSign = defineRule({
  id: 'consistent-range-sign',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Ranges of numbers in a table column are written with one sign',
      why: '`500〜800`, `500～800`, `500 - 800` and `500–800` mean the same, but look untidy side by side. Where the guide type names a sign (`x-range-sign`), it counts (`〜` in tables with Japanese headers only); else the one that stands most often in the column.',
    },
    ja: {
      summary: '表の「500〜800」のような範囲が同じ記号で書かれている',
      why: '`500〜800`、`500 - 800`、`500–800` は同じ意味ですが、混ざると読みにくくなります。ガイドの種類で記号が決められているとき（`x-range-sign`）はその記号に、決められていないときは同じ列で最も多い記号にそろえます。',
    },
  },
  messages: {
    en: {
      sign: (p: { text: string; wanted: string }) =>
        `"${p.text}" is written with another range sign; write "${p.wanted}"`,
      again: (p: { wanted: string }) => `Write "${p.wanted}" here`,
      fix: (p: { sign: string }) => `Write the ranges with "${p.sign}"`,
    },
    ja: {
      sign: (p) => `「${p.text}」の範囲の記号がそろっていません。「${p.wanted}」と書いてください`,
      again: (p) => `ここは「${p.wanted}」と書いてください`,
      fix: (p) => `範囲の記号を「${p.sign}」にそろえる`,
    },
  },
  examples: {
    accept: [
      { type, guide: '| 作業 | 料金 |\n|---|---|\n| 剪定 | 500〜800 |\n| 伐採 | 2,000〜3,000+ |\n' },
      { type, guide: '| 作業 | 料金 |\n|---|---|\n| 剪定 | ５００～８００ |\n| 伐採 | 応相談 |\n' },
      { guide: '| Work | Fee |\n|---|---|\n| Pruning | 500–800 |\n| Felling | 2,000–3,000 |\n' },
      { guide: '| 版 | 日付 | 電話 |\n|---|---|---|\n| 1 | 2024-05-01 | 03-1234-5678 |\n| 2 | 5〜6月 | なし |\n' },
    ],
    reject: [
      {
        type,
        guide: '| 作業 | 料金 |\n|---|---|\n| 剪定 | 500 - 800 |\n| 伐採 | 2,000 - 3,000+ |\n',
        marks: '500 - 800',
      },
      {
        type,
        guide: '| 作業 | 料金 |\n|---|---|\n| 剪定 | 500〜800万円 |\n| 伐採 | 2,000～3,000万円 |\n',
        marks: '2,000～3,000万円',
      },
      {
        guide:
          '| Work | Fee |\n|---|---|\n| Pruning | $500–$800 |\n| Felling | $2,000 - $3,000 |\n| Planting | $90–$120 |\n',
      },
    ],
  },
  *check(guide, { say }) {
    const { text } = guide.document.source;
    const columns = columnsOf(guide);
    const asked = askedSigns(guide, columns);
    for (const column of columns) {
      const wanted = wantedSign(column, asked);
      const wrong = column.ranges.filter(({ written }) => written !== wanted);
      const [first, ...others] = wrong;
      if (!first) continue;
      const mended = ({ cell, sign }: NumberRange): string =>
        text.slice(cell.start, sign.start) + wanted + text.slice(sign.end, cell.end);
      const related = others.map((one) => ({ range: one.cell, message: say.again({ wanted: mended(one) }) }));
      const edits = wrong.map(({ sign }) => ({ range: sign, text: wanted }));
      yield {
        range: first.cell,
        message: say.sign({ text: text.slice(first.cell.start, first.cell.end), wanted: mended(first) }),
        fix: { kind: 'safe', title: say.fix({ sign: wanted }), edits },
        ...(related.length > 0 && { related }),
      };
    }
  },
});

const currency = '(?:約|[¥￥$€£＄])?\\s?';
const number = '[0-9０-９][0-9０-９,，.．]*';
const unit = '(?:\\s?(?:[kKM]|千|万|億|百万))?(?:\\s?(?:円|ドル|ユーロ|年|人|名|件|歳|時間|日|か月|ヶ月|カ月|[%％]))?';
const range = new RegExp(
  `^(${currency}${number}${unit})(\\s*[-–—−~～〜]\\s*)${currency}${number}${unit}\\s?(?:\\+|＋|以上|程度)?(?:\\s?[（(][^（()）]*[)）])?$`,
  'u',
);

/** The table columns that hold number ranges. */
function columnsOf({ document }: Guide): Column[] {
  const { text } = document.source;
  return nodesOf(document, 'table').flatMap(({ node }) => {
    const [header, ...rows] = node.children;
    const columns = new Map<number, NumberRange[]>();
    for (const row of rows) {
      row.children.forEach((cell, index) => {
        const found = numberRange(cell, text);
        const column = columns.get(index);
        if (found && column) column.push(found);
        else if (found) columns.set(index, [found]);
      });
    }
    if (columns.size === 0) return [];
    const names = header ? rangeOf(header) : { start: 0, end: 0 };
    const isJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
      text.slice(names.start, names.end),
    );
    return [...columns.values()].map((ranges) => ({ ranges, isJapanese }));
  });
}

/** The sign that the type asks for, a twin that nobody can tell from it where only that is used, or the most frequent. */
function wantedSign({ ranges, isJapanese }: Column, asked: ReadonlyMap<number, string>): string {
  const counts = new Map<string, number>();
  for (const { written } of ranges) counts.set(written, (counts.get(written) ?? 0) + 1);
  const sign = ranges.flatMap(({ cell }) => asked.get(cell.start) ?? [])[0];
  const [most = '', ...others] = [...counts].sort((a, b) => b[1] - a[1]).map(([written]) => written);
  if (sign === undefined || (twins[sign] !== undefined && !isJapanese)) return most;
  return others.length === 0 && most === twins[sign] ? most : sign;
}

const twins: Readonly<Record<string, string>> = { '〜': '～', '～': '〜' };

/** False for the letters of any script, but for 約: no range begins with one. */
function mayBegin(code: number): boolean {
  const isLatin = code > 57 && code < 0xa0;
  const isJapanese = code > 0x3000 && code < 0xfe00 && code !== 0x7d04;
  return !isLatin && !isJapanese;
}

function numberRange(cell: TableCell, text: string): NumberRange | undefined {
  const start = cell.children[0]?.position?.start.offset ?? 0;
  const end = cell.children.at(-1)?.position?.end.offset ?? 0;
  if (!mayBegin(text.charCodeAt(start))) return undefined;
  const match = range.exec(text.slice(start, end));
  if (!match) return undefined;
  const [, before = '', written = ''] = match;
  const signStart = start + before.length;
  return { cell: { start, end }, sign: { start: signStart, end: signStart + written.length }, written };
}

/** The sign that the guide type asks for, by the place where such a value begins. */
function askedSigns({ places, type: guideType }: Guide, columns: readonly Column[]): Map<number, string> {
  const signs = new Map<number, string>();
  const starts = new Set(columns.flatMap(({ ranges }) => ranges.map(({ cell }) => cell.start)));
  if (starts.size === 0) return signs;
  for (const [pointer, place] of places) {
    if (!starts.has(place.range.start)) continue;
    const sign = guideType.nodeAt(pointer)?.['x-range-sign'];
    if (typeof sign === 'string') signs.set(place.range.start, sign);
  }
  return signs;
}
