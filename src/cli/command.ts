import type { Effects } from "./effects.ts";

/** One option of a command. `value` names its argument ("FILE"); an option without it is a switch. */
export interface Option {
  readonly value?: string;
  readonly help: string;
  readonly many?: boolean;
}

/** What a command is called with. */
export interface Invocation {
  readonly arguments: readonly string[];
  /** Values of options by name; a switch is `["true"]`, an option that was not given is absent. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly effects: Effects;
}

/** A command as data: parsing, help and the reference page are made from it. */
export interface Command {
  readonly name: string;
  /** One line, imperative, for the list of commands. */
  readonly summary: string;
  /** Arguments as shown in the usage line ("FILE|URL|-"). */
  readonly arguments: string;
  /** Fewest and most positional arguments. */
  readonly count: readonly [number, number];
  /** A paragraph or two of what it does, for `--help`. */
  readonly about: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly (readonly [command: string, does: string])[];
  /** Loads the code of the command only when it is called, so that start-up stays quick. */
  readonly run: (invocation: Invocation) => Promise<number>;
}

/** The value of an option, or null when it was not given. */
export function option(invocation: Invocation, name: string): string | null {
  return invocation.options.get(name)?.[0] ?? null;
}

/** Was the switch given? */
export function flag(invocation: Invocation, name: string): boolean {
  return invocation.options.has(name);
}
