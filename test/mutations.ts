/** Changes a text in a way in which texts are damaged, by hand or by machine. */
type Mutation = (text: string, random: () => number) => string;

const lineEnd = /\r\n|\n|\r/g;

function onLines(change: (lines: string[], pick: () => number) => void): Mutation {
  return (text, random) => {
    const lines = text.split('\n');
    change(lines, () => Math.floor(random() * lines.length));
    return lines.join('\n');
  };
}

function insert(...runs: readonly string[]): Mutation {
  return (text, random) => {
    const at = Math.floor(random() * (text.length + 1));
    return text.slice(0, at) + (runs[Math.floor(random() * runs.length)] ?? '') + text.slice(at);
  };
}

/** Changes one place where a pattern is found; a text without one stays as it is. */
function replaceOne(pattern: RegExp, replacement: string): Mutation {
  return (text, random) => {
    const found = [...text.matchAll(pattern)];
    const match = found[Math.floor(random() * found.length)];
    if (!match) return text;
    return text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length);
  };
}

const mutations: readonly Mutation[] = [
  onLines((lines, pick) => void lines.splice(pick(), 1)),
  onLines((lines, pick) => {
    const at = pick();
    lines.splice(at, 0, lines[at] ?? '');
  }),
  onLines((lines, pick) => {
    const [line = ''] = lines.splice(pick(), 1);
    lines.splice(pick(), 0, line);
  }),
  onLines((lines, pick) => {
    const at = pick();
    lines[at] = `${['  ', '    ', '\t', '　', '> ', '- ', '## ', '**'][at % 8]}${lines[at]}`;
  }),
  onLines((lines, pick) => {
    const at = pick();
    lines[at] = `${lines[at]}${[' ', '  ', '\t', '　', '**', ' |', '\\', '#'][at % 8]}`;
  }),
  onLines((lines, pick) => {
    const at = pick();
    lines[at] = lines[at]?.slice(0, Math.floor((lines[at]?.length ?? 0) / 2)) ?? '';
  }),
  (text, random) => text.slice(0, Math.floor(random() * text.length)),
  insert(' ', '  ', '　', '\t', '\u00a0', '\u200b'),
  insert('\n', '\n\n'),
  insert('*', '**', '_', '`', '~~', '|', '[', ']', '「', '」', '（', '）', '<', '>', '\\'),
  insert('🍲', '1\ufe0f\u20e3', '\u3099', '𠮷', '\ufffd', '\u202e'),
  insert('〜', '～', '-', '500', '１２', '万円', '。', '、', '：', 'TODO', 'をを'),
  replaceOne(/\*\*/g, ''),
  replaceOne(/\*\*/g, '** '),
  replaceOne(/\*\*/g, ' **'),
  replaceOne(/。/g, ''),
  replaceOne(/ /g, ''),
  replaceOne(/^#+ /gm, ''),
  replaceOne(/^#+ /gm, '#### '),
  replaceOne(/\|/g, ''),
  replaceOne(/\|/g, '| |'),
  replaceOne(/^- /gm, '* '),
  replaceOne(/^(?:- |\* )/gm, '-'),
  replaceOne(/["',]/g, ''),
  replaceOne(/^---.*$/gm, ''),
  replaceOne(/\n\n/g, '\n'),
  replaceOne(/[:：]/g, ''),
];

/** A text damaged in one to four places. */
export function mutated(text: string, random: () => number): string {
  let result = text;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1)
    result = mutations[Math.floor(random() * mutations.length)]?.(result, random) ?? result;
  return result;
}

/** The same text with other line ends. */
export function withLineEnds(text: string, end: '\n' | '\r\n' | '\r'): string {
  return text.replaceAll(lineEnd, end);
}
