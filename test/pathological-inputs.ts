import {
  asFrontMatter,
  bare,
  count,
  inGuide,
  kilo,
  ladder,
  mega,
  type PathologicalInput,
  steps,
  times,
} from './pathological-input.ts';

const nesting = [
  bare('quotes in quotes on one line', 20 * kilo, (size) => `${times('> ', size)}a\n`),
  inGuide('quotes in quotes without spaces', 20 * kilo, (size) => `${times('>', size)}a`),
  inGuide('quotes in quotes, many lines', 200 * kilo, (size) => times(`${'> '.repeat(60)}a\n`, size)),
  inGuide('quotes that grow by one each line', 100 * kilo, (size) =>
    Array.from({ length: steps(size / 2) }, (_, index) => `${'> '.repeat(index + 1)}a\n`).join(''),
  ),
  bare('bullets in bullets on one line', 10 * kilo, (size) => `${times('* ', size)}a\n`),
  inGuide('dashes in dashes on one line', 10 * kilo, (size) => `${times('- ', size)}a`),
  inGuide('numbers in numbers on one line', 10 * kilo, (size) => `${times('1. ', size)}a`),
  inGuide('bullets and quotes by turns', 10 * kilo, (size) => `${times('> * ', size)}a`),
  inGuide('bullets nested by two spaces', 100 * kilo, (size) => ladder(size, '- ', 2)),
  inGuide('numbers nested by three spaces', 100 * kilo, (size) => ladder(size, '1. ', 3)),
  inGuide('bullets nested by tabs', 100 * kilo, (size) => ladder(size, '- ', 2).replaceAll('  ', '\t')),
  inGuide('bullets nested and back again', 200 * kilo, (size) =>
    times(Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''), size),
  ),
  inGuide('lazy lines below nested quotes', 40 * kilo, (size) => `${'> '.repeat(50)}a\n${times('b\n', size)}`),
  inGuide('lazy quote lines', 40 * kilo, (size) => `> a\n${times('b\n', size)}`),
  inGuide('lazy lines below nested bullets', 40 * kilo, (size) => `${'- '.repeat(50)}a\n${times('b\n', size)}`),
  inGuide('quote and lazy line by turns', 40 * kilo, (size) => times('> a\nb\n', size)),
  inGuide('blank lines within nested lists', 100 * kilo, (size) => `${'- '.repeat(40)}a\n${times('\n', size)}b`),
  inGuide('items with a blank line between', 200 * kilo, (size) => times('- a\n\n', size)),
  inGuide('bullets of changing markers', 200 * kilo, (size) => times('- a\n* b\n+ c\n', size)),
  inGuide('empty items', 200 * kilo, (size) => times('-\n', size)),
];

const brackets = [
  bare('opening brackets', 50 * kilo, (size) => times('[', size)),
  inGuide('opening and closing brackets', 50 * kilo, (size) => times('[', size / 2) + times(']', size / 2)),
  inGuide('a]', 40 * kilo, (size) => times('a]', size)),
  inGuide('[a](', 40 * kilo, (size) => times('[a](', size)),
  inGuide('[a](<b', 40 * kilo, (size) => times('[a](<b', size)),
  inGuide('[a](b "', 40 * kilo, (size) => times('[a](b "', size)),
  inGuide('![[]()', 40 * kilo, (size) => times('![[]()', size)),
  inGuide('[ (](', 40 * kilo, (size) => times('[ (](', size)),
  inGuide('[[]]', 40 * kilo, (size) => times('[[]]', size)),
  inGuide('links in links', 40 * kilo, (size) => times('[', size / 6) + times('a](b)', (size * 5) / 6)),
  inGuide('images in images', 40 * kilo, (size) => times('![', size / 6) + times('](b)', (size * 4) / 6)),
  inGuide('opening image brackets', 50 * kilo, (size) => times('![', size)),
  inGuide('parentheses in an address', 40 * kilo, (size) => `[a](${times('(', size / 2)}${times(')', size / 2)})`),
  inGuide('many links', 500 * kilo, (size) => times('[a](b) ', size)),
  inGuide('footnote signs', 40 * kilo, (size) => times('[^', size)),
  inGuide('references by the name of nothing', 100 * kilo, (size) => times('[a][b]', size)),
  inGuide('task boxes', 100 * kilo, (size) => times('- [ ] a\n', size)),
  inGuide('brackets with backslashes', 40 * kilo, (size) => times('[\\]', size)),
];

