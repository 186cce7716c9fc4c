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

const refuse = {
  parse: (): never => {
    throw new Error('front matter reached an engine that is not for its format');
  },
};
const refusing = { yaml: refuse, json: refuse, toml: refuse, javascript: refuse, js: refuse, coffee: refuse };

/**
 * Decodes the text between the fences.
 *
 * gray-matter's own engines run code (`---js`), read YAML 1.1 and forget an error at the second call, so each engine is
 * replaced, and options are always passed, which switches its cache off. It is shown a block that stands for the text:
 * the scanner has found the fences already, gray-matter must not find others inside, nor look for comments in all of it.
 */
export function decodeFrontMatter(text: string, format: FrontMatterFormat): DecodedFrontMatter {
  let decoded: DecodedFrontMatter = {};
  const engine = {
    parse: () => {
      decoded = decoders[format](text);
      return {};
    },
  };
  matter('---\nblock\n---', { language: format, engines: { ...refusing, [format]: engine } });
  return decoded;
}
