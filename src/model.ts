import type { Root } from 'mdast';

/** A span of a file's text in UTF-16 units (the BOM not counted): `start` inclusive, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a file: `line` and `column` from 1, `offset` from 0; columns and offsets count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  /** The column in characters (code points), where that is another number: behind emoji and rare kanji. */
  readonly characterColumn?: number;
}

/** RFC 6901: `''` is the whole value, `/a/0` the first element of `a`. */
export type JsonPointer = string;

export type Locale = 'en' | 'ja';

export type Severity = 'error' | 'warning';

/**
 * A file as read: `path` is for people (relative to the working folder, `/` between folders); `text` lacks the BOM, and
 * where all of the file's lines end in a lone CR, they end in LF here, at the same offsets.
 */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly bom: boolean;
  readonly cr?: true;
}

export type FrontMatterFormat = 'json' | 'yaml' | 'toml';

/** Where a front-matter value stands; `key` is missing for array elements. */
export interface FrontMatterPlace {
  readonly key?: Range;
  readonly value: Range;
}

/** A front-matter block that was found, whether or not it could be decoded. */
export interface FrontMatter {
  readonly format: FrontMatterFormat;
  /** Both fences included. */
  readonly range: Range;
  /** What stands between the fences. */
  readonly content: Range;
  /** Absent when the block is broken. */
  readonly value?: Readonly<Record<string, unknown>>;
  readonly places: ReadonlyMap<JsonPointer, FrontMatterPlace>;
}

/** Something that kept a part of the file from being read; `detail` is the decoder's own word for it. */
export interface ParseFault {
  readonly code:
    | 'empty-file'
    | 'front-matter-unclosed'
    | 'front-matter-language'
    | 'front-matter-too-large'
    | 'front-matter-syntax'
    | 'front-matter-duplicate-key'
    | 'front-matter-not-mapping'
    | 'front-matter-not-first'
    | 'too-deep'
    | 'too-complex';
  readonly range: Range;
  readonly detail: string;
}

/** A parsed file. Every position in it, those of the syntax tree included, is a position of the file. */
export interface Document {
  readonly source: SourceFile;
  readonly frontMatter?: FrontMatter;
  readonly tree: Root;
  readonly faults: readonly ParseFault[];
  positionAt(offset: number): Position;
}

/** Where a value of the normalized guide stands in the file. */
export interface Place {
  /** The run to underline: a cell, a key's value, a heading, a label. */
  readonly range: Range;
  /** The key, for a front-matter value. */
  readonly key?: Range;
  /** All that belongs to the value: the whole section, item or row. */
  readonly extent: Range;
  /** For the rows of a table: its header row, and the header cell of each column by property. */
  readonly table?: { readonly header: Range; readonly columns: ReadonlyMap<string, Range> };
  /** For one row: its cells by property, empty ones included. */
  readonly cells?: ReadonlyMap<string, Range>;
}

/** One failed constraint of the guide type, before a rule puts it into words. */
export interface Violation {
  /** The JSON Schema keyword that failed (`required`, `enum`, `minItems`, `x-ascending`, …). */
  readonly keyword: string;
  /** The value at fault; for `required` the value that is missing. */
  readonly pointer: JsonPointer;
  /** The keyword's parameters as the validator gives them. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly severity: Severity;
  /** Where to point: the value, or the place where the missing one belongs. */
  readonly range: Range;
}

/** How a document came to its type. */
export interface TypeFit {
  /** True when the user, the config or the guide said which type it has. */
  readonly told: boolean;
  /** False when the document looks like no known type; its type is then the nearest. */
  readonly isGood: boolean;
  /** Required sections that are there, of how many. */
  readonly found: number;
  readonly wanted: number;
  /** What the front matter calls the type, where no type is known by that name, and the names that are. */
  readonly unknownName?: { readonly name: string; readonly known: readonly string[] };
}

/** A document bound to its type. */
export interface Guide {
  readonly document: Document;
  readonly type: GuideTypeInfo;
  /** The normalized guide. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly places: ReadonlyMap<JsonPointer, Place>;
  readonly fit: TypeFit;
  readonly violations: readonly Violation[];
}

/** What rules, reporters and writers may know of a guide type. */
export interface GuideTypeInfo {
  /** `career-guide` for `career-guide.schema.json`. */
  readonly name: string;
  readonly schema: SchemaNode;
  /** A schema node with its `$ref` replaced by what that stands for. */
  resolve(node: SchemaNode): SchemaNode;
  /** The schema node that describes a value, `$ref` resolved; undefined where the schema says nothing of it. */
  nodeAt(pointer: JsonPointer): SchemaNode | undefined;
  /** The name of a value for people: `x-title` in that language, else `title`, else its canonical heading, else its key. */
  titleOf(pointer: JsonPointer, locale: Locale): string;
}

/** A JSON Schema 2020-12 node with guidepost's annotations. */
export interface SchemaNode {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly contentMediaType?: string;
  readonly 'x-source'?: Source;
  readonly 'x-parse'?: string;
  readonly 'x-title'?: Readonly<Record<string, string>>;
  readonly 'x-description'?: Readonly<Record<string, string>>;
  readonly 'x-recommended'?: SchemaNode;
  readonly [keyword: string]: unknown;
}

/** A heading that a section goes by. */
export interface SectionName {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly pattern?: string;
}

/** The value of `x-source`: where in the parent's scope a value stands. See docs/guide-types.md. */
export interface Source {
  readonly frontMatter?: true | string | readonly string[];
  readonly heading?: true | string;
  readonly section?: SectionName;
  readonly table?: { readonly columns: Readonly<Record<string, string | readonly string[]>> };
  readonly header?: string | readonly string[];
  readonly headers?: true;
  readonly items?: 'headings' | 'list' | 'any';
  readonly questions?: { readonly question: readonly string[]; readonly answer: readonly string[] };
  readonly group?: true;
  readonly label?: readonly string[];
  readonly labels?: '*';
  readonly hashtags?: true;
  readonly prose?: 'intro' | 'rest' | 'all';
  readonly of?: JsonPointer | readonly JsonPointer[];
  readonly collect?: readonly JsonPointer[];
  readonly or?: Source;
}

/** A replacement of one run of the file's text. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A repair; `unsafe` when it may change what the guide says. */
export interface Fix {
  readonly kind: 'safe' | 'unsafe';
  /** Set where it lets rules see what was hidden from them: what they find then is no harm that it did. */
  readonly unveils?: true;
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** One fault at one place, as reported; pure data. `range` may be empty where something is missing. */
export interface Problem {
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
  /** Further places that belong to the same fault. */
  readonly related?: readonly {
    readonly message: string;
    readonly range: { readonly start: Position; readonly end: Position };
  }[];
  readonly fix?: Fix;
}

/** All that a run found out about one file, for reporters: `text` is missing when the file could not be read. */
export interface FileReport {
  readonly path: string;
  readonly text?: string;
  /** Name of the guide type it was checked against. */
  readonly type?: string;
  /** Sorted by line, column, rule. */
  readonly problems: readonly Problem[];
  /** How many fixes were made, and how many problems the baseline hides; absent for none. */
  readonly fixed?: number;
  readonly known?: number;
}
