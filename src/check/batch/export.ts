import type { Codebook } from "../../codebook/types.ts";
import { wordingOf } from "../explain/word.ts";
import { claimLabel, firstLabel, treeLines } from "./label.ts";
import type { Batch, SharedClaim } from "./types.ts";

interface TextOptions {
  readonly codebook: Pick<Codebook, "measures">;
  /** Language of the verdicts; the rest is English. Default `en`. */
  readonly language?: string;
}

const counted = (n: number, noun: string): string => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

function verdictCounts(by: Readonly<Record<string, number>>, language: string): string {
  const { verdicts } = wordingOf(language);
  return Object.entries(by)
    .map(([verdict, n]) => `${n} ${(verdicts[verdict] ?? verdict).toLocaleLowerCase()}`)
    .join(", ");
}

/** The verdicts of a claim in its articles, each once where they agree. */
function verdictsOf({ printings }: SharedClaim, language: string): string {
  const { verdicts } = wordingOf(language);
  return [...new Set(printings.map(({ verdict }) => verdicts[verdict] ?? verdict))].join("; ");
}

const summaryLine = ({ articles, unread, recurring, single }: Batch): string =>
  `${counted(articles.length, "article")}, ${unread.length} not read; ${counted(recurring.length, "claim")} in more than one, ${single.toLocaleString("en")} in one alone`;

/** Control characters, and marks that turn the direction of a line, never reach the terminal. */
const safe = (text: string): string => text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ");

/** A batch for a terminal: articles, recurring claims with their spread, who retells whom, what was not read. */
export function batchToTerminal(batch: Batch, { codebook, language = "en" }: TextOptions): string {
  const lines = [
    ...batch.articles.flatMap(({ name, title, published, claims, by_verdict }) => [
      `${name}${title ? `  "${title}"` : ""}${published ? `, ${published}` : ""}`,
      `   ${counted(claims, "claim")}: ${verdictCounts(by_verdict, language)}`,
    ]),
    "",
    ...batch.recurring.flatMap(claim => [
      `${claim.printings.length} x ${claimLabel(claim, codebook)}: ${verdictsOf(claim, language)}`,
      ...(claim.first ? [`   first with a date: ${firstLabel(claim)}`] : []),
      ...treeLines(claim.spread, "   "),
      "",
    ]),
    ...batch.retellings.map(
      ({ article, of, claims }) => `${article} retells ${of}: ${counted(claims, "claim")}`,
    ),
    ...batch.unread.map(({ name, reason }) => `not read: ${name}: ${reason}`),
    summaryLine(batch),
  ];
  return `${lines.map(safe).join("\n")}\n`;
}

/** Text in which no character means anything to Markdown or HTML. */
const escaped = (text: string): string =>
  safe(text).replaceAll(/[\\`*_[\]<>#|]/g, character => `\\${character}`);

/** A batch as Markdown, for an editor's desk. */
export function batchToMarkdown(batch: Batch, { codebook, language = "en" }: TextOptions): string {
  const rows = batch.recurring.map(
    claim =>
      `| ${claim.printings.length} | ${escaped(claimLabel(claim, codebook))} | ${escaped(verdictsOf(claim, language))} | ${escaped(firstLabel(claim))} | ${claim.printings.map(({ article }) => escaped(article)).join(", ")} |`,
  );
  const trees = batch.recurring.flatMap(claim => [
    "",
    `### ${escaped(claimLabel(claim, codebook))}`,
    "",
    "```text",
    ...treeLines(claim.spread).map(line => safe(line).replaceAll("`", "'")),
    "```",
  ]);
  const lines = [
    "# Checked articles",
    "",
    `${summaryLine(batch)}.`,
    "",
    "| article | published | claims | verdicts |",
    "|---|---|---|---|",
    ...batch.articles.map(
      ({ name, published, claims, by_verdict }) =>
        `| ${escaped(name)} | ${escaped(published)} | ${claims} | ${escaped(verdictCounts(by_verdict, language))} |`,
    ),
    ...(rows.length > 0
      ? [
          "",
          "## Claims that recur",
          "",
          "| articles | claim | verdict | first with a date | printed by |",
          "|---|---|---|---|---|",
          ...rows,
          "",
          "## How they spread",
          ...trees,
        ]
      : []),
    ...(batch.retellings.length > 0
      ? [
          "",
          "## Who retells whom",
          "",
          ...batch.retellings.map(
            ({ article, of, claims }) =>
              `- ${escaped(article)} retells ${escaped(of)}: ${counted(claims, "claim")}`,
          ),
        ]
      : []),
    ...(batch.unread.length > 0
      ? [
          "",
          "## Not read",
          "",
          ...batch.unread.map(({ name, reason }) => `- ${escaped(name)}: ${escaped(reason)}`),
        ]
      : []),
    "",
    `${wordingOf(language).headings["as-of"]}: ${batch.as_of.slice(0, 24)}`,
  ];
  return `${lines.join("\n")}\n`;
}

const COLUMNS = [
  "articles",
  "claim",
  "measure",
  "value",
  "high",
  "unit",
  "subject",
  "article",
  "claim_id",
  "text",
  "verdict",
  "credits",
  "published",
  "first",
  "first_published",
];

/** The recurring claims as CSV (RFC 4180), a row for each article that prints one. A cell that a spreadsheet would run as a formula is disarmed by an apostrophe. */
export function batchToCsv({ recurring }: Batch, { codebook }: TextOptions): string {
  const rows = recurring.flatMap(claim =>
    claim.printings.map(({ article, claim: id, text, verdict, credits, published }) => [
      claim.printings.length,
      claimLabel(claim, codebook),
      claim.measure,
      claim.value ?? claim.values.join(" "),
      claim.high,
      claim.unit,
      claim.subject,
      article,
      id,
      text,
      verdict,
      credits,
      published,
      claim.first?.name,
      claim.first?.published,
    ]),
  );
  return [COLUMNS, ...rows].map(row => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number | null | undefined): string {
  if (typeof value === "number") return String(value);
  const text = (value ?? "").replaceAll("\n", " ");
  const disarmed = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r]/.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
}
