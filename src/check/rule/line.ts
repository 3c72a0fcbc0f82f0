import type { Problem } from "../../codebook/types.ts";
import { wordReason } from "../explain/word.ts";
import { readClaim } from "./claim-data.ts";
import { readEvidence } from "./evidence-data.ts";
import { Fields, isObject } from "./fields.ts";
import { judge } from "./judge.ts";
import type { Judgement, RuleClaim, RuleEvidence, RuleOptions } from "./types.ts";

/** One line of `custodes judge`: a verdict, or what is wrong with the line. */
export type JudgedLine =
  | {
      readonly id: unknown;
      readonly verdict: string;
      readonly flags: readonly string[];
      readonly claimed?: readonly [number | null, number | null];
      readonly band?: number;
      readonly value_verdict?: string;
      readonly parts?: readonly Omit<JudgedLine, "id">[];
      readonly reasons: readonly { readonly code: string; readonly text: string }[];
    }
  | { readonly id: unknown; readonly line: number; readonly error: readonly Problem[] };

/** Reads claim and evidence of one line. Problems instead of them where there are any. */
export function readLine(
  input: unknown,
): { claim: RuleClaim; evidence: RuleEvidence[] } | { problems: Problem[] } {
  if (!isObject(input)) return { problems: [wrong("", "an object with `claim` and `evidence`", input)] };
  if (!isObject(input["claim"])) return { problems: [wrong("claim", "an object", input["claim"])] };
  const fields = new Fields(input["claim"], "claim");
  const claim = readClaim(fields);
  const given = input["evidence"] ?? [];
  if (!Array.isArray(given)) return { problems: [...fields.problems, wrong("evidence", "a list", given)] };
  const numeric = claim.numbers.length > 0;
  const problems = [...fields.problems];
  const evidence = given.flatMap((item: unknown, index) => {
    const path = `evidence[${index}]`;
    if (!isObject(item)) {
      problems.push(wrong(path, "an object", item));
      return [];
    }
    const own = new Fields(item, path);
    const read = readEvidence(own, { numeric });
    problems.push(...own.problems);
    return [read];
  });
  return problems.length > 0 ? { problems } : { claim, evidence };
}

function wrong(column: string, expected: string, received: unknown): Problem {
  const shown = received === undefined ? "nothing" : JSON.stringify(received);
  return { code: "bad-value", column, message: `${shown} is not ${expected}`, expected, received: shown };
}

/** Judges one object of the form that VERDICTS.md, section 6, describes. `line` numbers it in errors. */
export function judgeLine(
  input: unknown,
  { line = 1, ...options }: RuleOptions & { line?: number } = {},
): JudgedLine {
  const id = isObject(input) && input["id"] !== undefined ? input["id"] : line;
  const read = readLine(input);
  if ("problems" in read) return { id, line, error: read.problems.map(problem => ({ ...problem, line })) };
  return { id, ...toData(judge(read.claim, read.evidence, options)) };
}

function toData(judgement: Judgement): Omit<Extract<JudgedLine, { verdict: string }>, "id"> {
  const { verdict, flags, claimed, band, valueVerdict, parts, reasons } = judgement;
  return {
    verdict,
    flags,
    ...(claimed ? { claimed } : {}),
    ...(band !== null ? { band } : {}),
    ...(valueVerdict ? { value_verdict: valueVerdict } : {}),
    ...(parts.length > 0 ? { parts: parts.map(toData) } : {}),
    reasons: reasons.map(reason => wordReason(reason, "en")),
  };
}

/** Judges JSON Lines. A line that cannot be read gives a line with `error`; the others are judged all the same. */
export function judgeLines(text: string, file = "-"): { lines: JudgedLine[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const lines = text.split(/\r?\n/).flatMap((content, index): JudgedLine[] => {
    if (content.trim() === "") return [];
    const line = index + 1;
    const parsed = parseJson(content);
    const result: JudgedLine =
      "problem" in parsed
        ? { id: null, line, error: [{ ...parsed.problem, line }] }
        : judgeLine(parsed.value, { line });
    if ("error" in result) problems.push(...result.error.map(problem => ({ ...problem, file })));
    return [result];
  });
  return { lines, problems };
}

function parseJson(content: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(content) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      problem: { code: "bad-json", message: `not JSON: ${message}`, expected: "one JSON object a line" },
    };
  }
}
