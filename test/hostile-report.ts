import type { Edit, FileReport } from '../src/model.ts';
import { problemAt } from './problem-at.ts';

/** Everything that a format may stumble over, in one line of text. */
export const hostileText =
  'a"b\'c<script>alert(1)</script>&amp;]]>\n::error file=x::y\r\n##[error]z%0A%25,:[x](1)`|\t\u001b[31m\u0000\ud83d\u202e\u009b\u2028\ufffe👩‍🌾𠮷';

/** A path that Git takes, and that tries the same. */
export const hostilePath = 'ガイド/::error::a"b<c>&]]>\n##[error]%41,%3A;\u001b[31m\u202e #?.md';

const source = '# 灯台守\r\n\r\n𠮷野家の👩‍🌾**年収 **は\r600万円\n## End';

/** A report on that path: a fixable problem, one on several lines, a warning at an empty place, two that are alike. */
export function hostileReport(path: string = hostilePath): FileReport {
  const bold = source.indexOf('**年収 **');
  const edits: Edit[] = [
    { range: { start: bold + 4, end: bold + 5 }, text: '' },
    { range: { start: bold + 7, end: bold + 7 }, text: ' ' },
  ];
  const message = `「${hostileText}」`;
  const place = rangeIn(source);
  return {
    path,
    text: source,
    type: 'career-guide',
    problems: [
      problemAt(source, bold, bold + 7, {
        ...place(bold, bold + 7),
        path,
        message,
        rule: 'no-broken-emphasis',
        fix: { kind: 'safe', title: message, edits },
        related: [{ message, ...place(0, 5) }],
      }),
      problemAt(source, 0, 0, { ...place(2, source.length - 3), path, message, rule: 'section-present' }),
      problemAt(source, 0, 0, {
        ...place(source.length, source.length),
        path,
        message,
        rule: 'text-length',
        severity: 'warning',
      }),
      problemAt(source, 0, 0, {
        ...place(source.length, source.length),
        path,
        message,
        rule: 'text-length',
        severity: 'warning',
      }),
    ],
  };
}

/** Lines as the program counts them: CRLF, LF and a lone CR end one. */
function rangeIn(text: string) {
  const positionAt = (offset: number) => {
    const lines = text.slice(0, offset).split(/\r\n?|\n/);
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset };
  };
  return (start: number, end: number) => ({ range: { start: positionAt(start), end: positionAt(end) } });
}
