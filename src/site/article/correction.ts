import type { CheckedClaim, Evidence } from "../../check/types.ts";
import { claimWords } from "../../read/claim-words.ts";
import { type ArticleWords, articleWords, fill } from "./words/index.ts";

/** A source as a page cites it. */
export interface Citation {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  /** Partial ISO date, or empty. */
  readonly published: string;
  readonly url: string;
}

/** `Carnegie, “Title” (9 May 2025), https://...` */
export function cite(
  { id, publisher, title, published, url }: Citation,
  words: ArticleWords = articleWords("en"),
): string {
  const work = title === "" ? "" : fill(words.correction.work, { title });
  const date = published === "" ? "" : fill(words.correction.date, { date: words.date(published) });
  return [[publisher, work].filter(Boolean).join(", ") + date || id, url].filter(Boolean).join(", ");
}

/** Evidence that puts the number in other words than the text, or in the same, if there is any of that sort; else all. */
function worded(
  claim: CheckedClaim,
  evidence: readonly Evidence[],
  { sort, words }: { sort: "other" | "same"; words: ArticleWords },
): readonly Evidence[] {
  if (claim.value === null) return evidence;
  const { value, high, unit, qualifier } = claim;
  const printed = words.amount({ value, high, unit, qualifier });
  const chosen = evidence.filter(item => (words.amount(item) === printed) === (sort === "same"));
  return chosen.length > 0 ? chosen : evidence;
}

const best = (evidence: readonly Evidence[]): Evidence | undefined =>
  evidence.find(item => item.class === "independent") ?? evidence[0];

function inWords(evidence: Evidence, { citations, words }: Setting): string {
  const amount = evidence.value === null && evidence.low === null ? evidence.label : words.amount(evidence);
  const citation = citations.get(evidence.source);
  const context = [words.counter(evidence.origin), words.label(evidence.period)]
    .filter(Boolean)
    .join(words.joiner);
  return (
    amount +
    (context === "" ? "" : fill(words.correction.context, { context })) +
    (citation === undefined ? "" : fill(words.correction.source, { source: cite(citation, words) }))
  );
}

interface Setting {
  readonly citations: ReadonlyMap<string, Citation>;
  readonly words: ArticleWords;
}

/**
 * What an editor could print about a claim, as plain text to copy; null where there is nothing to correct. It says what
 * the text has and what the evidence has, and leaves the wording of the correction to the editor.
 */
export function correctionOf(
  claim: CheckedClaim,
  citations: ReadonlyMap<string, Citation>,
  words: ArticleWords = articleWords("en"),
): string | null {
  const { finding } = claim;
  const setting = { citations, words };
  const quote = fill(words.quoted, { text: claimWords(claim) });
  const choose = (side: readonly Evidence[], sort: "other" | "same") =>
    best(worded(claim, side, { sort, words }));
  const other = choose(finding.against, "other") ?? choose(finding.for, "other");
  switch (finding.verdict) {
    case "supported":
    case "not-checkable":
      return null;
    case "promotional":
      return fill(words.correction.advert, { quote });
    case "unverifiable":
      return fill(words.correction.noSource, {
        quote,
        missing: finding.missing === "" ? "" : ` ${finding.missing}`,
      });
    case "misattributed": {
      const counter = choose(finding.for, "same") ?? other;
      return counter === undefined
        ? null
        : fill(words.correction.counter, { quote, evidence: inWords(counter, setting) });
    }
    default: {
      // A plan, or an act of another date, stands on neither side and is what the text should say.
      const near = other ?? best(finding.related);
      const said = finding.reasons[0]?.text ?? "";
      if (near === undefined) return null;
      const evidence = inWords(near, setting);
      return other === undefined
        ? fill(words.correction.hasSaid, { quote, said, evidence })
        : fill(words.correction.has, { quote, evidence });
    }
  }
}
