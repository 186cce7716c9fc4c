import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { textOfUtf8 } from '../find/text-of-utf8.ts';
import type { Problem } from '../model.ts';
import type { Suppression } from '../suppress/find-suppressions.ts';
import type { Verdict } from '../verdict.ts';
import type { KeptVerdict } from './verdict-cache.ts';

/** The text of a file of the cache; its first line tells whether it is whole. */
export function textOf(kept: ReadonlyMap<string, KeptVerdict>): string {
  const text = JSON.stringify([...kept]);
  return `${headOf(text)}\n${text}`;
}

/** What a file of the cache holds; nothing where it is not whole, or no such file. */
export function keptIn(file: Uint8Array): Map<string, KeptVerdict> {
  const lineEnd = file.indexOf(0x0a);
  const content = file.subarray(lineEnd + 1);
  const head = Buffer.from(file.subarray(0, Math.max(lineEnd, 0))).toString('latin1');
  if (head !== headOf(content) || !isUtf8(content)) return new Map();
  const entries: unknown = JSON.parse(textOfUtf8(content));
  return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
}

function headOf(content: string | Uint8Array): string {
  return `guidepost verdicts 1 ${createHash('sha256').update(content).digest('base64')}`;
}

/** Whoever wrote the file: what does not look like a verdict is none. */
function isEntry(entry: unknown): entry is [string, KeptVerdict] {
  if (!Array.isArray(entry)) return false;
  const [path, kept] = entry as unknown[];
  return typeof path === 'string' && isObject(kept) && typeof kept.key === 'string' && isVerdict(kept.verdict);
}

function isVerdict(value: unknown): value is Verdict {
  if (!isObject(value)) return false;
  const { type, fit, alone, suppressed, facts } = value;
  return (
    typeof type === 'number' &&
    isObject(fit) &&
    isObject(facts) &&
    isProblems(alone) &&
    (suppressed === undefined ||
      (isObject(suppressed) && isLeft(suppressed.left, alone) && isSuppressions(suppressed.by)))
  );
}

function isLeft(value: unknown, alone: readonly Problem[]): boolean {
  return Array.isArray(value) && value.every((one) => (typeof one === 'number' ? one in alone : isProblem(one)));
}

function isProblems(value: unknown): value is Problem[] {
  return Array.isArray(value) && value.every(isProblem);
}

function isProblem(value: unknown): value is Problem {
  if (!isObject(value)) return false;
  const { path, rule, severity, message, range, related, fix } = value;
  return (
    [path, rule, message].every((text) => typeof text === 'string') &&
    (severity === 'error' || severity === 'warning') &&
    isSpan(range) &&
    (related === undefined ||
      (Array.isArray(related) && related.every((other) => isObject(other) && isSpan(other.range)))) &&
    (fix === undefined || (isObject(fix) && Array.isArray(fix.edits)))
  );
}

function isSuppressions(value: unknown): value is Suppression[] {
  return Array.isArray(value) && value.every(isSuppression);
}

function isSuppression(value: unknown): value is Suppression {
  if (!isObject(value)) return false;
  const { word, wordRange, names, range, line } = value;
  return (
    typeof word === 'string' &&
    typeof line === 'number' &&
    isRange(wordRange) &&
    isRange(range) &&
    Array.isArray(names) &&
    names.every((name) => isObject(name) && typeof name.id === 'string' && isRange(name.range))
  );
}

function isRange(value: unknown): boolean {
  return isObject(value) && typeof value.start === 'number' && typeof value.end === 'number';
}

function isSpan(value: unknown): boolean {
  return isObject(value) && [value.start, value.end].every((end) => isObject(end) && typeof end.offset === 'number');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
