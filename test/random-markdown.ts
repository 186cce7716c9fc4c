import fc from 'fast-check';

const words = [
  '薬剤師', '海図', '「引用」', '（括弧）', '。', '、', '…', '灯台守の仕事', 'tide', 'table', 'snake_case', 'Café', '500〜800', '500~800', '~~',
  '1,300', '¥', '*', '**', '_', '__', '***', '`', '``', '[x]', '[ ]', '](y)', '![', '|', '\\', '\\*', '\\|', '#tag', '<b>', '</b>', '<br>',
  '<!-- a -->', '&', '&amp;', '&lt;', '>', '-', '---', '+', '===', '①', ':', '：', 'https://example.org/a_b', 'www.example.org',
  'a@example.org', '[^1]', '^', '{x}', '"', "'", '🚀', '　全角', '[リンク](https://example.org "題")', '**太字**', '*斜体*', '~~消す~~',
  '`code`', '[ref]', '[ref][]', '[文][ref]', '![図](a.png)', '<https://example.org>', '1️⃣', 'é', '\t',
]; // biome-ignore format: a list of words

const word = fc.constantFrom(...words);

const line = fc
  .tuple(
    fc.array(fc.tuple(word, fc.constantFrom('', ' ')), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('', '', '', '', '  ', '\\'),
  )
  .map(
    ([parts, end]) =>
      parts
        .map((part) => part.join(''))
        .join('')
        .trim() + end,
  );

const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((several) => several.join('\n'));

const leaf = fc.oneof(
  { weight: 5, arbitrary: lines },
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  fc.tuple(line, fc.constantFrom('===', '---')).map((parts) => parts.join('\n')),
  fc
    .tuple(line, line, fc.constantFrom('---', ':-:', '--:'), line, line)
    .map(
      ([first, second, rule, cell, last]) =>
        `| ${first} | ${second} |\n| ${rule} | --- |\n| ${cell} | ${last} |\n| ${last}`,
    ),
  lines.map((text) => `\`\`\`js\n${text}\n\`\`\``),
  fc.tuple(line, line).map(([open, done]) => `- [ ] ${open}\n- [x] ${done}`),
  fc.tuple(line, line).map(([outer, inner]) => `* ${outer}\n    * ${inner}\n        1. ${inner}`),
  fc.tuple(line, line).map(([first, second]) => `[^1]: ${first}\n    ${second}`),
  fc.constantFrom(
    ...['[ref]: https://example.org/', '[ref]: https://example.org/ "題"', "[ref]: https://example.org/ 'a\nb'"],
    ...['---', '***', '* * *', '<div>\na\n</div>', '<!-- c -->', '    indented\n\n    code'],
  ),
);

const { document } = fc.letrec<{ document: string; block: string }>((tie) => ({
  document: fc
    .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), fc.constantFrom('\n\n', '\n\n', '\n'))
    .map(([blocks, gap]) => blocks.join(gap)),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: leaf },
    tie('document').map((text) => `> ${indented(text, '> ')}`),
    fc.tuple(tie('document'), line).map(([text, last]) => `- ${indented(text, '  ')}\n- ${last}`),
    fc
      .tuple(tie('document'), line, fc.constantFrom('', '\n'))
      .map(([text, last, gap]) => `1. ${indented(text, '   ')}\n${gap}2. ${last}`),
  ),
}));

function indented(text: string, by: string): string {
  return text.replace(/\n(?=.)/g, `\n${by}`);
}

/** Markdown of all kinds of blocks, in each other as well, with signs at random. */
export const randomMarkdown: fc.Arbitrary<string> = document;
