import { CsvError, parse } from 'csv-parse/sync';
import { unguardFormula } from '../writers/guard-formula.ts';

/** A record of a text table, and the line of the file on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A text table as read: every cell is text. */
export interface CsvTable {
  /** For people. */
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** What can be wrong with a quotation mark: nothing closes it, it stands inside a cell, or text follows it. */
export type QuoteFault = 'open' | 'inside' | 'behind';

/** Why a text is no table. */
export interface CsvFault {
  readonly line: number;
  readonly fault: QuoteFault;
}

const faults: Readonly<Record<string, QuoteFault>> = {
  CSV_QUOTE_NOT_CLOSED: 'open',
  INVALID_OPENING_QUOTE: 'inside',
  CSV_INVALID_CLOSING_QUOTE: 'behind',
};

interface RecordWithPlace {
  readonly record: string[];
  /** `lines` counts up to the record's end. */
  readonly info: { readonly lines: number };
}

/** Reads a text table; its delimiter is the one of `,` `;` and tab that its first line has most of. */
export function readCsv(path: string, text: string): CsvTable | CsvFault {
  let lastLine = 0;
  try {
    // The package's types do not know what `info` adds to a record.
    const records = parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        lastLine = lines;
        return record;
      },
    }) as unknown as readonly RecordWithPlace[];
    const [header, ...rows] = records;
    return {
      path,
      header: header?.record.map((name) => unguardFormula(name.trim())) ?? [],
      // A record is counted where it ends; its cells may hold line ends.
      rows: rows
        .map(({ record, info }) => ({ line: info.lines - lineEndsIn(record), cells: record }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    };
  } catch (error) {
    const fault = error instanceof CsvError ? faults[error.code] : undefined;
    if (fault === undefined) throw error;
    // What nothing closes goes on to the end of the file.
    return { line: fault === 'open' ? lastLine + 1 : Number((error as { readonly lines?: number }).lines), fault };
  }
}

function delimiterOf(text: string): string {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: firstLine.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

function lineEndsIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
