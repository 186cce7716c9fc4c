import { resolve } from 'node:path';
import { sourceOf } from '../find/decode-source.ts';
import { displayPath } from '../find/find-guides.ts';
import type { Host } from '../host.ts';
import { lint as lintGuides } from '../lint.ts';
import { defaultLimits } from '../load-guides.ts';
import type { FileReport, SourceFile } from '../model.ts';
import { type GuideRequest, prepareRequest } from './request.ts';

export interface LintRequest extends GuideRequest {
  /** A text to check as if it stood in a file; `paths` must then be left out, and no file is read or written. */
  readonly text?: { readonly path: string; readonly content: string };
  /** Makes the safe fixes, or all, and saves the files. */
  readonly fix?: boolean | 'unsafe';
  /** Leaves warnings out. */
  readonly quiet?: boolean;
}

export interface LintReport {
  /** One for each file that was looked at, by path; with `fix` its text and problems are those after the fixes. */
  readonly files: readonly FileReport[];
  readonly errors: number;
  readonly warnings: number;
}

/** Checks guides as `guidepost lint` does. */
export async function lint(request: LintRequest = {}): Promise<LintReport> {
  const { host, config, locale } = await prepareRequest(request);
  const { type, text, fix } = request;
  const { files } = await lintGuides(
    {
      paths: text ? [] : (request.paths ?? []),
      ...(type !== undefined && { type }),
      ...(text && { given: givenSource(text, host) }),
      ...(fix && { fix: { unsafe: fix === 'unsafe', save: text === undefined } }),
      ...(config.baseline !== undefined && { baseline: { path: resolve(host.cwd, config.baseline), update: false } }),
      ...defaultLimits,
      quiet: request.quiet ?? false,
      allowEmpty: request.allowEmpty ?? false,
      config,
      locale,
    },
    host,
  );
  const reports = files.map(withProblems);
  const problems = reports.flatMap((file) => file.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { files: reports, errors, warnings: problems.length - errors };
}

/** The same report, with problems that are the same each time somebody looks. */
function withProblems(file: FileReport): FileReport {
  const problems = { value: file.problems, enumerable: true };
  return Object.defineProperties({} as FileReport, { ...Object.getOwnPropertyDescriptors(file), problems });
}

function givenSource({ path, content }: NonNullable<LintRequest['text']>, host: Host): SourceFile {
  return sourceOf(displayPath(resolve(host.cwd, path), host), content);
}
