import { lineEndIn } from '../line-end.ts';
import type { Document, Fix, Locale, ParseFault, Range } from '../model.ts';
import { readSyntaxFault } from '../parse/faults/read-syntax-fault.ts';
import { syntaxWords } from '../parse/faults/syntax-words.ts';
import { quoted } from './quoted.ts';
import { type CheckContext, defineRule, type Finding } from './rule.ts';
import { shortened } from './shortened.ts';

const en = {
  unclosed: (p: { fence: string }) => `The front matter is not closed; put a line ${p.fence} after its last line`,
  language: (p: { fence: string }) =>
    `Front matter that begins with "${p.fence}" is not read; write JSON (---json), YAML (---) or TOML (+++)`,
  tooLarge: (p: { limit: string }) =>
    `The front matter is larger than ${p.limit} KB; close it with --- after its last line, or move long text into the body`,
  duplicate: (p: { key: string }) => `The key "${p.key}" is given twice; keep one of them`,
  notMapping: 'Front matter has to be keys with values, such as title: Soup; this is something else',
  notFirst: 'Blank lines stand before the front matter; it has to begin on the first line',
  fix: 'Correct the front matter here',
  close: (p: { fence: string }) => `Insert the line ${p.fence}`,
  moveUp: 'Remove the blank lines before the front matter',
};

const ja: typeof en = {
  unclosed: (p) => `フロントマターが閉じていません。最後の行のあとに ${p.fence} だけの行を置いてください`,
  language: (p) =>
    `「${p.fence}」で始まるフロントマターは読めません。JSON（---json）、YAML（---）、TOML（+++）のどれかで書いてください`,
  tooLarge: (p) =>
    `フロントマターが${p.limit}KBを超えています。最後の行のあとに --- を置いて閉じるか、長い文を本文に移してください`,
  duplicate: (p) => `項目「${p.key}」が2回書かれています。どちらかを消してください`,
  notMapping: 'フロントマターは「項目名: 値」の形で書きますが、ここはその形になっていません',
  notFirst: 'フロントマターの前に空行があります。1行目から始めてください',
  fix: 'フロントマターのこの部分を直す',
  close: (p) => `${p.fence} の行を入れる`,
  moveUp: 'フロントマターの前の空行を消す',
};

/** The front matter can be decoded; one problem at the place where reading it stops. */
export const frontMatterReadable = defineRule({
  id: 'front-matter-readable',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'The front matter can be read',
      why: 'One missing quotation mark or comma makes the whole block unreadable: the page then has no title, no description and no tags. Only JSON, YAML and TOML are read, and nothing in them is run.',
    },
    ja: {
      summary: 'フロントマターを読み取れる',
      why: '引用符やカンマが1つ足りないだけで、フロントマター全体が読めなくなり、ページのタイトルも説明文もタグもなくなります。読めるのはJSON、YAML、TOMLだけです。',
    },
  },
  messages: { en, ja },
  examples: {
    accept: [
      { guide: '---json\n{\n  "title": "灯台守",\n  "tags": ["海", "光"]\n}\n---\n' },
      { guide: '---\ntitle: "灯台守: 光を守る仕事"\n---\n\n# 灯台守\n' },
      { guide: '+++\ntitle = "Lighthouse keeper"\n+++\n' },
      { guide: '# No front matter\n\n---\n\nA break is no front matter\n' },
    ],
    reject: [
      { guide: '---json\n{\n  "title": "灯台守",\n}\n---\n', marks: ',' },
      { guide: '---json\n{\n  "title": "灯台守"\n  "slug": "keeper"\n}\n---\n', marks: '"slug"' },
      { guide: '---json\n{\n  "title"： "灯台守"\n}\n---\n', marks: '：' },
      { guide: '---json\r\n{\r\n  "title": "Keeper"\r\n}\r\n\r\n# Keeper\r\n', marks: '---json' },
      { guide: '---json\n{\n  "title": "The "keeper" of lights"\n}\n---\n', marks: '"' },
      { guide: '---\ntitle: Lighthouse keeper: a life at sea\n---\n', marks: 'Lighthouse keeper: a life at sea' },
      { guide: '---\ntitle: [完全ガイド] 灯台守\nslug: keeper\n---\n', marks: '[完全ガイド] 灯台守' },
      { guide: '---\nslug: keeper\ntitle：灯台守\n---\n', marks: '：' },
      { guide: '---\ntags:\n\t- sea\n---\n', marks: '\t' },
      { guide: '---\ntitle: "Keeper\nslug: keeper\n---\n', marks: '"Keeper' },
      { guide: '+++\ntitle = Keeper\n+++\n', marks: 'Keeper' },
      { guide: '---js\n{ title: run() }\n---\n', marks: '---js' },
      { guide: '---\nslug: keeper\nslug: lighthouse\n---\n', marks: 'slug' },
      { guide: '---\n- 灯台守\n---\n' },
      { guide: '\n---\ntitle: 灯台守\n---\n', marks: '\n' },
    ],
  },
  *check({ document }, context) {
    for (const fault of document.faults) {
      if (fault.code.startsWith('front-matter-')) yield findingOf(fault, document, context);
    }
  },
});

function findingOf(fault: ParseFault, document: Document, context: CheckContext<typeof en, undefined>): Finding {
  const { say } = context;
  const { code, detail, range } = fault;
  switch (code) {
    case 'front-matter-syntax':
      return syntaxFinding(fault, document, context);
    case 'front-matter-unclosed':
      return {
        range,
        message: say.unclosed({ fence: detail }),
        ...closing(document, detail, say.close({ fence: detail })),
      };
    case 'front-matter-language':
      return { range, message: say.language({ fence: detail }) };
    case 'front-matter-too-large':
      return { range, message: say.tooLarge({ limit: detail }) };
    case 'front-matter-duplicate-key':
      return { range, message: say.duplicate({ key: detail }) };
    case 'front-matter-not-first':
      return {
        range,
        message: say.notFirst,
        fix: { kind: 'safe', unveils: true, title: say.moveUp, edits: [{ range, text: '' }] },
      };
    default:
      return { range: trimmed(range, document.source.text), message: say.notMapping };
  }
}

function syntaxFinding(
  fault: ParseFault,
  document: Document,
  { say, locale }: CheckContext<typeof en, undefined>,
): Finding {
  const { frontMatter } = document;
  if (!frontMatter) return { range: fault.range, message: say.notMapping };
  const { kind, range, found, wanted = '', edits } = readSyntaxFault(document, frontMatter, fault);
  const message = syntaxWords[locale][kind]({ found: cited(found, locale), wanted });
  return { range, message, ...(edits && { fix: { kind: 'safe', unveils: true, title: say.fix, edits } }) };
}

/** English marks would double those that the text brings along. */
function cited(found: string, locale: Locale): string {
  return locale === 'en' && found.startsWith('"') ? shortened(found) : quoted(found, locale);
}

/** Where a JSON block ends is certain; other formats may go on. */
function closing({ source: { text }, frontMatter }: Document, fence: string, title: string): { fix?: Fix } {
  const content = text.slice(0, frontMatter?.content.end ?? 0).trimEnd();
  if (frontMatter?.format !== 'json' || !content.endsWith('}')) return {};
  const end = content.length;
  return {
    fix: { kind: 'safe', unveils: true, title, edits: [{ range: { start: end, end }, text: lineEndIn(text) + fence }] },
  };
}

function trimmed({ start, end }: Range, text: string): Range {
  const inner = text.slice(start, end);
  if (inner.trim() === '') return { start, end };
  return { start: start + inner.length - inner.trimStart().length, end: start + inner.trimEnd().length };
}