const emphasis = [
  inGuide('*a **a ', 40 * kilo, (size) => times('*a **a ', size)),
  inGuide('a**b', 40 * kilo, (size) => `a${times('**b', size)}c* `),
  inGuide('*a_ ', 40 * kilo, (size) => times('*a_ ', size)),
  inGuide('emphasis in emphasis', 20 * kilo, (size) => times('*a ', size / 2) + times(' a*', size / 2)),
  inGuide('strong in strong', 20 * kilo, (size) => times('**a ', size / 2) + times(' a**', size / 2)),
  inGuide('strong emphasis in itself', 20 * kilo, (size) => times('*a **a ', size / 2) + times('b** b* ', size / 2)),
  inGuide(
    'underscores and asterisks in each other',
    20 * kilo,
    (size) => times('_*', size / 2) + times('*_', size / 2),
  ),
  inGuide('asterisks in one run', 100 * kilo, (size) => times('*', size)),
  inGuide('two runs of asterisks', 20 * kilo, (size) => `${times('*', size / 2)}a${times('*', size / 2)}`),
  inGuide('asterisk pairs with spaces', 100 * kilo, (size) => times('** ', size)),
  inGuide('a_b_', 100 * kilo, (size) => times('a_b_', size)),
  inGuide('closers without openers', 100 * kilo, (size) => times('a** b* ', size)),
  inGuide('runs of growing length', 100 * kilo, (size) =>
    Array.from({ length: steps(size) }, (_, index) => `${'*'.repeat(index + 1)}a`).join(''),
  ),
  inGuide('tildes', 100 * kilo, (size) => times('~~', size)),
  inGuide('~~a ', 100 * kilo, (size) => times('~~a ', size)),
  inGuide('single tildes', 100 * kilo, (size) => times('500~800円 ', size)),
  inGuide('deletions in emphasis', 40 * kilo, (size) => times('~~a *', size / 2) + times('* a~~', size / 2)),
  inGuide('Japanese emphasis that does not close', 100 * kilo, (size) => times('**「強い」**と', size)),
];

