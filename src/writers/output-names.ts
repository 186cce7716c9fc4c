import type { Guide } from '../model.ts';

/** Leaves room for a suffix and an extension below the 255 bytes that file systems allow. */
const maximumBytes = 200;

/** Windows reserves these whatever their case and whatever follows the first dot. */
const reservedOnWindows = /^(con|conin\$|conout\$|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get into a file name
const unsafeInNames = /[\u0000-\u001f\u007f-\u009f\u2028\u2029<>:"/\\|?*]|\p{Surrogate}|(?![\u200c\u200d])\p{Cf}/gu;

/**
 * Base names for the files of these guides, in their order and without extension: taken from the guides' own file names
 * (content must not choose where we write), safe on every file system, distinct even where case does not count.
 */
export function outputNames(guides: readonly Guide[], taken: readonly string[] = []): string[] {
  return distinctNames(
    guides.map((guide) => safeName(baseName(guide.document.source.path))),
    taken,
  );
}

/** The last part of a path, without the extension of a Markdown file. */
export function baseName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\.(md|markdown)$/i, '');
}

/** The name with all replaced that no file name may hold on some system; never empty, never hidden, never a folder. */
export function safeName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(unsafeInNames, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  let short = cleaned.replace(reservedOnWindows, '_$&');
  while (Buffer.byteLength(short) > maximumBytes) short = [...short].slice(0, -1).join('');
  return short.replace(/[.\s]+$/, '') || 'guide';
}

/** The names, each one that would repeat an earlier one (case aside) with `-2`, `-3`, … added. */
export function distinctNames(names: readonly string[], taken: readonly string[] = []): string[] {
  const give = nameGiver(taken);
  return names.map((name) => give(name));
}

/** Makes names distinct one by one, as `distinctNames` does. */
export function nameGiver(taken: readonly string[] = []): (name: string) => string {
  const used = new Set(taken.map(foldedName));
  return (name) => {
    let distinct = name;
    for (let count = 2; used.has(foldedName(distinct)); count += 1) distinct = `${name}-${count}`;
    used.add(foldedName(distinct));
    return distinct;
  };
}

/** The same for names that some file system takes for one: whatever their case and form, and what has no shape aside. */
export function foldedName(name: string): string {
  const shaped = name.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  // Upper case first: `ſ` and `s`, `ß` and `ss`, `ς` and `σ` have only that in common.
  return shaped.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
