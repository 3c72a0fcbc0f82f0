import type { Codebook } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { measureLabel } from "../explain/labels.ts";
import type { Wording } from "../explain/types.ts";
import { wordingOf } from "../explain/word.ts";
import type { Reason, Verdict } from "../types.ts";
import type { Correction } from "./types.ts";

const wordsIn = (language: string): Wording["correction"] => wordingOf(language).correction;

/** The note at a record that a person named as evidence. */
export const namedNote = (by: string, language: string): string => fill(wordsIn(language).named, { by });

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

interface Options {
  /** The claim as it was read. */
  readonly claim: Claim;
  /** Verdict of the rule without the correction, and the one that stands. */
  readonly before: Verdict;
  readonly after: Verdict;
  readonly language: string;
  readonly codebook: Codebook;
  /** Is it the newest of several? It alone tells what the rule says. Default true. */
  readonly isLast?: boolean;
}

/** The reasons that a correction adds to a finding: who and why, with the rule's own verdict; then what was corrected. */
export function wordCorrection(
  { by, seq, reason, change }: Correction,
  { claim, before, after, language, codebook, isLast = true }: Options,
): Reason[] {
  const words = wordsIn(language);
  const wording = wordingOf(language);
  const verdict = wording.verdicts[before] ?? before;
  const measure = (id: string) =>
    id === "" ? words.none : measureLabel(id, { language, wording, codebook });
  const head = fill(words.corrected, { by, seq: String(seq), reason: reason.replace(/[.。\s]+$/u, "") });
  const rule = fill(before === after ? words.confirmed : words.overruled, { before: verdict });
  const gap = wording.locale === "zh" ? "" : " ";
  const said = (code: string, template: string, values: Readonly<Record<string, string>>): Reason => ({
    code,
    text: fill(template, values),
  });
  return [
    { code: "corrected", text: isLast ? `${head}${gap}${rule}` : head },
    ...(change.measure === undefined
      ? []
      : [
          said("corrected-measure", words.measure, {
            after: measure(change.measure),
            before: measure(claim.measure),
          }),
        ]),
    ...(change.value === undefined
      ? []
      : [
          said("corrected-value", words.value, {
            after: String(change.value),
            before: claim.value === null ? words.none : String(claim.value),
          }),
        ]),
    ...(change.evidence
      ? [said("corrected-evidence", words.evidence, { records: change.evidence.join(", ") })]
      : []),
    ...(change.without
      ? [said("corrected-evidence", words.without, { records: change.without.join(", ") })]
      : []),
  ];
}
