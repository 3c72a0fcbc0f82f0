import type { Command, Option } from "./command.ts";
import { GLOBAL_OPTIONS } from "./parse.ts";

/** The list of commands, for `custodes --help`. */
export function overview(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map(command => command.name.length)) + 2;
  const lines = commands.map(command => `  ${command.name.padEnd(width)}${command.summary}`);
  return `custodes ${version}: an open observatory of exported security

usage: custodes COMMAND [ARGUMENT...] [--book DIR] [--json]

${lines.join("\n")}

\`custodes COMMAND --help\` tells more, with examples. Exit: 0 done, 1 the answer is no, 2 wrong use, 3 a fault.
`;
}

/** Usage, options and examples of one command. */
export function commandHelp(command: Command): string {
  const usage = ["custodes", command.name, command.arguments, "[OPTION...]"].filter(Boolean).join(" ");
  const examples = command.examples.map(([line, does]) => `  ${line}\n      ${does}`).join("\n");
  return `usage: ${usage}

${command.about}

options:
${optionLines({ ...command.options, ...GLOBAL_OPTIONS })}

examples:
${examples}
`;
}

function optionLines(options: Readonly<Record<string, Option>>): string {
  const rows = Object.entries(options).map(
    ([name, { value, help }]) => [`--${name}${value ? ` ${value}` : ""}`, help] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, help]) => `  ${left.padEnd(width)}${help}`).join("\n");
}
