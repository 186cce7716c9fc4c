import { createHash } from 'node:crypto';
import type { Problem } from '../model.ts';
import type { Verdict } from '../verdict.ts';
import type { KeptVerdict } from './verdict-cache.ts';

/** The text of a file of the cache; its first line tells whether it is whole. */
export function textOf(kept: ReadonlyMap<string, KeptVerdict>): string {
  const text = JSON.stringify([...kept]);
  return `${headOf(text)}\n${text}`;
}

/** What a file of the cache holds; nothing where it is not whole, or no such file. */
export function keptIn(file: string): Map<string, KeptVerdict> {
  const lineEnd = file.indexOf('\n');
  const text = file.slice(lineEnd + 1);
  if (file.slice(0, Math.max(lineEnd, 0)) !== headOf(text)) return new Map();
  const entries: unknown = JSON.parse(text);
  return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
}

function headOf(text: string): string {
  return `guidepost verdicts 1 ${createHash('sha256').update(text).digest('base64')}`;
}

/** Whoever wrote the file: what does not look like a verdict is none. */
function isEntry(entry: unknown): entry is [string, KeptVerdict] {
  if (!Array.isArray(entry)) return false;
  const [path, kept] = entry as unknown[];
  return typeof path === 'string' && isObject(kept) && typeof kept.key === 'string' && isVerdict(kept.verdict);
}

function isVerdict(value: unknown): value is Verdict {
  if (!isObject(value)) return false;
  const { type, fit, alone, left, facts } = value;
  return (
    typeof type === 'number' &&
    isObject(fit) &&
    isObject(facts) &&
    isProblems(alone) &&
    (left === undefined || isProblems(left))
  );
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

function isSpan(value: unknown): boolean {
  return isObject(value) && [value.start, value.end].every((end) => isObject(end) && typeof end.offset === 'number');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
