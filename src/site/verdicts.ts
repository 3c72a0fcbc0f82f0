import { en as english } from "../check/explain/en.ts";
import type { Verdict } from "../check/types.ts";

/** How one verdict is named: never shown by colour alone, so each has a sign and a pattern (see `icons.tsx`, `assets/article.css`). */
export interface VerdictWords {
  readonly id: Verdict;
  readonly label: string;
  readonly meaning: string;
}

/** Every verdict in the order in which legends and summaries list them, in English. */
export const VERDICTS: readonly VerdictWords[] = Object.entries(english.page.verdicts).map(
  ([id, { label, meaning }]) => ({
    id: id as Verdict,
    label,
    meaning,
  }),
);

/** The English words for a verdict; an unknown verdict is shown under its own name. */
export const verdictWords = (id: string): VerdictWords =>
  VERDICTS.find(verdict => verdict.id === id) ?? { id: id as Verdict, label: id, meaning: "" };
