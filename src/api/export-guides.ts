import { checkFiles } from '../check-files.ts';
import { defaultLimits } from '../load-guides.ts';
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
  const checked = await checkFiles(
    {
      ...defaultLimits,
      paths: request.paths ?? [],
      ...(type !== undefined && { type }),
      allowEmpty: request.allowEmpty ?? false,
      includeInvalid: request.includeInvalid ?? false,
      keepAll: true,
      config,
      locale,
    },
    host,
  );
  return {
    guides: checked.guides.map((guide) => ({
      path: guide.document.source.path,
      type: guide.type.name,
      value: guide.value,
    })),
    refused: checked.refused,
  };
}
