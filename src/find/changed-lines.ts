/** Lines of one file, from 1: the first and last of each run. */
export type LineRuns = readonly (readonly [first: number, last: number])[];

/**
 * The lines that a diff without context (`git diff -U0`) adds or changes, by path. Where lines were only taken out, the
 * two around the gap count as changed: what is missing now is reported there.
 */
export function changedLines(diff: string): ReadonlyMap<string, LineRuns> {
  const files = new Map<string, [number, number][]>();
  let runs: [number, number][] = [];
  // Lines of a hunk are counted, as an added line may look like a header.
  let left = 0;
  for (const line of diff.split('\n')) {
    if (left > 0) {
      if (line.startsWith('+') || line.startsWith('-')) left -= 1;
      continue;
    }
    const [, removed = '1', start = '', added = '1'] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start !== '') {
      const [first, count] = [Number(start), Number(added)];
      left = Number(removed) + count;
      runs.push(count > 0 ? [first, first + count - 1] : [Math.max(1, first), first + 1]);
    } else if (line.startsWith('+++ ')) {
      runs = [];
      files.set(newPath(line.slice('+++ '.length)), runs);
    }
  }
  return files;
}

/** Git quotes names with control characters, quotes or backslashes as C does, and ends names with blanks by a tab. */
function newPath(written: string): string {
  const name = written.replace(/[\t\r]+$/, '');
  const isQuoted = name.startsWith('"') && name.endsWith('"');
  const path = isQuoted ? name.slice(1, -1).replaceAll(/\\([0-7]{3}|.)/g, (_, code: string) => unescaped(code)) : name;
  return path.replace(/^b\//, '');
}

const escapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };

function unescaped(code: string): string {
  return /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code);
}
