import { UserError } from '../errors.ts';
import type { Messages } from '../locale/messages.ts';
import { decodeJson } from '../parse/decode-json.ts';
import { lineIndex } from '../parse/line-index.ts';
import { type Baseline, baselineVersion } from './baseline.ts';

/** A baseline from the text of its file; what is no baseline is a `UserError` that names the line. */
export function readBaseline(text: string, path: string, messages: Messages): Baseline {
  const source = text.replace(/^\uFEFF/, '');
  const { value, places, fault } = decodeJson(source);
  const placeOf = (offset: number) => `${path}:${lineIndex(source)(offset).line}`;
  if (fault) throw new UserError(messages.baselineSyntax({ place: placeOf(fault.range.start) }));
  const refuse = (pointer: string): UserError =>
    new UserError(messages.baselineForeign({ place: placeOf(places?.get(pointer)?.value.start ?? 0) }));

  if (!isObject(value) || value.version !== baselineVersion) throw refuse('/version');
  if (!isObject(value.problems)) throw refuse('/problems');
  return new Map(
    Object.entries(value.problems).map(([file, rules]) => {
      const at = `/problems/${escaped(file)}`;
      if (!isObject(rules)) throw refuse(at);
      const entries = Object.entries(rules).map(([rule, prints]) => {
        if (!Array.isArray(prints)) throw refuse(`${at}/${escaped(rule)}`);
        for (const [index, print] of prints.entries())
          if (typeof print !== 'string') throw refuse(`${at}/${escaped(rule)}/${index}`);
        return [rule, prints as string[]] as const;
      });
      return [file, new Map(entries)];
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
