import type { Problem } from "./types.ts";

/** Exit codes of the command line: the answer is no, wrong use, a fault. */
export type ExitCode = 1 | 2 | 3;

/** An error that its reader can act on. Carries every problem found, so that they are reported together. */
export class UserError extends Error {
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;

  constructor(problems: Problem | readonly Problem[], exitCode: ExitCode = 2) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map(formatProblem).join("\n"));
    this.name = "UserError";
    this.problems = list;
    this.exitCode = exitCode;
  }
}

/** `facts/trainings.csv:12: recipients: unknown country "KZA" (expected ISO 3166-1 alpha-3); did you mean KAZ?` */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line].filter(part => part !== undefined && part !== "").join(":");
  const where = [place, problem.column].filter(part => part !== undefined && part !== "").join(": ");
  const expected = problem.expected ? ` (expected ${problem.expected})` : "";
  const hint = problem.hint ? `; ${problem.hint}` : "";
  return `${where ? `${where}: ` : ""}${problem.message}${expected}${hint}`;
}
