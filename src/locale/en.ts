import type { UnreadableFile } from '../find/read-source.ts';
import type { DropReason } from '../fix/fix-guides.ts';
import { batchMessages } from './batch-messages.ts';
import { bugMessages } from './bug-messages.ts';
import { changeMessages } from './change-messages.ts';
import { configEn } from './config-en.ts';
import { convertMessages } from './convert-messages.ts';
import { initMessages } from './init-messages.ts';
import { shardMessages } from './shard-messages.ts';
import { sizeWords } from './size-words.ts';
import { statsMessages } from './stats-messages.ts';
import { tableMessages } from './table-messages.ts';
import { typeMistakes } from './type-mistakes.ts';
import { watchMessages } from './watch-messages.ts';
import { writeFaults } from './write-faults.ts';

/** The program's messages in English; the reference for every other language. */
export const en = {
  ...configEn,

  emptyPath: 'An empty path was given; name a file, a folder or a glob, or leave it out to take the current folder.',
  noSuchPath: (p: { path: string; folder: string }) =>
    `There is no file or folder "${p.path}" in ${p.folder}; check the spelling, or pass --allow-empty if it need not exist.`,
  globWithoutGuides: (p: { pattern: string }) =>
    `The glob "${p.pattern}" matches no guide; check the folder and the extension, or pass --allow-empty if it need not match.`,
  folderWithoutGuides: (p: { path: string }) =>
    `The folder "${p.path}" holds no guide (*.md, *.markdown); name another folder, or pass --allow-empty if it may be empty.`,
  onlyIgnored: (p: { path: string; ignoreFiles: readonly string[] }) =>
    `All guides in "${p.path}" are ignored by ${p.ignoreFiles.join(' and ')}; change that, or name a file itself to take it anyway.`,
  onlyReservedNames: (p: { path: string; names: readonly string[] }) =>
    `"${p.path}" holds only ${p.names.join(', ')}, which ${p.names.length === 1 ? 'is not taken for a guide; name the file itself to take it' : 'are not taken for guides; name the files themselves to take them'} anyway.`,
  unreadableFolder: (p: { path: string; code: string }) =>
    `The folder "${p.path}" cannot be listed (${p.code}), so its guides would be missed; make it readable or ignore it in .guidepostignore.`,

  unreadableSchema: (p: { path: string }) =>
    `The guide type "${p.path}" cannot be read; check the path given to --type.`,
  typeMistakes: typeMistakes.en,
  init: initMessages.en,
  changes: changeMessages.en,
  shards: shardMessages.en,
  watch: watchMessages.en,
  stats: statsMessages.en,
  convert: convertMessages.en,
  tables: tableMessages.en,
  batch: batchMessages.en,
  unknownType: (p: { name: string; names: readonly string[]; nearest?: string }) =>
    `There is no guide type "${p.name}"${p.nearest ? `; did you mean "${p.nearest}"?` : `; known are ${p.names.join(', ')}, or give the path of a schema file.`}`,
  unknownFormat: (p: { name: string; names: readonly string[]; nearest?: string }) =>
    `There is no format "${p.name}"${p.nearest ? `; did you mean "${p.nearest}"?` : `; choose one of ${p.names.join(', ')}.`}`,
  unknownRule: (p: { id: string; nearest?: string }) =>
    `There is no rule "${p.id}"${p.nearest ? `; did you mean "${p.nearest}"?` : '; its id stands behind each problem in the report.'}`,
  invalidRuleSetting: (p: { setting: string }) =>
    `"${p.setting}" is no setting of a rule; write --rule id=off, id=warn or id=error.`,
  invalidNumber: (p: { flag: string; value: string }) => `${p.flag} takes a whole number from 0 on, not "${p.value}".`,
  outputFileWithoutFormat: 'There are more --output-file than --format; give each output file its format.',
  tooManyForStdout: (p: { formats: readonly string[] }) =>
    `The formats ${p.formats.join(' and ')} would be mixed on standard output; give all but one an --output-file.`,
  unwritable: (p: { path: string; code: string }) =>
    `"${p.path}" cannot be written (${p.code}): ${writeFaults.en[p.code] ?? 'check the folder, its permissions and the space left'}.`,
  stdinWithPaths: '--stdin-file-path checks standard input only; leave out the other paths, or the flag.',
  unsafeWithoutFix: '--unsafe-fixes only says which fixes are made; add --fix or --diff.',
  baselineOfDiff: '--update-baseline writes a file and --diff writes none; leave out one of them.',
  fileChanged: (p: { path: string }) =>
    `${p.path}: not written, because the file was changed in the meantime; run guidepost again.`,
  fixDropped: (p: { path: string; rule: string; reason: DropReason }) =>
    `${p.path}: a fix of the rule "${p.rule}" was not kept, because ${dropReason[p.reason]}. This is a bug in the rule; please report it.`,
  wouldFix: (p: { fixed: number; files: number; left: number }) =>
    `${count(p.fixed, 'problem')} would be fixed in ${files(p.files)}, ${p.left} would be left.`,
  sentences: (p: { sentences: readonly string[] }) => p.sentences.join(' '),
  fixedCount: (p: { count: number }) => `${count(p.count, 'problem')} fixed.`,
  knownCount: (p: { count: number }) => `${p.count} more in the baseline.`,
  noBaseline: (p: { path: string }) =>
    `There is no baseline "${p.path}"; write it with --update-baseline, or check the path.`,
  unreadableBaseline: (p: { path: string; reason: string }) => `The baseline "${p.path}" cannot be read: ${p.reason}.`,
  baselineSyntax: (p: { place: string }) =>
    `${p.place}: this baseline is no valid JSON; mend it, or delete it and write it anew with --update-baseline.`,
  baselineForeign: (p: { place: string }) =>
    `${p.place}: this is no baseline of guidepost; name another file, or delete it and write it anew with --update-baseline.`,
  baselineWritten: (p: { path: string; problems: number; files: number }) =>
    `${p.path} now knows ${count(p.problems, 'problem')} in ${files(p.files)}; pass --baseline ${p.path} to see only new ones.`,
  baselineObsolete: (p: { path: string; entries: number }) =>
    `${p.path}: ${p.entries === 1 ? '1 entry is' : `${p.entries} entries are`} no longer needed; drop ${p.entries === 1 ? 'it' : 'them'} with --update-baseline.`,

  invalidBaseUrl: (p: { value: string }) =>
    `--base-url takes the address where the site will be published, like https://example.org/guides/, not "${p.value}".`,
  noTemplate: (p: { folder: string; parts: readonly string[] }) =>
    `The template folder "${p.folder}" has no page part; put one of ${p.parts.join(', ')} there, or correct --template.`,
  unknownTemplatePart: (p: { path: string; parts: readonly string[]; nearest?: string }) =>
    `"${p.path}" is no part of a page${p.nearest ? `; did you mean "${p.nearest}"?` : `; the parts are ${p.parts.join(', ')}.`}`,
  unknownHole: (p: { path: string; hole: string; known: readonly string[]; nearest?: string }) =>
    `"${p.path}" asks for {{${p.hole}}}, which a page does not have${p.nearest ? `; did you mean {{${p.nearest}}}?` : `; there are ${p.known.map((name) => `{{${name}}}`).join(', ')}.`}`,
  pageWithoutMain: (p: { path: string }) =>
    `"${p.path}" has no {{main}}, so pages would be empty; put it where the guide's text belongs.`,
  oneGuideAFile: (p: { guides: number }) =>
    `${p.guides} guides cannot share one Markdown text; name a folder with --out, or a single guide.`,
  bug: (p: { version: string }) =>
    `This is a bug in guidepost ${p.version}, not in your guides. Please report it with the text below.`,
  bugs: bugMessages.en,

  unreadable: (p: Pick<UnreadableFile, 'reason' | 'detail' | 'offset' | 'limit'>) =>
    ({
      missing: 'File does not exist, or is a link that leads nowhere',
      denied: `File may not be read (${p.detail}); check its permissions`,
      'not-a-file': `Expected a file, found a ${p.detail}`,
      binary: `Expected text, found a NUL byte at byte ${p.offset ?? 0}: this looks like a binary file; save it as text, or ignore it in .guidepostignore`,
      encoding: `Expected UTF-8, found ${encodingName[p.detail] ?? p.detail} (byte ${p.offset ?? 0}); save the file as UTF-8`,
      'too-slow': `Checking this guide takes longer than ${p.detail} s, which is far more than any guide needs; look for thousands of unclosed brackets, marks or nested lists, split it, or allow more with --timeout-per-file`,
      bug: 'guidepost failed at this file, which is a bug of guidepost; what is known of it is printed with the report',
      io: `File cannot be read (${p.detail})`,
      outside: 'Link leads out of the project, so it was not read; put the file itself here',
      'too-large': `File has ${p.detail} bytes, which is too large for a guide (${sizeWords(p.limit ?? 0)} at most); split it, or allow more with --max-file-size`,
    })[p.reason],

  error: 'error',
  warning: 'warning',
  seeAlso: 'see',
  fix: 'fix',
  aside: (p: { text: string }) => brackets(p.text),
  fixable: 'fixable with --fix',
  fixableUnsafely: 'fixable with --fix --unsafe-fixes, may change what the guide says',
  toLine: (p: { line: number }) => `… to line ${p.line}`,
  untyped: 'no type',
  nothingChecked: 'No files were checked.',
  clean: (p: { files: number; types: string }) => `No problems in ${files(p.files)}${brackets(p.types)}.`,
  summary: (p: SummaryCounts) =>
    [
      `${severities(p)} in ${p.faultyFiles} of ${files(p.files)} checked${brackets(p.types)}.`,
      p.safe > 0 ? `${p.safe} fixable with --fix.` : '',
      p.unsafe > 0 ? `${p.unsafe}${p.safe > 0 ? ' more' : ''} fixable with --fix --unsafe-fixes.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
};

/** What a run came to: problems by severity and by kind of fix, files, and a list of the types they were checked as. */
export interface SummaryCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly files: number;
  readonly faultyFiles: number;
  readonly types: string;
  readonly safe: number;
  readonly unsafe: number;
}

const dropReason: Readonly<Record<DropReason, string>> = {
  'adds-problem': 'it would bring another problem',
  'loses-text': 'a sentence would be lost',
  broken: 'its edits overlap or change nothing',
  unsettled: 'it and another fix undo each other',
};

const encodingName: Readonly<Record<string, string>> = {
  unknown: 'bytes of an unknown encoding',
  'UTF-8': 'a damaged or cut-off character',
};

function severities(p: { errors: number; warnings: number }): string {
  const parts = [p.errors > 0 ? count(p.errors, 'error') : '', p.warnings > 0 ? count(p.warnings, 'warning') : ''];
  return parts.filter((part) => part !== '').join(', ');
}

function files(amount: number): string {
  return count(amount, 'file');
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function brackets(text: string): string {
  return text === '' ? '' : ` (${text})`;
}
