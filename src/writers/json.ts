import { outputNames } from './output-names.ts';
import type { Writer } from './writer.ts';

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Normalized guides as JSON: one array for all, or a file with one object for each guide. */
export const json: Writer = {
  name: 'json',
  extension: 'json',
  writeAll: (guides) => toJson(guides.map((guide) => guide.value)),
  writeFiles(guides) {
    const names = outputNames(guides);
    return new Map(guides.map((guide, index) => [`${names[index]}.json`, toJson(guide.value)]));
  },
};
