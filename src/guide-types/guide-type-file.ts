import type { JsonPointer, Range } from '../model.ts';
import type { DecodedFrontMatter } from '../parse/decode-front-matter.ts';
import { decodeJson } from '../parse/decode-json.ts';
import { decodeYaml } from '../parse/decode-yaml.ts';
import { jsonFault } from '../parse/faults/json-fault.ts';
import type { SyntaxFault } from '../parse/faults/syntax-fault.ts';
import { yamlFault } from '../parse/faults/yaml-fault.ts';

/** A guide type's file, decoded: its value, or what keeps it from having one, and where each part of it stands. */
export interface GuideTypeFile {
  readonly value?: unknown;
  readonly syntaxFault?: SyntaxFault;
  readonly duplicateKey?: { readonly key: string; readonly range: Range };
  /** The key (or the value) at a pointer, else the nearest thing around it. */
  rangeAt(pointer: JsonPointer, part: 'key' | 'value'): Range;
}

/** Decodes a guide type; the extension of its path tells YAML from JSON. */
export function decodeGuideType(path: string, text: string): GuideTypeFile {
  const isYaml = /\.ya?ml$/i.test(path);
  const { value, fault, places }: DecodedFrontMatter = (isYaml ? decodeYaml : decodeJson)(text);
  const isBroken = fault?.code === 'front-matter-syntax';
  const whole = { start: 0, end: text.length };
  return {
    value,
    ...(isBroken && { syntaxFault: (isYaml ? yamlFault : jsonFault)(text, fault, whole) }),
    ...(fault && !isBroken && { duplicateKey: { key: fault.detail, range: fault.range } }),
    rangeAt(pointer, part) {
      for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
        const place = places?.get(at);
        if (place) return (part === 'key' && place.key) || place.value;
      }
      return { start: 0, end: 0 };
    },
  };
}
