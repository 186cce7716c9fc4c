import { expect, test } from 'vitest';
import { en } from '../src/locale/en.ts';
import { ja } from '../src/locale/ja.ts';
import { chooseLocale, messagesFor } from '../src/locale/messages.ts';
import type { Locale } from '../src/model.ts';

test.each<[Locale | undefined, Record<string, string>, Locale]>([
  [undefined, {}, 'en'],
  [undefined, { LANG: 'ja_JP.UTF-8' }, 'ja'],
  [undefined, { LANG: 'JA' }, 'ja'],
  [undefined, { LANG: 'de_DE.UTF-8' }, 'en'],
  [undefined, { LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'en'],
  [undefined, { LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'en_US' }, 'ja'],
  ['en', { LC_ALL: 'ja_JP.UTF-8' }, 'en'],
  ['ja', { LC_ALL: 'C' }, 'ja'],
])('locale of flag %s in %j is %s', (flag, env, locale) => {
  expect(chooseLocale(flag, env)).toBe(locale);
});

test('each language has its own words for every message', () => {
  expect(messagesFor('en')).toBe(en);
  expect(messagesFor('ja')).toBe(ja);
  expect(Object.keys(ja)).toEqual(Object.keys(en));
  const written = Object.values(ja).filter((message) => typeof message === 'string');
  expect(written.filter((message) => !/[\u3041-\u30ff\u4e00-\u9fff]/.test(message))).toEqual([]);
});
