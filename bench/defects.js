// Compares what the default rules report on real guides with what an editor marked in them.
// Usage: node bench/defects.js FOLDER   (a folder with guides and defects.json; needs `npm run build`)
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { main } from '../dist/cli.js';
import { nodeHost } from '../dist/host.js';

const folder = resolve(process.argv[2] ?? '../shared/corpus');
const judged = readJudgements(new URL('./defects.md', import.meta.url));

/** What an editor calls a kind of defect, and the rules that find it. */
const rulesOfKind = {
  'missing-section': ['section-present', 'known-guide-type', 'title-promise', 'table-present'],
  'unclosed-emphasis': ['no-broken-emphasis'],
  'misnested-list': ['no-misnested-list', 'no-label-in-itself', 'answer-in-its-list'],
  'unanswered-question': ['value-present', 'question-answered', 'cell-not-empty'],
  'heading-level': ['chapter-level', 'heading-increment'],
  'missing-blank-line': ['no-run-together-labels', 'blank-line-around-block'],
  'front-matter': [
    'front-matter-key-present',
    'front-matter-format',
    'front-matter-key-name',
    'list-not-string',
    'value-type',
    'text-length',
    'title-promise',
    'item-count',
  ],
  'salary-format': ['consistent-range-sign'],
  'salary-overlap': ['disjoint-ranges'],
  'trailing-space': ['no-trailing-space'],
  'tags-format': ['one-tag-per-code-span', 'no-hashtag-at-line-start'],
  'tags-as-heading': ['no-hashtag-at-line-start', 'one-tag-per-code-span'],
  'title-promise': ['title-promise'],
  'prompt-residue': ['no-prompt-residue'],
  'mixed-bullet-marker': ['consistent-bullet-marker'],
  truncated: ['no-cut-off-text'],
  'wide-ascii': ['no-stray-space'],
  'bracket-mismatch': ['balanced-brackets'],
  placeholder: ['no-placeholder'],
};

const defects = JSON.parse(readFileSync(join(folder, 'defects.json'), 'utf8')).filter(
  ({ kind }) => kind in rulesOfKind,
);
const reports = await lint(folder);
const found = defects.filter(isFound);
const all = reports.flatMap(({ path, problems }) => problems.map((problem) => ({ path, ...problem })));
const listed = all.filter(isListed);
const accepted = all.filter((problem) => !isListed(problem) && judged.has(keyOf(problem)));
const open = all.filter((problem) => !isListed(problem) && !judged.has(keyOf(problem)));

for (const kind of Object.keys(rulesOfKind)) {
  const ofKind = defects.filter((defect) => defect.kind === kind);
  const missed = ofKind.filter((defect) => !isFound(defect));
  console.log(`${kind.padEnd(20)} ${ofKind.length - missed.length} of ${ofKind.length}`);
  for (const { file, line, excerpt } of missed) console.log(`    missed ${file}:${line} ${excerpt.slice(0, 60)}`);
}
for (const problem of open) console.log(`not on the list: ${keyOf(problem)} ${problem.message.slice(0, 100)}`);
console.log(`recall ${percent(found.length, defects.length)} (${found.length} of ${defects.length})`);
console.log(
  `precision ${percent(listed.length + accepted.length, all.length)} (${listed.length} listed + ${accepted.length} judged right, of ${all.length})`,
);

/** The files' problems, as the command line reports them. */
async function lint(path) {
  let output = '';
  const host = { ...nodeHost(), stdout: { isTTY: false, columns: 100, write: (text) => (output += text) } };
  await main(['lint', path, '--format', 'json', '--locale', 'ja'], host);
  return JSON.parse(output).map(({ filePath, messages }) => ({
    path: filePath.replace(/^.*[/\\]/, ''),
    problems: messages.map(({ ruleId, message, line, endLine, relatedLocations = [] }) => ({
      rule: ruleId,
      message,
      spans: [{ line, endLine: endLine ?? line }, ...relatedLocations],
      names: relatedLocations.map((place) => place.message).join(' '),
    })),
  }));
}

function isFound({ file, line, lines = [], kind, excerpt }) {
  const report = reports.find(({ path }) => path === file);
  return (report?.problems ?? []).some(
    ({ rule, spans, message, names: more }) =>
      rulesOfKind[kind].includes(rule) &&
      (spans.some((span) => [line, ...lines].some((at) => at >= span.line - 1 && at <= span.endLine + 1)) ||
        isNamed(`${message} ${more}`, excerpt)),
  );
}

/** What is absent has no line: the list gives line 1 and the name, a problem names it at the place where it belongs. */
function isNamed(message, excerpt) {
  const [, name] = /^\(absent\) (.+)$/.exec(excerpt) ?? [];
  return name !== undefined && letters(message).includes(letters(name).slice(-4));
}

function letters(text) {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}_]/gu, '');
}

function isListed({ path, rule, spans }) {
  return defects.some(
    ({ file, line, lines = [], kind, excerpt }) =>
      file === path &&
      rulesOfKind[kind].includes(rule) &&
      (excerpt.startsWith('(absent)') ||
        spans.some((span) => [line, ...lines].some((at) => at >= span.line - 1 && at <= span.endLine + 1))),
  );
}

function keyOf({ path, rule, spans }) {
  return `${path}:${spans[0].line} ${rule}`;
}

/** Lines of the form "- `file:line rule`: reason" in the list of judgements. */
function readJudgements(url) {
  const text = readFileSync(url, 'utf8');
  return new Set([...text.matchAll(/^- `([^`]+)`: \S/gm)].map(([, key]) => key));
}

function percent(part, whole) {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}
