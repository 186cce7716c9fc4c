import { describe, expect, it } from 'vitest';
import { type Files, json, runIn, soup } from './config-project.ts';

describe('a config that cannot be used ends the run with all its mistakes', () => {
  const cases: [string, Files, string[]][] = [
    [
      'unknown key, with the nearest',
      { 'guidepost.config.json': '{\n  "rule": {}\n}\n' },
      ['guidepost.config.json:2:3: There is no key "rule" here; did you mean "rules"?'],
    ],
    [
      'unknown key, with all of them where none is near',
      { 'guidepost.config.json': '{ "overrides": [{ "files": ["a"], "rules": {}, "comment": "x" }] }' },
      ['guidepost.config.json:1:48: There is no key "comment" here; known are files, rules.'],
    ],
    [
      'unknown rule',
      { 'guidepost.config.json': '{\n  "rules": { "text-lenght": "off" }\n}\n' },
      ['guidepost.config.json:2:14: There is no rule "text-lenght"; did you mean "text-length"?'],
    ],
    [
      'unknown rule of an override, in YAML',
      { 'guidepost.config.yaml': 'overrides:\n  - files: [drafts]\n    rules:\n      section-presents: off\n' },
      ['guidepost.config.yaml:4:7: There is no rule "section-presents"; did you mean "section-present"?'],
    ],
    [
      'unknown severity',
      { 'guidepost.config.yml': 'rules:\n  text-length: warning\n' },
      ['guidepost.config.yml:2:16: rules.text-length cannot be "warning"; choose off, warn or error.'],
    ],
    [
      'severity as a number or false',
      { 'guidepost.config.json': '{ "rules": { "text-length": 2, "chapter-level": false } }' },
      [
        'guidepost.config.json:1:29: rules.text-length cannot be 2; choose off, warn or error.',
        'guidepost.config.json:1:49: rules.chapter-level cannot be false; choose off, warn or error.',
      ],
    ],
    [
      'severity in a list',
      { 'guidepost.config.json': '{ "rules": { "text-length": ["of"] } }' },
      ['guidepost.config.json:1:30: rules.text-length[0] cannot be "of"; did you mean "off"?'],
    ],
    [
      'options for a rule without',
      { 'guidepost.config.json': '{ "rules": { "text-length": ["warn", { "max": 3 }] } }' },
      ['guidepost.config.json:1:38: The rule "text-length" has no options; write only off, warn or error.'],
    ],
    [
      'wrong type',
      { 'guidepost.config.json': '{\n  "files": "guides",\n  "ignore": [true],\n  "extends": 5\n}' },
      [
        'guidepost.config.json:2:12: files takes a list, not "guides".',
        'guidepost.config.json:3:14: ignore[0] takes a text, not true.',
        'guidepost.config.json:4:14: extends takes a text or a list, not 5.',
      ],
    ],
    [
      'a list where the config should be',
      { 'guidepost.config.json': '["guides"]' },
      ['guidepost.config.json:1:1: The config takes an object, not a list.'],
    ],
    [
      'empty list',
      { 'guidepost.config.json': '{ "files": [] }' },
      ['guidepost.config.json:1:12: files is empty; fill it in, or remove it.'],
    ],
    [
      'missing key',
      { 'guidepost.config.json': '{ "types": [{ "files": ["recipes"] }] }' },
      ['guidepost.config.json:1:13: The key "schema" is missing in types[0].'],
    ],
    [
      'unknown language',
      { 'guidepost.config.json': '{ "locale": "jp" }' },
      ['guidepost.config.json:1:13: locale cannot be "jp"; did you mean "ja"?'],
    ],
    [
      'key given twice',
      { 'guidepost.config.json': '{\n  "locale": "en",\n  "locale": "ja"\n}' },
      ['guidepost.config.json:3:3: The key "locale" is there twice; remove one of them.'],
    ],
    [
      'broken JSON',
      { 'guidepost.config.json': '{\n  "locale": "en"\n  "files": ["guides"]\n}' },
      ['guidepost.config.json:3:3: A comma is missing before "files"; put one between the two entries.'],
    ],
    [
      'closing brace missing',
      { 'guidepost.config.json': '{\n  "files": ["guides"]\n' },
      ['guidepost.config.json:2:21: The closing } is missing; put it after the last entry.'],
    ],
    [
      'number without an end',
      { 'guidepost.config.yaml': 'locale: .inf\nfiles: .nan\n' },
      [
        'guidepost.config.yaml:1:9: locale cannot be Infinity; choose en or ja.',
        'guidepost.config.yaml:2:8: files takes a list, not NaN.',
      ],
    ],
    [
      'comma too many',
      { 'guidepost.config.json': '{\n  "locale": "en",\n}' },
      ['guidepost.config.json:2:17: A comma stands after the last entry; remove it.'],
    ],
    [
      'comment in JSON',
      { 'guidepost.config.json': '{\n  // strict\n  "extends": "guidepost:strict"\n}' },
      ['guidepost.config.json:2:3: JSON has no comments; remove this one.'],
    ],
    [
      'broken YAML',
      { 'guidepost.config.yaml': 'locale: en\nfiles: [guides\n' },
      ['guidepost.config.yaml:2:8: The "[" is not closed; put ] after the last entry.'],
    ],
    [
      'mistake in a package.json',
      { 'package.json': '{\n  "name": "cookbook",\n  "guidepost": { "file": ["recipes"] }\n}' },
      ['package.json:3:18: There is no key "file" here; did you mean "files"?'],
    ],
    [
      'two configs in one folder',
      { 'guidepost.config.json': '{}', 'guidepost.config.yaml': '' },
      ['There are two configs in one folder, "guidepost.config.json" and "guidepost.config.yaml"; keep one of them.'],
    ],
    [
      'unknown shipped type',
      { 'guidepost.config.json': '{ "types": [{ "schema": "carreer-guide" }] }' },
      ['guidepost.config.json:1:25: There is no guide type "carreer-guide"; did you mean "career-guide"?'],
    ],
    [
      'schema file that is not there',
      { 'guidepost.config.json': '{ "types": [{ "schema": "recipe.schema.json" }] }' },
      [
        'guidepost.config.json:1:25: There is no file "recipe.schema.json", counted from the folder of the config; check the spelling.',
      ],
    ],
    [
      'unknown preset',
      { 'guidepost.config.json': '{ "extends": ["guidepost:strikt"] }' },
      ['guidepost.config.json:1:15: There is no "guidepost:strikt"; did you mean "guidepost:strict"?'],
    ],
    [
      'extended file that is not there',
      { 'guidepost.config.yaml': 'extends: base.yaml\n' },
      [
        'guidepost.config.yaml:1:10: There is no file "base.yaml", counted from the folder of the config; check the spelling.',
      ],
    ],
    [
      'mistake in an extended file',
      { 'guidepost.config.json': '{ "extends": "shared/base.json" }', 'shared/base.json': '{ "lokale": "en" }' },
      ['shared/base.json:1:3: There is no key "lokale" here; did you mean "locale"?'],
    ],
    [
      'config that extends itself',
      {
        'guidepost.config.json': '{ "extends": "a.json" }',
        'a.json': '{ "extends": "./b.json" }',
        'b.json': '{ "extends": ["a.json"] }',
      },
      ['b.json:1:15: This config extends itself: a.json → b.json → a.json; remove one of these steps.'],
    ],
    [
      'paths that leave the project',
      {
        'guidepost.config.json': json({
          files: ['/etc', '../other'],
          types: [{ schema: 'https://example.org/recipe.schema.json', files: ['a/../../b'] }],
          baseline: 'C:\\baseline.json',
        }),
      },
      [
        'guidepost.config.json:3:5: "/etc" is an absolute path; write a path inside the project, counted from the folder of the config.',
        'guidepost.config.json:4:5: "../other" leaves the project; write a path inside the project, counted from the folder of the config.',
        'guidepost.config.json:8:17: "https://example.org/recipe.schema.json" is an address; write a path inside the project, counted from the folder of the config.',
        'guidepost.config.json:10:9: "a/../../b" leaves the project; write a path inside the project, counted from the folder of the config.',
        'guidepost.config.json:14:15: "C:\\baseline.json" is an absolute path; write a path inside the project, counted from the folder of the config.',
      ],
    ],
    [
      'extended file outside the project',
      { 'guidepost.config.json': '{ "extends": "../base.json" }' },
      [
        'guidepost.config.json:1:14: "../base.json" leaves the project; write a path inside the project, counted from the folder of the config.',
      ],
    ],
    [
      'misspelled key, which is not missing as well',
      { 'guidepost.config.json': '{ "types": [{ "shema": "career-guide" }] }' },
      ['guidepost.config.json:1:15: There is no key "shema" here; did you mean "schema"?'],
    ],
    [
      'unknown key beside a missing one',
      { 'guidepost.config.json': '{ "types": [{ "colour": "green" }], "flavour": 1 }' },
      [
        'guidepost.config.json:1:13: The key "schema" is missing in types[0].',
        'guidepost.config.json:1:15: There is no key "colour" here; known are schema, files.',
        'guidepost.config.json:1:37: There is no key "flavour" here; known are $schema, extends, types, files, ignore, rules, overrides, locale, baseline.',
      ],
    ],
    [
      'unknown key elsewhere than a missing one',
      { 'guidepost.config.json': '{ "types": [{}], "shema": 1 }' },
      [
        'guidepost.config.json:1:13: The key "schema" is missing in types[0].',
        'guidepost.config.json:1:18: There is no key "shema" here; did you mean "$schema"?',
      ],
    ],
    [
      'override that is no object',
      {
        'guidepost.config.json': '{ "overrides": ["drafts", { "files": ["a"], "rules": { "chapter-levle": "off" } }] }',
      },
      [
        'guidepost.config.json:1:17: overrides[0] takes an object, not "drafts".',
        'guidepost.config.json:1:56: There is no rule "chapter-levle"; did you mean "chapter-level"?',
      ],
    ],
    [
      'options that a rule does not have, and one list without options',
      { 'guidepost.config.json': '{ "rules": { "single-title": ["warn", {}], "chapter-level": ["warn"] } }' },
      ['guidepost.config.json:1:39: The rule "single-title" has no options; write only off, warn or error.'],
    ],
    [
      'exclusion under files',
      { 'guidepost.config.json': '{ "files": ["recipes", "!recipes/old"] }' },
      [
        'guidepost.config.json:1:24: "!recipes/old" takes files away, which "files" cannot; list them under "ignore" instead.',
      ],
    ],
  ];
  it.each(cases)('%s', async (_name, files, lines) => {
    const { code, stdout, stderr } = await runIn({ 'soup.md': soup, ...files }, ['lint']);
    expect(stderr).toBe(`guidepost: ${lines.join('\n')}\n`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('also in Japanese, and with export', async () => {
    const files = { 'soup.md': soup, 'guidepost.config.yaml': 'rules:\n  text-lenght: warn\nfiles: recipes\n' };
    const { code, stderr } = await runIn(files, ['export', '--locale', 'ja']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'guidepost: guidepost.config.yaml:2:3: 「text-lenght」というルールはありません。「text-length」のことですか？\n' +
        'guidepost.config.yaml:3:8: filesにはリストを書いてください（「recipes」は使えません）。\n',
    );
  });

  it('when --config names no config', async () => {
    const missing = await runIn({ 'soup.md': soup }, ['lint', '--config', 'strict.json']);
    expect(missing.stderr).toBe(
      'guidepost: The config "strict.json" cannot be read: File does not exist, or is a link that leads nowhere.\n',
    );
    const other = await runIn({ 'soup.md': soup, 'package.json': '{ "name": "x" }' }, [
      'lint',
      '--config',
      'package.json',
    ]);
    expect(other.stderr).toBe(
      'guidepost: "package.json" holds no config; write one under the key "guidepost", or name another file with --config.\n',
    );
    expect([missing.code, other.code]).toEqual([2, 2]);
  });
});
