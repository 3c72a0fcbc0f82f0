import type { Codebook } from "../../codebook/types.ts";
import { measureLabel } from "../explain/labels.ts";
import { formatNumber, wordBatch, wordingOf } from "../explain/word.ts";
import type { SharedClaim, SpreadNode } from "./types.ts";

/** A shared claim in a line: its numbers, its measure as the codebook names it (else its unit), its subject. */
export function claimLabel(
  { value, high, values, measure, unit, subject, form, printings }: SharedClaim,
  codebook: Codebook,
  language = "en",
): string {
  const wording = wordingOf(language);
  const number = (each: number) => formatNumber(each, wording.locale);
  const numbers = value === null ? values.map(number) : [value, ...(high === null ? [] : [high])].map(number);
  if (numbers.length === 0) return `${form.replaceAll("-", " ")}: ${printings[0]?.text ?? subject}`;
  const [low = "", top = ""] = numbers;
  const joined =
    high === null ? numbers.join(", ") : wording.range.replace("{low}", low).replace("{high}", top);
  const counted = unit === "percent" ? `${joined}%` : joined;
  const what =
    measure === "" && unit === "percent"
      ? ""
      : measureLabel(measure || unit, { language, wording, codebook });
  return [`${counted} ${what}`.trim(), subject].filter(Boolean).join("; ");
}

/** Who stands at a node of the spread of a number, in words. */
export function nodeLabel({ kind, name, publisher, published, by }: SpreadNode, language = "en"): string {
  const date = published === "" ? "" : wordBatch("date", language, { date: published });
  const how = by === "credits" || by === "link" ? wordBatch(`how-${by}`, language) : "";
  return wordBatch(`node-${kind}`, language, { name, publisher, date, how });
}

/** The spread of a number as a tree, a node a line. */
export function treeLines(nodes: readonly SpreadNode[], { indent = "", language = "en" } = {}): string[] {
  return nodes.flatMap((node, index) => {
    const last = index === nodes.length - 1;
    return [
      `${indent}${last ? "└─ " : "├─ "}${nodeLabel(node, language)}`,
      ...treeLines(node.children, { indent: `${indent}${last ? "   " : "│  "}`, language }),
    ];
  });
}

/** The first with a date, in words; empty where no date is known. */
export const firstLabel = ({ first }: SharedClaim, language = "en"): string =>
  first === null ? "" : wordBatch("source-line", language, { first: first.name, published: first.published });
