const global = 'guidepostWasRun';

/** What must never run: as JavaScript and as CoffeeScript it leaves a mark in the process, and one on the disk. */
export function payload(canary: string): string {
  return `globalThis.${global} = true; require('node:fs').writeFileSync(${JSON.stringify(canary)}, 'ran')`;
}

/** Takes the mark away, and says whether it was there. */
export function takeMark(): boolean {
  const marks: Record<string, unknown> = globalThis;
  const wasRun = global in marks;
  Reflect.deleteProperty(marks, global);
  return wasRun;
}

const languages = [
  'js',
  'javascript',
  'JS',
  'JavaScript',
  'Js',
  'coffee',
  'coffeescript',
  'COFFEE',
  'cson',
  'CSON',
  'eval',
  'node',
  'ts',
  'mjs',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
];

/** Openings of front matter that ask for a language, and ways to write them; by name, the text of a file. */
export function fences(code: string, body: string): ReadonlyMap<string, string> {
  const block = (open: string, close = '---'): string => `${open}\n${code}\n${close}\n\n${body}`;
  const variants: [string, string][] = [
    ...languages.map((language): [string, string] => [language, block(`---${language}`)]),
    ['a blank before', block('--- js')],
    ['blanks around', block('---  javascript  ')],
    ['a tab before', block('---\tjs')],
    ['a blank behind', block('---js ')],
    ['a blank line above', `\n${block('---js')}`],
    ['blanks before the fence', block('  ---js')],
    ['CRLF', block('---js').replaceAll('\n', '\r\n')],
    ['CR', block('---js').replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${block('---js')}`],
    ['a byte order mark and CRLF', `\uFEFF${block('---javascript').replaceAll('\n', '\r\n')}`],
    ['no closing fence', `---js\n${code}\n`],
    ['no closing fence, but a body', `---js\n${code}\n\n${body}`],
    ['nothing but the fence', '---js'],
    ['plus signs', block('+++js', '+++')],
    ['semicolons', block(';;;js', ';;;')],
    ['tildes', block('~~~js', '~~~')],
    ['four dashes', block('----js')],
    ['a colon', block('---:js')],
    ['a second block', `---\ntitle: a\n---\n${block('---js')}`],
    ['a second block in JSON', `---json\n{ "title": "a" }\n---\n${block('---js')}`],
    ['a block in the block', `---\ntitle: a\nb: |\n  ---js\n  ${code}\n  ---\n---\n\n${body}`],
    ['a tag of YAML', `---\ntitle: !!js/function 'function () { ${code} }'\nb: !!js/undefined ''\n---\n\n${body}`],
    ['a template', `---json\n{ "title": "\${${code.replaceAll('"', "'")}}" }\n---\n\n${body}`],
  ];
  return new Map(variants);
}
