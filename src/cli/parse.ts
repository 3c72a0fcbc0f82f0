import { parseArgs } from "node:util";
import { UserError } from "../codebook/errors.ts";
import { nearest } from "../codebook/suggest.ts";
import type { Command, Option } from "./command.ts";

/** Options that every command takes. */
export const GLOBAL_OPTIONS: Readonly<Record<string, Option>> = {
  book: {
    value: "DIR",
    help: "the book to work on (default: ./ if it is a book, else the shipped one in your data directory)",
  },
  json: { help: "print one JSON document on standard output and nothing else" },
  help: { help: "show this help" },
};

export interface Parsed {
  readonly arguments: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Reads the words after the command's name. Throws a `UserError` that says what was meant to be there. */
export function parseCommand(command: Command, words: readonly string[]): Parsed {
  const declared: Record<string, Option> = { ...GLOBAL_OPTIONS, ...command.options };
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(declared).map(
        ([name, { value }]) => [name, { type: value ? "string" : "boolean" }] as const,
      ),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = new Map<string, string[]>();
  const positional: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positional.push(token.value);
    if (token.kind !== "option") continue;
    const spec = token.rawName.startsWith("--") ? declared[token.name] : undefined;
    if (!spec) throw unknownOption(command, token.rawName, Object.keys(declared));
    if (spec.value && token.value === undefined)
      throw wrongUse(command, `${token.rawName} needs a value`, `--${token.name} ${spec.value}`);
    if (!spec.value && token.value !== undefined)
      throw wrongUse(command, `${token.rawName} takes no value`, `--${token.name}`);
    options.set(token.name, [...(options.get(token.name) ?? []), token.value ?? "true"]);
  }
  if (!options.has("help")) checkCount(command, positional);
  return { arguments: positional, options };
}

function checkCount(command: Command, positional: readonly string[]): void {
  const [fewest, most] = command.count;
  if (positional.length < fewest) throw wrongUse(command, "an argument is missing", command.arguments);
  if (positional.length > most)
    throw wrongUse(
      command,
      `too many arguments, from "${positional[most]}" on`,
      command.arguments || "no argument",
    );
}

function unknownOption(command: Command, name: string, known: readonly string[]): UserError {
  const near = nearest(name.replace(/^-+/, ""), known);
  return wrongUse(command, `there is no option ${name}`, near ? `--${near}` : "one that --help lists");
}

function wrongUse(command: Command, message: string, expected: string): UserError {
  return new UserError({
    code: "usage",
    message: `custodes ${command.name}: ${message}`,
    expected,
    hint: `see \`custodes ${command.name} --help\``,
  });
}
