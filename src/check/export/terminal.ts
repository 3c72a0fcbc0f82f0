import { claimQuoted } from "../../read/claim-words.ts";
import { wordingOf } from "../explain/word.ts";
import type { CheckedClaim, CheckedDocument, Verdict } from "../types.ts";
import type { TextOptions } from "./markdown.ts";

/** A sign for each verdict, so that colour is never needed. */
export const SIGNS: Readonly<Record<Verdict, string>> = {
  supported: "+",
  imprecise: "~",
  disputed: "?!",
  contradicted: "x",
  misattributed: "@",
  outdated: "<",
  unverifiable: "?",
  promotional: "$",
  "not-checkable": "-",
};

export interface TerminalOptions extends TextOptions {
  /** Columns of the terminal. Default 100. */
  readonly width?: number;
}

/** Findings for a terminal: each claim with its verdict, reasons, and the records on each side. Control characters of the text are dropped. */
export function toTerminal(
  checked: CheckedDocument,
  { width = 100, language = "en" }: TerminalOptions = {},
): string {
  const { headings, verdicts } = wordingOf(language);
  const { document, claims, notes, summary } = checked;
  const counts = Object.entries(summary.by_verdict).map(
    ([verdict, n]) => `${SIGNS[verdict as Verdict]} ${n} ${verdicts[verdict] ?? verdict}`,
  );
  const lines = [
    ...document.warnings.flatMap(warning => wrapped(`! ${warning}`, { width, indent: "  " })),
    ...(document.warnings.length > 0 ? [""] : []),
    ...claims.flatMap(claim => [...claimLines(claim, { width, language }), ""]),
    ...notes.flatMap(note => wrapped(`! ${note.text}`, { width, indent: "  " })),
    ...(notes.length > 0 ? [""] : []),
    ...wrapped(claims.length === 0 ? headings["none"]! : `${headings["summary"]}: ${counts.join("  ")}`, {
      width,
      indent: "  ",
    }),
  ];
  return `${lines.join("\n")}\n`;
}

function claimLines(claim: CheckedClaim, { width, language }: Required<TerminalOptions>): string[] {
  const { id, finding } = claim;
  const { headings, verdicts } = wordingOf(language);
  const put = (line: string) => wrapped(line, { width, indent: "      " });
  const side = (name: "for" | "against") =>
    finding[name].length > 0
      ? put(`      ${headings[name]}: ${finding[name].map(({ record }) => record).join(", ")}`)
      : [];
  return [
    ...wrapped(
      `${SIGNS[finding.verdict].padEnd(2)} ${id} ${(verdicts[finding.verdict] ?? finding.verdict).toUpperCase()}  ${claimQuoted(claim)}`,
      { width, indent: "   " },
    ),
    ...finding.reasons.flatMap(reason => put(`      ${reason.text}`)),
    ...side("for"),
    ...side("against"),
    ...(finding.missing ? put(`      ${headings["missing"]}: ${finding.missing}`) : []),
  ];
}

/** Breaks at spaces; further lines are indented. A word longer than a line stands alone. */
function wrapped(text: string, { width, indent }: { width: number; indent: string }): string[] {
  const lead = /^ */.exec(text)?.[0] ?? "";
  const words = text
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ")
    .trim()
    .split(/ +/);
  const lines: string[] = [];
  let line = lead;
  for (const word of words) {
    const blank = line.trim() === "";
    if (!blank && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line += blank ? word : ` ${word}`;
  }
  return [...lines, line];
}
