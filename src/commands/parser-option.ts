import { type Command, InvalidArgumentError, Option } from 'commander';
import { hasNativeParser, type ParserChoice, parserChoices } from '../parse/parse-markdown.ts';

/** A flag for those who want to know what a parser makes of their guides. */
export interface ParserFlags {
  readonly parser?: ParserChoice;
}

/** Adds this flag to a command. */
export function addParserOption(command: Command): Command {
  const option = new Option('--parser <name>', `what parses Markdown: ${parserChoices.join(', ')}`);
  return command.addOption(option.argParser(parserNamed));
}

function parserNamed(name: string): ParserChoice {
  const parser = parserChoices.find((choice) => choice === name);
  if (!parser) throw new InvalidArgumentError(`It takes ${parserChoices.join(', ')}.`);
  if (parser === 'native' && !hasNativeParser()) throw new InvalidArgumentError('There is none for this platform.');
  return parser;
}
