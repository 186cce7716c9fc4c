import matter from 'gray-matter';
import type { FrontMatterFormat, FrontMatterPlace, JsonPointer, ParseFault } from '../model.ts';
import { decodeJson } from './decode-json.ts';
import { decodeToml } from './decode-toml.ts';
import { decodeYaml } from './decode-yaml.ts';

/** A decoded block; ranges count from the block's own start. */
export interface DecodedFrontMatter {
  readonly value?: unknown;
  readonly places?: ReadonlyMap<JsonPointer, FrontMatterPlace>;
  readonly fault?: ParseFault;
}

const decoders = {
  json: decodeJson,
  yaml: decodeYaml,
  toml: decodeToml,
} satisfies Record<FrontMatterFormat, (text: string) => DecodedFrontMatter>;

// No text can hold these: the scanner has found the fences already, gray-matter must not find others inside the block.
const fences: [string, string] = ['\u0000front-matter\u0000', '\u0000end\u0000'];

/**
 * Decodes the text between the fences.
 *
 * gray-matter's own engines run code (`---js`), read YAML 1.1 and forget an error at the second call, so each engine is
 * replaced, and options are always passed, which switches its cache off.
 */
export function decodeFrontMatter(text: string, format: FrontMatterFormat): DecodedFrontMatter {
  let decoded: DecodedFrontMatter = {};
  const engine = {
    parse: (block: string) => {
      // gray-matter hands over the block from its first line end on.
      decoded = decoders[format](block.startsWith('\n') ? block.slice(1) : block);
      return {};
    },
  };
  const refuse = {
    parse: (): never => {
      throw new Error(`front matter of format ${format} reached another engine`);
    },
  };
  matter(`${fences[0]}\n${text}\n${fences[1]}`, {
    language: format,
    delimiters: fences,
    engines: {
      yaml: refuse,
      json: refuse,
      toml: refuse,
      javascript: refuse,
      js: refuse,
      coffee: refuse,
      [format]: engine,
    },
  });
  return decoded;
}
