import { fingerprintsOf } from '../baseline/fingerprints-of.ts';
import { type Messages, messagesFor } from '../locale/messages.ts';
import type { FileReport, Fix, Position, Problem, Severity } from '../model.ts';
import { lineIndex } from '../parse/line-index.ts';
import { version } from '../version.ts';
import { inertJson } from './inert-json.ts';
import { reportWords } from './report-words.ts';
import type { Reporter, ReportOptions } from './reporter.ts';
import { repositoryPath } from './repository-path.ts';
import { visible } from './visible-text.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** The name that GitHub knows for the repository's root. */
const root = '%SRCROOT%';

/** SARIF 2.1.0, for code scanning: problems with their fixes, and the rules they broke. */
export const sarif: Reporter = {
  name: 'sarif',
  render(files, options) {
    const rules = [...new Set(files.flatMap((file) => file.problems.map(({ rule }) => rule)))].sort();
    const log = {
      $schema: schema,
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'guidepost',
              version,
              semanticVersion: version,
              rules: rules.map((rule) => ruleOf(rule, options)),
            },
          },
          language: options.locale,
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\r\n', '\n', '\r'],
          defaultEncoding: 'utf-8',
          // Without the folder's address, so that two machines write the same bytes.
          originalUriBaseIds: { [root]: { description: { text: reportWords[options.locale].root } } },
          artifacts: files.map(({ path }) => ({ location: artifact(path, options), roles: ['analysisTarget'] })),
          results: files.flatMap((file, index) => resultsOf(file, { index, rules, options })),
        },
      ],
    };
    return `${inertJson(log)}\n`;
  },
};

function ruleOf(id: string, { explain }: ReportOptions) {
  const help = explain?.(id);
  if (!help) return { id };
  return {
    id,
    shortDescription: { text: help.summary },
    fullDescription: { text: help.why },
    help: { text: `${help.summary}\n\n${help.why}`, markdown: help.page },
    defaultConfiguration: { level: levels[help.severity] },
  };
}

function resultsOf(
  { path, text = '', problems }: FileReport,
  { index, rules, options }: { index: number; rules: readonly string[]; options: ReportOptions },
) {
  const prints = fingerprintsOf(problems, text);
  const positionAt = lineIndex(text);
  const artifactLocation = { ...artifact(path, options), index };
  const locationOf = (range: Problem['range']) => ({ physicalLocation: { artifactLocation, region: regionOf(range) } });
  const messages = messagesFor(options.locale);
  return problems.map((problem, number) => ({
    ruleId: problem.rule,
    ruleIndex: rules.indexOf(problem.rule),
    level: levels[problem.severity],
    message: { text: visible(problem.message) },
    locations: [locationOf(problem.range)],
    partialFingerprints: { 'guidepostProblem/v1': prints[number] },
    ...(problem.related && {
      relatedLocations: problem.related.map(({ message, range }, id) => ({
        id,
        ...locationOf(range),
        message: { text: visible(message) },
      })),
    }),
    ...(problem.fix && { fixes: [fixOf(problem.fix, { artifactLocation, positionAt, messages })] }),
  }));
}

function fixOf(
  { kind, title, edits }: Fix,
  at: { artifactLocation: object; positionAt: (offset: number) => Position; messages: Messages },
) {
  const how = kind === 'safe' ? at.messages.fixable : at.messages.fixableUnsafely;
  const replacements = edits.map(({ range, text: inserted }) => ({
    deletedRegion: regionOf({ start: at.positionAt(range.start), end: at.positionAt(range.end) }),
    insertedContent: { text: inserted },
  }));
  return {
    description: { text: `${visible(title)} (${how})` },
    artifactChanges: [{ artifactLocation: at.artifactLocation, replacements }],
  };
}

const levels = { error: 'error', warning: 'warning' } satisfies Record<Severity, string>;

function regionOf({ start, end }: Problem['range']) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function artifact(path: string, { folder }: ReportOptions) {
  const names = repositoryPath(path, folder)
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .split('/');
  return { uri: names.map(encodeURIComponent).join('/'), uriBaseId: root };
}
