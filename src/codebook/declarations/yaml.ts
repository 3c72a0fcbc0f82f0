import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import { didYouMean } from "../suggest.ts";
import type { Problem } from "../types.ts";

/** A YAML text as its value, and the line of any path in it. */
export interface Located {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Line of the node at the path, or of the nearest node above it that exists. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads YAML 1.2; syntax errors and duplicate keys become problems with their line. */
export function readYaml(file: string, text: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map(error => ({
    code: "yaml",
    file,
    line: lines.linePos(error.pos[0]).line,
    message: error.message,
    hint: "check the indentation, the colons and the quotation marks of this line",
  }));
  const lineOf = (path: readonly PropertyKey[]) => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? 1 : lines.linePos(offset).line;
  };
  if (problems.length > 0) return { value: null, problems, lineOf };
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), problems, lineOf };
  } catch (error) {
    // The library throws where aliases lead nowhere or would grow without end.
    const message = (error as Error).message;
    const hint = "write the repeated part out, without & and *";
    return { value: null, problems: [{ code: "yaml", file, line: 1, message, hint }], lineOf };
  }
}

/** Values that aliases may stand for in one file; more is an attempt to exhaust memory. */
const MOST_ALIASES = 100;

/** Offset of the key or item that the path leads to, as far as it exists. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number | null {
  let node = contents;
  let offset = isNode(node) ? (node.range?.[0] ?? null) : null;
  for (const step of path) {
    const next = isMap(node)
      ? node.items.find(
          pair => isNode(pair.key) && String((pair.key as { value?: unknown }).value) === String(step),
        )
      : (node as { items?: readonly unknown[] } | null)?.items?.[Number(step)];
    if (next === undefined) return offset;
    const keyed = isPair(next);
    offset = ((keyed ? next.key : next) as Node).range?.[0] ?? offset;
    node = keyed ? next.value : next;
  }
  return offset;
}

/** Turns what Zod found wrong with a file into problems with their lines. */
export function problemsOfSchema(file: string, located: Located, error: z.ZodError): Problem[] {
  return error.issues.flatMap(issue => problemsOfIssue(file, located, issue));
}

function problemsOfIssue(file: string, located: Located, issue: z.core.$ZodIssue): Problem[] {
  const at = (path: readonly PropertyKey[]) => ({ file, line: located.lineOf(path), column: path.join(".") });
  if (issue.code === "unrecognized_keys")
    return issue.keys.map(key => ({
      code: "unknown-key",
      ...at([...issue.path, key]),
      message: `unknown key ${JSON.stringify(key)}`,
      hint: "docs/reference/codebook.md lists the keys; check the spelling",
    }));
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const received = String(valueAt(located.value, issue.path));
    return [
      {
        code: "bad-value",
        ...at(issue.path),
        message: `${JSON.stringify(received)} is not allowed here`,
        expected: values.join(", "),
        received,
        hint: didYouMean(received, values),
      },
    ];
  }
  return [{ code: "bad-value", ...at(issue.path), message: messageOf(issue) }];
}

/** A union fails with all its branches; the one that says most is the one that was meant. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_union") return issue.message;
  const branches = issue.errors.flat().map(branch => branch.message);
  return branches.length === 0 ? issue.message : [...new Set(branches)].join(", or ");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | null)?.[step], value);
}
