import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { narrowingOf } from "../match/narrowing.ts";
import { hasWord, plainWords } from "../match/words.ts";
import type { Sorted } from "./relation-records.ts";
import type { CheckContext } from "./types.ts";

/**
 * "Dahua gave Vesoul a camera system": where no state is read and a name stands in the clause that nobody knows, only a record that has the
 * name too bears the relation out.
 */
export function ofNamedTaker(
  sorted: Sorted,
  claim: Claim,
  { shelf, document, claims }: CheckContext,
): Sorted {
  if (claim.roles["recipient"]?.length) return sorted;
  const { text, language } = document;
  const unknown = narrowingOf(claim, { text, language, claims, shelf }).words.filter(word =>
    /^\p{Script=Latin}+$/u.test(word),
  );
  if (unknown.length === 0) return sorted;
  const has = ({ row, label }: RecordRow) => {
    const words = new Set(plainWords([label, ...Object.values(row).flatMap(texts)].join(" ")));
    return unknown.every(word => hasWord(words, word));
  };
  const { full, planned, dated, weak, makers, other } = sorted;
  const near = [...full, ...planned, ...dated].filter(record => !has(record));
  return {
    full: full.filter(has),
    planned: planned.filter(has),
    dated: dated.filter(has),
    weak: weak.filter(has),
    makers: makers.filter(has),
    other: [...other, ...near],
  };
}
