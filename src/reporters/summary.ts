import type { Messages } from '../locale/messages.ts';
import type { FileReport } from '../model.ts';
import { visible } from './visible-text.ts';

/** What a run comes to, in one line: problems by severity, files checked and as which types, and what can be fixed. */
export function summaryOf(files: readonly FileReport[], messages: Messages): string {
  const fixed = sum(files.map((file) => file.fixed ?? 0));
  const known = sum(files.map((file) => file.known ?? 0));
  const sentences = [
    problemsOf(files, messages),
    fixed > 0 ? messages.fixedCount({ count: fixed }) : '',
    known > 0 ? messages.knownCount({ count: known }) : '',
  ];
  return messages.sentences({ sentences: sentences.filter((sentence) => sentence !== '') });
}

function problemsOf(files: readonly FileReport[], messages: Messages): string {
  if (files.length === 0) return messages.nothingChecked;
  const counts = { errors: 0, warnings: 0, faultyFiles: 0, safe: 0, unsafe: 0 };
  for (const { problems } of files) {
    if (problems.length > 0) counts.faultyFiles++;
    for (const { severity, fix } of problems) {
      counts[severity === 'error' ? 'errors' : 'warnings']++;
      if (fix) counts[fix.kind]++;
    }
  }
  const types = typesOf(files, messages);
  if (counts.faultyFiles === 0) return messages.clean({ files: files.length, types });
  return messages.summary({ ...counts, files: files.length, types });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** `career-guide 12, interview-guide 2`; empty when no file has a type. */
function typesOf(files: readonly FileReport[], messages: Messages): string {
  if (files.every((file) => file.type === undefined)) return '';
  const counts = new Map<string, number>();
  for (const { type } of files) {
    const name = type === undefined ? messages.untyped : visible(type);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}