const code = [
  inGuide('backticks of growing length', 100 * kilo, (size) =>
    Array.from({ length: steps(size) }, (_, index) => `e${'`'.repeat(index + 1)}`).join(''),
  ),
  inGuide('backticks of falling length', 100 * kilo, (size) =>
    Array.from({ length: steps(size) }, (_, index, all = steps(size)) => `e${'`'.repeat(all - index)}`).join(''),
  ),
  inGuide('single backticks', 100 * kilo, (size) => `${times('`a', size)}`),
  inGuide('backticks in one run', 200 * kilo, (size) => `a${times('`', size)}`),
  inGuide('unclosed fence', mega, (size) => `\`\`\`\n${times('a line of code\n', size)}`),
  inGuide('fences that open and close', 500 * kilo, (size) => times('```\n', size)),
  inGuide('fences of growing length', 100 * kilo, (size) =>
    Array.from({ length: steps(size) }, (_, index) => `${'`'.repeat(index + 3)}\n`).join(''),
  ),
  inGuide('fences within quotes', 200 * kilo, (size) => times('> ```\n', size)),
  inGuide('indented code with blank lines', 500 * kilo, (size) => times('    a\n\n', size)),
  inGuide('tabs', 500 * kilo, (size) => times('\t', size)),
  inGuide('tabs and letters', 500 * kilo, (size) => times('\ta\n', size)),
];

const html = [
  inGuide('<?', 40 * kilo, (size) => `a ${times('<?', size)}`),
  inGuide('<!--', 40 * kilo, (size) => `a ${times('<!--', size)}`),
  inGuide('<!A', 40 * kilo, (size) => `a ${times('<!A ', size)}`),
  inGuide('<![CDATA[', 40 * kilo, (size) => `a ${times('<![CDATA[', size)}`),
  inGuide('<a href="', 40 * kilo, (size) => `a ${times('<a href="', size)}`),
  inGuide('<a b', 40 * kilo, (size) => `a ${times('<a b', size)}`),
  inGuide('an element with many attributes', 200 * kilo, (size) => `a <a ${times('b="c" ', size)}`),
  inGuide('elements that do not close', 200 * kilo, (size) => times('<b>', size)),
  inGuide('comments line by line', 200 * kilo, (size) => times('<!-- a -->\n\n', size)),
  inGuide('suppression comments', 3 * mega, (size) =>
    times('<!-- guidepost-disable-next-line no-placeholder -->\n', size),
  ),
  inGuide('lines that begin with <div', 200 * kilo, (size) => times('<div>\n\n', size)),
  bare('signs less-than', 100 * kilo, (size) => times('<', size)),
  inGuide('<a@', 40 * kilo, (size) => times('<a@', size)),
];

const addresses = [
  inGuide('http://a@', 100 * kilo, (size) => times('http://a@', size)),
  inGuide('a@a@', 100 * kilo, (size) => times('a@a@', size)),
  inGuide('a@a.a@', 100 * kilo, (size) => times('a@a.a@', size)),
  inGuide('a.a.a without an at sign', 100 * kilo, (size) => times('a.', size)),
  inGuide('one address of dots', 100 * kilo, (size) => `a@${times('b.', size)}`),
  inGuide('one address of hyphens', 100 * kilo, (size) => `${times('a-', size)}@b.c`),
  inGuide('www. in one word', 100 * kilo, (size) => times('www.', size)),
  inGuide('addresses with closing brackets', 100 * kilo, (size) => `http://a.example/${times(')', size)}`),
  inGuide('addresses with entities at the end', 100 * kilo, (size) => `http://a.example/${times('&a;', size)}`),
  inGuide('many addresses', 500 * kilo, (size) => times('https://example.org/a ', size)),
  inGuide('many mail addresses', 500 * kilo, (size) => times('a@example.org ', size)),
  inGuide('addresses with underscores', 100 * kilo, (size) => `http://${times('a_', size)}.example`),
];

const entities = [
  inGuide('&amp;', 500 * kilo, (size) => times('&amp;', size)),
  inGuide('&amp; over many paragraphs', 500 * kilo, (size) => times('&amp; a\n\n', size)),
  inGuide('&#x', 300 * kilo, (size) => times('&#x', size)),
  inGuide('&#0;', 300 * kilo, (size) => times('&#0;', size)),
  inGuide('ampersands', 500 * kilo, (size) => times('&', size)),
  inGuide('a name without end after an ampersand', mega, (size) => `&${times('a', size)}`),
  inGuide('a number without end after an ampersand', mega, (size) => `&#${times('1', size)};`),
  inGuide('escapes', 500 * kilo, (size) => times('\\*', size)),
  inGuide('backslashes', 500 * kilo, (size) => times('\\', size)),
];

const tables = [
  inGuide('a table of many rows', 1_400 * kilo, (size) => `| a | b |\n|---|---|\n${times('| 灯 | 台 |\n', size)}`),
  inGuide('a table of many columns', 200 * kilo, (size) => {
    const columns = Math.max(1, Math.floor(size / 12));
    return `${'|a'.repeat(columns)}|\n${'|---'.repeat(columns)}|\n${'|b'.repeat(columns)}|\n`;
  }),
  inGuide('a wide head over short rows', 100 * kilo, (size) => {
    const columns = Math.max(1, Math.floor(size / 8));
    return `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|\n'.repeat(columns * 2)}`;
  }),
  inGuide('many small tables', 500 * kilo, (size) => times('| a |\n| - |\n| b |\n\n', size)),
  inGuide('lines of bars only', 200 * kilo, (size) => times('|\n', size)),
  inGuide('one line of bars', 200 * kilo, (size) => `${times('|', size)}\n`),
  inGuide('heads without a delimiter row', 200 * kilo, (size) => times('| a | b |\n', size)),
  inGuide('delimiter rows only', 200 * kilo, (size) => times('|-|-|\n', size)),
  inGuide('a delimiter row without end', 200 * kilo, (size) => `| a |\n|${times('-', size)}`),
  inGuide('escaped bars in one cell', 200 * kilo, (size) => `| a |\n| - |\n| ${times('\\|', size)} |`),
  inGuide('tables in quotes', 200 * kilo, (size) => `> | a |\n> | - |\n${times('> | b |\n', size)}`),
  inGuide('cells of broken emphasis', 100 * kilo, (size) => `| a |\n|---|\n${times('| *a **a [b |\n', size)}`),
];

const definitions = [
  inGuide(
    'definitions and their uses',
    200 * kilo,
    (size) => `${count(size / 2, (index) => `[a${index}]: /b\n`)}\n${count(size / 2, (index) => `[a${index}] `)}`,
  ),
  inGuide('one definition, many uses', 200 * kilo, (size) => `[a]: /${'b'.repeat(1_000)}\n\n${times('[a] ', size)}`),
  inGuide('the same definition again and again', 200 * kilo, (size) => times('[a]: /b\n', size)),
  inGuide('a title without end', 200 * kilo, (size) => `[a]: /b "${times('c\n', size)}`),
  inGuide('titles that do not close', 40 * kilo, (size) => times('[a]: /b "\n', size)),
  inGuide('[a]: ', 100 * kilo, (size) => times('[a]: ', size)),
  inGuide(
    'footnotes and their uses',
    200 * kilo,
    (size) => `${count(size / 2, (index) => `[^${index}] `)}\n\n${count(size / 2, (index) => `[^${index}]: a\n`)}`,
  ),
  inGuide('one footnote, many uses', 200 * kilo, (size) => `[^a]: b\n\n${times('[^a] ', size)}`),
  inGuide('footnotes in footnotes', 20 * kilo, (size) => times('[^a]: ', size)),
  inGuide('a label of 999 signs, again and again', 200 * kilo, (size) => times(`[${'a'.repeat(990)}][`, size)),
];

const lines = [
  inGuide('blank lines', 100 * kilo, (size) => times('\n', size)),
  bare('blank lines before everything', 100 * kilo, (size) => `${times('\n', size)}# 灯台守\n`),
  bare('spaces only', 500 * kilo, (size) => times(' ', size)),
  inGuide('spaces within a line', 500 * kilo, (size) => `a${times(' ', size)}b`),
  inGuide('lines of spaces', 500 * kilo, (size) => times('     \n', size)),
  inGuide('headings', 400 * kilo, (size) => times('## a\n', size)),
  inGuide('headings of six levels', 400 * kilo, (size) => times('# a\n## b\n### c\n#### d\n##### e\n###### f\n', size)),
  inGuide('number signs in one line', mega, (size) => times('#', size)),
  inGuide('number signs with spaces', mega, (size) => `# a ${times('# ', size)}`),
  inGuide('setext underlines', 400 * kilo, (size) => times('a\n=\n', size)),
  inGuide('a setext underline without end', mega, (size) => `a\n${times('=', size)}`),
  inGuide('a paragraph of many lines over an underline', 400 * kilo, (size) => `${times('a\n', size)}===`),
  inGuide('thematic breaks', 400 * kilo, (size) => times('***\n', size)),
  inGuide('a thematic break without end', 400 * kilo, (size) => `${times('- ', size)}\n`),
  inGuide('almost a thematic break', 40 * kilo, (size) => `${times('* ', size)}a`),
  inGuide('hard breaks', 400 * kilo, (size) => times('a  \n', size)),
  inGuide('hard breaks by backslash', 400 * kilo, (size) => times('a\\\n', size)),
  inGuide('one paragraph of many lines', mega, (size) => times('a\n', size)),
  inGuide('many paragraphs', mega, (size) => times('a\n\n', size)),
  inGuide('CR as line end', 400 * kilo, (size) => times('a\r', size)),
  inGuide('CRLF as line end', 400 * kilo, (size) => times('a\r\n\r\n', size)),
  inGuide('list numbers that grow', 200 * kilo, (size) => count(size, (index) => `${index}. a\n`)),
  inGuide('a number of many digits', 200 * kilo, (size) => times('1', size)),
];

const prose = [
  inGuide('prose of 5 MB', 5 * mega, (size) =>
    times(`${'The keeper lights the lamp every night. '.repeat(20)}\n\n`, size),
  ),
  inGuide('Japanese prose', 2 * mega, (size) =>
    times(`${'夜ごとに光をともし、船の安全を守る。'.repeat(20)}\n\n`, size),
  ),
  inGuide('one line of Japanese', mega, (size) => times('夜ごとに光をともし、', size)),
  inGuide('one word of letters', mega, (size) => times('a', size)),
  inGuide('emoji joined into families', mega, (size) => times('👨‍👩‍👧‍👦', size)),
  inGuide('combining marks', mega, (size) => `e${times('\u0301', size)}`),
  inGuide('marks of direction', mega, (size) => times('\u202e\u2066', size)),
  inGuide('lone surrogates', 200 * kilo, (size) => times('\ud83d ', size)),
  inGuide('keycaps', 500 * kilo, (size) => times('1️⃣', size)),
  inGuide('ideographic spaces', 500 * kilo, (size) => times('\u3000', size)),
  inGuide('control characters', 500 * kilo, (size) => times('\u001b[31m\u0007', size)),
  inGuide('labels', 500 * kilo, (size) => times('**目的:** 光\n\n', size)),
  inGuide('labels in bullets', 500 * kilo, (size) => times('- **目的:** 光\n', size)),
  inGuide('labels in one paragraph', 200 * kilo, (size) => times('**目的:** 光 ', size)),
  inGuide('hashtags', 500 * kilo, (size) => times('#灯台 ', size)),
  inGuide('hashtags in code spans', 500 * kilo, (size) => times('`#灯台` ', size)),
  inGuide('questions', 500 * kilo, (size) => times('**Q. なぜ光を守るのか**\n\n**A.** 船のため。\n\n', size)),
  inGuide('questions in bullets', 500 * kilo, (size) => times('- **質問:** なぜ\n  - **回答:** 船のため\n', size)),
  inGuide('chapters again and again', 400 * kilo, (size) => times('## 2️⃣ 主な業務\n\n### 点灯\n\n光\n\n', size)),
  inGuide('placeholders', 400 * kilo, (size) => times('[具体的な名前] 〇〇 TODO ', size)),
];

const frontMatters = [
  asFrontMatter(
    'brackets in JSON',
    60 * kilo,
    '---json',
    (size) => `{"a": ${times('[', size / 2)}${times(']', size / 2)}}`,
  ),
  asFrontMatter(
    'objects in JSON',
    60 * kilo,
    '---json',
    (size) => `{"a": ${times('{"a":', (size * 5) / 6)}1${times('}', size / 6)}}`,
  ),
  asFrontMatter('brackets in YAML', 60 * kilo, '---', (size) => `a: ${times('[', size / 2)}${times(']', size / 2)}`),
  asFrontMatter('mappings in YAML', 60 * kilo, '---', (size) => ladder(size, '', 1).replaceAll('a\n', 'a:\n')),
  asFrontMatter('dashes in YAML', 20 * kilo, '---', (size) => `a:\n  ${times('- ', size)}b`),
  asFrontMatter('brackets in TOML', 60 * kilo, '+++', (size) => `a = ${times('[', size / 2)}${times(']', size / 2)}`),
  asFrontMatter('a dotted key in TOML', 60 * kilo, '+++', (size) => `${times('a.', size)}a = 1`),
  asFrontMatter('aliases of aliases in YAML', 1 * kilo, '---', (size) =>
    ['a0: &a0 [x, x]']
      .concat(
        Array.from({ length: Math.min(40, Math.ceil(size / 60)) }, (_, index) => {
          const use = `*a${index}`;
          return `a${index + 1}: &a${index + 1} [${Array.from({ length: 9 }, () => use).join(', ')}]`;
        }),
      )
      .join('\n'),
  ),
  asFrontMatter(
    'many keys in JSON',
    64 * kilo,
    '---json',
    (size) => `{${count(size - 20, (index) => `"k${index}":1,`)}"z":1}`,
  ),
  asFrontMatter('many keys in YAML', 64 * kilo, '---', (size) => count(size - 20, (index) => `k${index}:\n`)),
  asFrontMatter('many keys in TOML', 64 * kilo, '+++', (size) => count(size - 20, (index) => `k${index}=1\n`)),
  asFrontMatter('the same key in YAML', 64 * kilo, '---', (size) => times('a: 1\n', size - 10)),
  asFrontMatter('one long string in JSON', 64 * kilo, '---json', (size) => `{"title": "${times('光', size - 20)}"}`),
  asFrontMatter('anchors in YAML', 60 * kilo, '---', (size) => count(size, (index) => `k${index}: &k${index} 1\n`)),
  asFrontMatter('a block of 5 MB', 5 * mega, '---', (size) => times('a: 1\n', size)),
  bare('JSON that is not closed', 5 * mega, (size) => `---json\n{\n${times('  "a": 1,\n', size)}`),
  bare('YAML that is not closed', 5 * mega, (size) => `---\n${times('a: 1\n', size)}`),
  bare('fences only', mega, (size) => times('---\n', size)),
  bare('headings in front matter', mega, (size) => `---\n${times('\n# a\n\n', size)}---\n`),
  bare('blank lines in front matter', 500 * kilo, (size) => `---\n# a\n${times('\n', size)}---\n`),
  bare('blank lines in JSON front matter', 500 * kilo, (size) => `---json\n{\n}\n${times(' \n', size)}---\n`),
  bare('a fence after spaces', mega, (size) => `${times(' ', size)}---\na: 1\n---\n`),
];

/** All of them. */
export const pathologicalInputs: readonly PathologicalInput[] = [
  ...nesting,
  ...brackets,
  ...emphasis,
  ...code,
  ...html,
  ...addresses,
  ...entities,
  ...tables,
  ...definitions,
  ...lines,
  ...prose,
  ...frontMatters,
];
