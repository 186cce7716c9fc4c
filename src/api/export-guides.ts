import { lint } from '../lint.ts';
import type { FileReport } from '../model.ts';
import { type GuideRequest, prepareRequest } from './request.ts';

export interface ExportRequest extends GuideRequest {
  /** Guides with errors are part of the result as well. */
  readonly includeInvalid?: boolean;
}

/** A guide as data. */
export interface ExportedGuide {
  /** Relative to the working folder. */
  readonly path: string;
  /** Name of the guide's type. */
  readonly type: string;
  /** The normalized guide, valid against the schema of its type unless it has errors. */
  readonly value: Readonly<Record<string, unknown>>;
}

export interface ExportReport {
  readonly guides: readonly ExportedGuide[];
  /** Files with errors, and files that could not be read. */
  readonly refused: readonly FileReport[];
}

/** Reads guides into normalized data, as `guidepost export --format json` writes it. */
export async function exportGuides(request: ExportRequest = {}): Promise<ExportReport> {
  const { host, config, locale } = await prepareRequest(request);
  const { type } = request;
  const { files, guides } = await lint(
    {
      paths: request.paths ?? [],
      ...(type !== undefined && { type }),
      quiet: true,
      allowEmpty: request.allowEmpty ?? false,
      config,
      locale,
    },
    host,
  );
  const faulty = new Set(files.filter(({ problems }) => problems.length > 0).map(({ path }) => path));
  const taken = [...guides.keys()].filter(
    ({ document }) => request.includeInvalid === true || !faulty.has(document.source.path),
  );
  const paths = new Set(taken.map(({ document }) => document.source.path));
  return {
    guides: taken.map((guide) => ({ path: guide.document.source.path, type: guide.type.name, value: guide.value })),
    refused: files.filter(({ path }) => faulty.has(path) && !paths.has(path)),
  };
}
