import { UserError } from "../codebook/errors.ts";
import { nearest } from "../codebook/suggest.ts";
import type { Problem } from "../codebook/types.ts";
import { commands } from "./commands/index.ts";
import { type Effects, processEffects } from "./effects.ts";
import { commandHelp, overview } from "./help.ts";
import { parseCommand } from "./parse.ts";
import { version } from "./version.ts";

/** Runs one command line (without `node custodes`); resolves to the exit code. */
export async function main(words: readonly string[], effects: Effects = processEffects()): Promise<number> {
  const json = words.includes("--json");
  try {
    return await dispatch(words, effects);
  } catch (error) {
    return report(error, { json, effects });
  } finally {
    effects.progress("");
  }
}

async function dispatch(words: readonly string[], effects: Effects): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const command = commands.find(candidate => candidate.name === rest[0]);
    effects.out(command ? commandHelp(command) : overview(commands, version()));
    return 0;
  }
  if (name === "--version" || name === "version") {
    effects.out(`${version()}\n`);
    return 0;
  }
  const command = commands.find(candidate => candidate.name === name);
  if (!command) throw unknownCommand(name);
  const parsed = parseCommand(command, rest);
  if (parsed.options.has("help")) {
    effects.out(commandHelp(command));
    return 0;
  }
  return command.run({ ...parsed, effects });
}

function unknownCommand(name: string): UserError {
  const near = nearest(
    name,
    commands.map(command => command.name),
  );
  return new UserError({
    code: "unknown-command",
    message: `there is no command "${name}"`,
    ...(near ? { hint: `did you mean \`custodes ${near}\`?` } : { hint: "see `custodes --help`" }),
  });
}

/** Says what went wrong: for people on standard error, as data on standard output where JSON was asked for. */
function report(error: unknown, { json, effects }: { json: boolean; effects: Effects }): number {
  const user = error instanceof UserError;
  const problems: readonly Problem[] = user ? error.problems : [{ code: "fault", message: faultOf(error) }];
  if (json) effects.out(`${JSON.stringify({ ok: false, errors: problems })}\n`);
  if (user) for (const line of error.message.split("\n")) effects.err(`custodes: ${line}`);
  else
    effects.err(
      `custodes: a fault, not your doing: ${effects.env["CUSTODES_DEBUG"] ? stackOf(error) : faultOf(error)}`,
    );
  return user ? error.exitCode : 3;
}

const faultOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
