/** What steers a terminal, a text that runs from right to left, or a log; each is hidden in a text and must be shown there. */
export const steeringStrings: readonly string[] = [
  ...[
    '\u001b[31m',
    '\u001b[2J\u001b[H',
    '\u001b]0;FORGED\u0007',
    '\u001b]8;;https://example.com\u001b\\FORGED',
    '\u001b]52;c;RkFLRQ==\u0007',
  ],
  ...[
    '\u001bP1$r\u001b\\',
    '\u001b_FORGED\u001b\\',
    '\u009b31m',
    '\u009d0;FORGED\u009c',
    '\u0090\u009c',
    '\u0007',
    '\b\b\b\b',
    '\u0000',
    '\u007f',
    '\u000e',
  ],
  ...[
    '\rFORGED',
    '\nFORGED',
    '\r\nFORGED',
    '\u2028FORGED',
    '\u2029FORGED',
    '\u0085FORGED',
    '\u000bFORGED',
    '\u000cFORGED',
  ],
  ...[
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u200e',
    '\u200f',
    '\u061c',
  ],
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u180e', '\u{e0041}', '\ud83d', '\ufffe'],
];

/** What a CI service obeys, at the start of a line or anywhere. */
export const commandStrings: readonly string[] = [
  ...[
    '::error::FORGED',
    '::error file=a.md::FORGED',
    '::warning::FORGED',
    '::add-mask::a',
    '::stop-commands::a',
    '::set-output name=a::b',
  ],
  ...[
    '\n::error::FORGED',
    '\r::error::FORGED',
    '\u2028::error::FORGED',
    '\n  ::add-mask::a',
    '%0A::error::FORGED',
    ',title=FORGED::',
  ],
  ...[
    '##[error]FORGED',
    '##[group]FORGED',
    '##[command]FORGED',
    '##vso[task.setvariable variable=a]b',
    '##VSO[task.logissue type=error]FORGED',
  ],
  ...["##teamcity[buildStatus status='SUCCESS']", 'section_start:1:a\r\u001b[0KFORGED', 'section_end:1:a\r\u001b[0K'],
];

/** What a format has a meaning of its own for. */
export const markupStrings: readonly string[] = [
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    ']]>',
    '</code></pre>',
    '<!--',
    '&amp;&#0;',
    '-->',
  ],
  ...[
    '`a`',
    '[a](javascript:alert(1))',
    '![a](https://example.com/a.png)',
    '| a | b |',
    '@someone',
    '#1',
    'https://example.com',
    '\\',
    '"',
    '**a**',
    '$a$',
  ],
];

export const hostileStrings: readonly string[] = [...steeringStrings, ...commandStrings, ...markupStrings];

/** All of them in one text. */
export const cocktail = hostileStrings.map((text) => `a${text}`).join(' ');

const steering =
  /(?![\t\n])\p{Cc}|[\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]|(?!\u200d)[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const command = /^\s*::(?!(?:error|warning|notice) )|##[a-z]*\[|^\s*FORGED/im;

/** What of a text would be obeyed; undefined where nothing is. */
export function obeyedIn(text: string): string | undefined {
  return (steering.exec(text) ?? command.exec(text))?.[0];
}
