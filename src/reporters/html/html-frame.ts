import { html, type TrustedHtml } from '../../html-template.ts';
import { lineStart } from '../../line-start.ts';
import type { Problem } from '../../model.ts';
import { visible } from '../visible-text.ts';

/** How many lines of a range are shown, and how much of a line on either side of what is marked. */
const mostLines = 6;
const around = 240;

/** The lines of a range with its run marked, below the line before; the browser wraps what is too long for the screen. */
export function htmlFrame(
  text: string,
  { start, end }: Problem['range'],
  toLine: (line: number) => string,
): TrustedHtml {
  const run = { start: Math.min(start.offset, text.length), end: Math.min(end.offset, text.length) };
  const rows: TrustedHtml[] = [];
  let at = Math.max(0, run.start - (start.column - 1));
  if (at > 0) {
    const before = lineBefore(text, at);
    rows.push(row(start.line - 1, html`${shorten(text.slice(before.start, before.end), 'end')}`));
  }
  let number = start.line;
  for (; number < start.line + mostLines; number++) {
    const lineEnd = endOfLine(text, at);
    rows.push(row(number, marked(text, { start: at, end: lineEnd }, run)));
    at = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1;
    if (at >= run.end || lineEnd >= text.length) break;
  }
  const rest = number === start.line + mostLines ? html`<span class="rest">${toLine(end.line)}</span>` : undefined;
  return html`<pre class="frame"><code>${rows}${rest}</code></pre>`;
}

function row(number: number, line: TrustedHtml): TrustedHtml {
  return html`<span class="line"><span class="number" aria-hidden="true">${number}</span><span>${line}</span></span>`;
}

function marked(
  text: string,
  line: { readonly start: number; readonly end: number },
  run: { readonly start: number; readonly end: number },
): TrustedHtml {
  const from = Math.min(Math.max(run.start, line.start), line.end);
  const to = Math.max(from, Math.min(run.end, line.end));
  const inside = shown(text.slice(from, to));
  return html`${shorten(text.slice(line.start, from), 'start')}<mark${inside === '' && html` class="empty"`}>${inside}</mark>${shorten(text.slice(to, line.end), 'end')}`;
}

/** Keeps what is near the mark; the other end is cut where it would be a page of its own. */
function shorten(text: string, far: 'start' | 'end'): string {
  if (text.length <= around) return shown(text);
  const kept = far === 'end' ? text.slice(0, around) : text.slice(-around);
  // Not between the halves of a character.
  return far === 'end'
    ? `${shown(kept.replace(/[\ud800-\udbff]$/, ''))}…`
    : `…${shown(kept.replace(/^[\udc00-\udfff]/, ''))}`;
}

function shown(text: string): string {
  return text.split('\t').map(visible).join('\t');
}

function endOfLine(text: string, from: number): number {
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = from;
  return lineEnd.exec(text)?.index ?? text.length;
}

function lineBefore(text: string, next: number): { start: number; end: number } {
  const end = text.startsWith('\r\n', next - 2) ? next - 2 : next - 1;
  return { start: lineStart(text, end), end };
}
