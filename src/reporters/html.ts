import { createHash } from 'node:crypto';
import { html as markup, type TrustedHtml, trustHtml } from '../html-template.ts';
import { messagesFor } from '../locale/messages.ts';
import type { FileReport } from '../model.ts';
import { version } from '../version.ts';
import { problemCard } from './html/problem-card.ts';
import { reportScript } from './html/report-script.ts';
import { reportStyle } from './html/report-style.ts';
import { commandMark } from './inert-log.ts';
import { problemsByRule } from './problems-by-rule.ts';
import { reportWords } from './report-words.ts';
import type { Reporter, ReportOptions } from './reporter.ts';
import { summaryOf } from './summary.ts';
import { visible } from './visible-text.ts';

/** One page to open or to send: a summary, all problems in their lines, and lists to choose among them. */
export const html: Reporter = {
  name: 'html',
  render(files, options) {
    const words = reportWords[options.locale];
    const faulty = files.filter(({ problems }) => problems.length > 0);
    return markup`<!doctype html>
<html lang="${options.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<title>${words.title}</title>
<style>${trustHtml(reportStyle)}</style>
</head>
<body>
<header>
<h1>${words.title}</h1>
<p>${summaryOf(files, messagesFor(options.locale))}</p>
${counts(files, options)}
</header>
<main>
${faulty.length > 0 && filters(faulty, options)}
<p class="nothing" hidden>${words.nothingShown}</p>
${faulty.map((file) => fileSection(file, options))}
${ruleList(files, options)}
${cleanFiles(files, options)}
</main>
<footer>${words.madeBy} ${version}</footer>
${faulty.length > 0 && markup`<script>${trustHtml(reportScript)}</script>\n`}</body>
</html>
`.text.replaceAll(commandMark, '#&#35;');
  },
};

/** Nothing runs or is fetched but what this file writes itself. */
function policy(): string {
  return `default-src 'none'; script-src '${hashOf(reportScript)}'; style-src '${hashOf(reportStyle)}'; base-uri 'none'; form-action 'none'`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function counts(files: readonly FileReport[], { locale }: ReportOptions): TrustedHtml {
  const words = reportWords[locale];
  const problems = files.flatMap((file) => file.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const item = (name: string, label: string, count: number) =>
    markup`<div class="${name}"><dt>${label}</dt><dd>${count}</dd></div>`;
  return markup`<dl class="counts">
${errors > 0 && item('error', words.errors, errors)}
${problems.length > errors && item('warning', words.warnings, problems.length - errors)}
${item('files', words.files, files.length)}
</dl>`;
}

function filters(files: readonly FileReport[], { locale }: ReportOptions): TrustedHtml {
  const words = reportWords[locale];
  const messages = messagesFor(locale);
  const problems = files.flatMap((file) => file.problems);
  const list = (name: string, label: string, choices: readonly (readonly [value: string, text: string])[]) =>
    markup`<label>${label}<select name="${name}" autocomplete="off"><option value="">${words.all}</option>${choices.map(
      ([value, text]) => markup`<option value="${value}">${text}</option>`,
    )}</select></label>
`;
  const severities = (['error', 'warning'] as const)
    .map((severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
  return markup`<div class="filters" role="group" aria-label="${words.filters}" hidden>
${list(
  'severity',
  words.severity,
  severities.map(([severity, count]) => [severity, `${messages[severity]} (${count})`]),
)}${list(
  'rule',
  words.rule,
  problemsByRule(files).map(({ rule, problems: found }) => [visible(rule), `${visible(rule)} (${found.length})`]),
)}${list(
  'file',
  words.file,
  files.map((file) => [visible(file.path), `${visible(file.path)} (${file.problems.length})`]),
)}<output data-text="${words.shownOfAll}"></output>
</div>`;
}

function fileSection(file: FileReport, { locale }: ReportOptions): TrustedHtml {
  const type = file.type !== undefined && markup` <span class="type">${visible(file.type)}</span>`;
  return markup`<section class="file">
<h2>${visible(file.path)}${type}</h2>
${file.problems.map((problem) => problemCard(problem, file.text, locale))}</section>
`;
}

function ruleList(files: readonly FileReport[], { locale, explain }: ReportOptions): TrustedHtml {
  const known = problemsByRule(files).map(({ rule }) => {
    const help = explain?.(rule);
    return markup`<dt id="rule-${visible(rule)}">${visible(rule)}</dt>
<dd>${help && markup`${help.summary}<br>${help.why}`}</dd>
`;
  });
  return known.length === 0
    ? markup``
    : markup`<h2>${reportWords[locale].rules}</h2>
<dl class="rules">
${known}</dl>`;
}

function cleanFiles(files: readonly FileReport[], { locale }: ReportOptions): TrustedHtml {
  const clean = files.filter(({ problems }) => problems.length === 0);
  return clean.length === 0
    ? markup``
    : markup`<details class="clean"><summary>${reportWords[locale].cleanFiles} (${clean.length})</summary>
<ul>
${clean.map(({ path }) => markup`<li>${visible(path)}</li>\n`)}</ul>
</details>`;
}
