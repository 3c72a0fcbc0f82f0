import type { Codebook } from "../../codebook/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import { wordsOf } from "../phrases.ts";
import type { Draft } from "./context.ts";

/** Characters between two numbers of which the second says where the first is counted ("in", "spread across"). */
const REACH = 24;

/**
 * "73 agreements in 52 countries": a number without a measure that a preposition of place joins to a counted one is counted by the measure
 * which that one's measure names (`across`), of the same givers at the same time.
 */
export function withCompanions(
  drafts: readonly Draft[],
  { text, codebook, language }: { text: string; codebook: Codebook; language: LanguageLexicon },
): Draft[] {
  if (drafts.length < 2) return [...drafts];
  return drafts.map(draft => {
    if (draft.form !== "number" || draft.measure !== "") return draft;
    const host = drafts.find(each => isBefore(each, draft, { text, language }));
    const across = codebook.measures.get(codebook.measures.get(host?.measure ?? "")?.across ?? "");
    if (!host || across?.unit !== draft.unit) return draft;
    const { places, entities, roles, period } = host;
    const undated = draft.period[0] === null && draft.period[1] === null;
    return {
      ...draft,
      measure: across.id,
      periodKind: draft.periodKind || across.period,
      places,
      entities,
      roles,
      ...(undated ? { period } : {}),
    };
  });
}

/** Nothing stands between the two but words of place, a verb at most among them ("spread across"). */
function isBefore(
  host: Draft,
  { span }: Draft,
  { text, language }: { text: string; language: LanguageLexicon },
): boolean {
  if (host.measure === "" || host.span[1] > span[0] || span[0] - host.span[1] > REACH) return false;
  const between = wordsOf(text, [host.span[1], span[0]], language.stem);
  const last = between.at(-1);
  return last !== undefined && between.length <= 2 && language.grammar.locating.has(last.key);
}
