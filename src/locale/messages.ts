import type { Locale } from '../model.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** The type of the same message in another language. */
export type Translated<Message> = Message extends (parameters: infer Parameters) => string
  ? (parameters: Parameters) => string
  : Message extends string
    ? string
    : Message extends object
      ? { readonly [Key in keyof Message]: Translated<Message[Key]> }
      : Message;

/** The program's own messages in one language; those of rules stand with the rules. */
export type Messages = { readonly [Key in keyof typeof en]: Translated<(typeof en)[Key]> };

const messages = { en, ja } satisfies Record<Locale, Messages>;

/** The program's messages in a language. */
export function messagesFor(locale: Locale): Messages {
  return messages[locale];
}

/** The language asked for by flag, else by the environment as POSIX ranks it; English when neither says Japanese. */
export function chooseLocale(flag: Locale | undefined, env: Readonly<Record<string, string | undefined>>): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = env;
  const language = LC_ALL || LC_MESSAGES || LANG || '';
  return flag ?? (language.toLowerCase().startsWith('ja') ? 'ja' : 'en');
}
