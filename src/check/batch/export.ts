import type { Codebook } from "../../codebook/types.ts";
import { wordBatch, wordCount, wordingOf } from "../explain/word.ts";
import { claimLabel, firstLabel, treeLines } from "./label.ts";
import type { Batch, SharedClaim } from "./types.ts";

interface TextOptions {
  readonly codebook: Codebook;
  /** Language of headings, verdicts and names of measures. Default `en`. */
  readonly language?: string;
}

function verdictCounts(by: Readonly<Record<string, number>>, language: string): string {
  const { verdicts } = wordingOf(language);
  return Object.entries(by)
    .map(([verdict, n]) => `${n} ${(verdicts[verdict] ?? verdict).toLocaleLowerCase()}`)
    .join(wordBatch("separator", language));
}

/** The verdicts of a claim in its articles, each once where they agree. */
function verdictsOf({ printings }: SharedClaim, language: string): string {
  const { verdicts } = wordingOf(language);
  return [...new Set(printings.map(({ verdict }) => verdicts[verdict] ?? verdict))].join("; ");
}

const summaryLine = ({ articles, unread, recurring, single }: Batch, language: string): string =>
  wordBatch("summary", language, {
    articles: wordCount(articles.length, "article", language),
    unread: unread.length,
    recurring: wordCount(recurring.length, "claim", language),
    single,
  });

/** Control characters, and marks that turn the direction of a line, never reach the terminal. */
const safe = (text: string): string => text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ");

/** A batch for a terminal: articles, recurring claims with their spread, who retells whom, what was not read. */
export function batchToTerminal(batch: Batch, { codebook, language = "en" }: TextOptions): string {
  const say = (name: string, values: Parameters<typeof wordBatch>[2] = {}) =>
    wordBatch(name, language, values);
  const lines = [
    ...batch.articles.flatMap(({ name, title, published, claims, by_verdict }) => [
      `${name}${title ? `  "${title}"` : ""}${published ? `, ${published}` : ""}`,
      `   ${wordCount(claims, "claim", language)}: ${verdictCounts(by_verdict, language)}`,
    ]),
    "",
    ...batch.recurring.flatMap(claim => [
      say("printed", {
        n: claim.printings.length,
        claim: claimLabel(claim, codebook, language),
        verdicts: verdictsOf(claim, language),
      }),
      ...(claim.first ? [`   ${say("first-line", { first: firstLabel(claim, language) })}`] : []),
      ...treeLines(claim.spread, { indent: "   ", language }),
      "",
    ]),
    ...batch.retellings.map(({ article, of, claims }) =>
      say("retelling", { article, of, claims: wordCount(claims, "claim", language) }),
    ),
    ...batch.unread.map(({ name, reason }) => say("not-read", { name, reason })),
    summaryLine(batch, language),
  ];
  return `${lines.map(safe).join("\n")}\n`;
}

/** Text in which no character means anything to Markdown or HTML. */
const escaped = (text: string): string =>
  safe(text).replaceAll(/[\\`*_[\]<>#|]/g, character => `\\${character}`);

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** A batch as Markdown, for an editor's desk. */
export function batchToMarkdown(batch: Batch, { codebook, language = "en" }: TextOptions): string {
  const say = (name: string, values: Parameters<typeof wordBatch>[2] = {}) =>
    wordBatch(name, language, values);
  const head = (names: readonly string[]) => [
    row(names.map(name => say(name))),
    `|${"---|".repeat(names.length)}`,
  ];
  const rows = batch.recurring.map(claim =>
    row([
      claim.printings.length,
      escaped(claimLabel(claim, codebook, language)),
      escaped(verdictsOf(claim, language)),
      escaped(firstLabel(claim, language)),
      claim.printings.map(({ article }) => escaped(article)).join(", "),
    ]),
  );
  const trees = batch.recurring.flatMap(claim => [
    "",
    `### ${escaped(claimLabel(claim, codebook, language))}`,
    "",
    "```text",
    ...treeLines(claim.spread, { language }).map(line => safe(line).replaceAll("`", "'")),
    "```",
  ]);
  const section = (name: string, lines: readonly string[]) =>
    lines.length > 0 ? ["", `## ${say(name)}`, "", ...lines] : [];
  const lines = [
    `# ${say("title")}`,
    "",
    `${summaryLine(batch, language)}.`,
    "",
    ...head(["article", "published", "claims", "verdicts"]),
    ...batch.articles.map(({ name, published, claims, by_verdict }) =>
      row([escaped(name), escaped(published), claims, escaped(verdictCounts(by_verdict, language))]),
    ),
    ...section(
      "recur",
      rows.length > 0 ? [...head(["articles", "claim", "verdict", "first", "by"]), ...rows] : [],
    ),
    ...(rows.length > 0 ? ["", `## ${say("spread")}`, ...trees] : []),
    ...section(
      "retells",
      batch.retellings.map(({ article, of, claims }) => {
        const values = {
          article: escaped(article),
          of: escaped(of),
          claims: wordCount(claims, "claim", language),
        };
        return `- ${say("retelling", values)}`;
      }),
    ),
    ...section(
      "unread",
      batch.unread.map(({ name, reason }) => `- ${escaped(name)}: ${escaped(reason)}`),
    ),
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
export function batchToCsv({ recurring }: Batch, { codebook }: Pick<TextOptions, "codebook">): string {
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
  return [COLUMNS, ...rows].map(cells => `${cells.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number | null | undefined): string {
  if (typeof value === "number") return String(value);
  const text = (value ?? "").replaceAll("\n", " ");
  const disarmed = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r]/.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
}
