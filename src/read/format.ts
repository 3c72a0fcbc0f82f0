import { splitSentences } from "../text/index.ts";
import { overlaps } from "./analysis/spans.ts";
import type { Claim, Document, Span } from "./types.ts";

/** Breaks words into lines of a width; a word longer than a line stands alone. */
function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    if (line.length > indent.length && line.length + word.length + 1 > width) {
      lines.push(line);
      line = indent;
    }
    line += line.length > indent.length ? ` ${word}` : word;
  }
  return [...lines, line].join("\n");
}

function period([from, to]: Claim["period"]): string {
  if (from === null && to === null) return "";
  if (from === to) return from ?? "";
  return from === null ? `until ${to}` : to === null ? `since ${from}` : `${from} to ${to}`;
}

/** A claim in one line of words: what kind, which number of what, when, where, whose word. */
export function describeClaim(claim: Claim): string {
  const { value, high, unit, qualifier, measure, population, roles, attribution, quoted, parts } = claim;
  const range = value === null ? "" : high === null ? `${value}` : `${value} to ${high}`;
  const number =
    value === null ? "" : `${qualifier === "exact" ? "" : `${qualifier} `}${range} ${unit}`.trim();
  const ends = parts.map(part => `${part.value}${part.period ? ` (${part.period})` : ""}`).join(" -> ");
  const filled = Object.entries(roles).map(([role, values]) => `${role} ${values.join(", ")}`);
  return [
    claim.form === "statement" || claim.form === claim.kind ? claim.kind : `${claim.kind}, ${claim.form}`,
    measure,
    number,
    ends,
    population && `of ${population}`,
    period(claim.period),
    claim.periodKind,
    claim.polarity === "negative" ? "negated" : "",
    claim.status,
    ...filled,
    quoted && `"${quoted}"`,
    attribution && `says ${attribution.to}`,
    ...(attribution?.chain ?? []).map(({ role, to }) => `${role} ${to}`),
  ]
    .filter(Boolean)
    .join(" | ");
}

/** Terminal list: each sentence, what was read of it, and at the end how much was left unread. */
export function formatReading(document: Document, claims: readonly Claim[], { width = 100 } = {}): string {
  const { text } = document;
  const wide = Math.max(40, Math.min(width || 100, 120));
  const sentences = splitSentences(text, document.language);
  let unread = 0;
  let next = 0;
  const blocks = sentences.map((sentence: Span) => {
    const own: Claim[] = [];
    while (next < claims.length && claims[next]!.span[0] < sentence[1]) {
      if (overlaps(claims[next]!.span, sentence)) own.push(claims[next]!);
      next++;
    }
    if (own.length === 0) unread++;
    const listed = own.map(claim =>
      [wrap(`${claim.id} "${claim.text}"`, wide, "    "), wrap(describeClaim(claim), wide, "       ")].join(
        "\n",
      ),
    );
    const read = own.length > 0 ? listed.join("\n") : "    (nothing was read here)";
    return `${wrap(text.slice(sentence[0], sentence[1]), wide, "")}\n${read}`;
  });
  const head = [
    document.title,
    `${document.language}, ${document.characters} characters`,
    ...document.warnings,
    document.omitted
      ? `${document.omitted} more characters of the original are no part of it (menus, captions, related links, running heads).`
      : "",
  ]
    .filter(Boolean)
    .join("\n");
  const count = `${claims.length} claims in ${sentences.length} sentences; ${unread} sentences hold nothing that was read.`;
  return `${[head, ...blocks, count].join("\n\n")}\n`;
}
