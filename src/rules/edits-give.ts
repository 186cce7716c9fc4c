import type { Document, Edit } from '../model.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { editedText } from './edited-text.ts';

/** True when the front matter, edited so, reads as exactly these values; the proof that a repair changes nothing else. */
export function editsGive(
  document: Document,
  edits: readonly Edit[],
  wanted: Readonly<Record<string, unknown>>,
): boolean {
  const { source, frontMatter } = document;
  if (!frontMatter) return false;
  const block = editedText(source.text.slice(0, frontMatter.range.end), 0, edits);
  const edited = parseDocument({ ...source, text: `${block}\n` });
  return edited.faults.length === document.faults.length && canonical(edited.frontMatter?.value) === canonical(wanted);
}

/** The same text for the same values, whatever the order of the keys. */
function canonical(value: Readonly<Record<string, unknown>> | undefined): string {
  return JSON.stringify(Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
