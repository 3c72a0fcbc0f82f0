import { claimWords } from "../../read/claim-words.ts";
import { wordingOf } from "../explain/word.ts";
import type { CheckedClaim, CheckedDocument, Evidence } from "../types.ts";

export interface TextOptions {
  /** Language of the headings; English where there is no wording for it. Default `en`. */
  readonly language?: string;
}

/** Findings as Markdown, for an editor's desk. */
export function toMarkdown(checked: CheckedDocument, { language = "en" }: TextOptions = {}): string {
  const { document, claims, notes, summary, as_of } = checked;
  const wording = wordingOf(language);
  const counts = Object.entries(summary.by_verdict).map(
    ([verdict, n]) => `${n} ${wording.verdicts[verdict] ?? verdict}`,
  );
  const head = [
    `# ${escaped(document.title || document.publisher || wording.headings["untitled"]!)}`,
    "",
    `${wording.headings["summary"]}: ${counts.join(", ")}.`,
  ];
  const odd =
    notes.length > 0
      ? ["", `## ${wording.headings["notes"]}`, "", ...notes.map(note => `- ${escaped(note.text)}`)]
      : [];
  const each = claims.flatMap(claim => ["", ...claimLines(claim, language)]);
  return `${[...head, ...odd, "", `## ${wording.headings["claims"]}`, ...each, "", `${wording.headings["as-of"]}: ${as_of.slice(0, 24)}`].join("\n")}\n`;
}

function claimLines(claim: CheckedClaim, language: string): string[] {
  const { id, finding } = claim;
  const { headings, verdicts } = wordingOf(language);
  return [
    `### ${id}. ${verdicts[finding.verdict] ?? finding.verdict}`,
    "",
    `> ${escaped(claimWords(claim).replace(/\s+/g, " "))}`,
    "",
    ...finding.reasons.map(({ text: why }) => `- ${escaped(why)}`),
    ...evidenceLines(headings["for"]!, finding.for),
    ...evidenceLines(headings["against"]!, finding.against),
    ...(finding.missing ? ["", `${headings["missing"]}: ${escaped(finding.missing)}`] : []),
  ];
}

const evidenceLines = (heading: string, evidence: readonly Evidence[]): string[] =>
  evidence.length === 0
    ? []
    : [
        "",
        `${heading}:`,
        "",
        ...evidence.map(
          ({ label, note, sources }) =>
            `- ${escaped(label)}. ${escaped(note)} [${sources.map(escaped).join(", ")}]`,
        ),
      ];

/** Text in which no character means anything to Markdown or HTML. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>#|]/g, character => `\\${character}`).replaceAll("\n", " ");
