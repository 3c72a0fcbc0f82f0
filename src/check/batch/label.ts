import type { Codebook } from "../../codebook/types.ts";
import { formatNumber } from "../explain/word.ts";
import type { SharedClaim, SpreadNode } from "./types.ts";

const number = (value: number): string => formatNumber(value, "en");

/** A shared claim in a line: its numbers, its measure as the codebook names it (else its unit), its subject. */
export function claimLabel(
  { value, high, values, measure, unit, subject, form, printings }: SharedClaim,
  { measures }: Pick<Codebook, "measures">,
): string {
  const numbers = value === null ? values.map(number) : [value, ...(high === null ? [] : [high])].map(number);
  if (numbers.length === 0) return `${form.replaceAll("-", " ")}: ${printings[0]?.text ?? subject}`;
  const joined = numbers.join(high === null ? ", " : " to ");
  const counted = unit === "percent" ? `${joined}%` : joined;
  const what = measures.get(measure)?.label.en ?? unit;
  return [`${counted} ${what}`.trim(), subject].filter(Boolean).join("; ");
}

/** Who stands at a node of the spread of a number, in words. */
export function nodeLabel({ kind, name, publisher, published, by }: SpreadNode): string {
  const date = published === "" ? "" : `, ${published}`;
  const how = by === "credits" ? " (credits it)" : by === "link" ? " (links to it)" : "";
  switch (kind) {
    case "counter":
      return `${name}${date}: counted it, as the book has it`;
    case "credited":
      return `${name}: credited; the book has no such count of it`;
    case "source":
      return `${publisher}${date}: prints it (source ${name})`;
    case "none":
      return "nobody named";
    case "article":
      return `${name}${date}${how}`;
  }
}

/** The spread of a number as a tree, a node a line. */
export function treeLines(nodes: readonly SpreadNode[], indent = ""): string[] {
  return nodes.flatMap((node, index) => {
    const last = index === nodes.length - 1;
    return [
      `${indent}${last ? "└─ " : "├─ "}${nodeLabel(node)}`,
      ...treeLines(node.children, `${indent}${last ? "   " : "│  "}`),
    ];
  });
}

/** The first with a date, in words; empty where no date is known. */
export const firstLabel = ({ first }: SharedClaim): string =>
  first === null ? "" : `${first.name}, ${first.published}`;
