import type { Command } from "./command.ts";
import { commandHelp } from "./help.ts";

/** The reference page of the command line, from the same declarations as `--help`. */
export function commandReference(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${summary} |`);
  const sections = commands.map(
    command => `## ${command.name}\n\n\`\`\`text\n${commandHelp(command).trimEnd()}\n\`\`\`\n`,
  );
  return `# Commands

Made from the commands' own help (\`node scripts/reference.mjs\` after a build). The command line is a contract: names, options, exit codes and the
JSON documents stay.

| command | does |
|---|---|
${rows.join("\n")}

Every command exits with 0 when it is done, 1 when the answer is no, 2 on wrong use, 3 on a fault. With \`--json\` it prints one JSON
document on standard output and nothing else; an error is \`{"ok": false, "errors": [{"code", "file", "line", "column", "message", "expected", "hint"}]}\`.
Progress goes to standard error, and only to a terminal.

${sections.join("\n")}`;
}
