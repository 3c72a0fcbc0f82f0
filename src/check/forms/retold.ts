import type { Figure } from "../gather/types.ts";
import { counterName } from "../match/counter.ts";
import { isSameName } from "../rule/names.ts";
import type { ReasonData } from "../rule/types.ts";
import type { Evidence, Verdict } from "../types.ts";
import { othersThan } from "./evidence.ts";
import { type CheckContext, reason } from "./types.ts";

/** Said of a number that stands only by those who repeat it, with what would settle it. */
export interface Retold {
  readonly reasons: readonly ReasonData[];
  readonly missing: ReasonData | null;
}

const NOTHING: Retold = { reasons: [], missing: null };

/** A number that is borne out by nobody's own page: the count has one origin, and the book has it only as others repeat it. */
export function retoldOnly(
  verdict: Verdict,
  shown: readonly Evidence[],
  { figures, context }: { figures: readonly Figure[]; context: CheckContext },
): Retold {
  const { shelf } = context;
  if (verdict !== "supported" || shown.length === 0) return NOTHING;
  const found = shown.map(({ record }) => figures.find(({ id }) => id === record));
  const tellers = found.map(figure => (figure ? tellerOf(figure, shelf) : null));
  const [counter, teller] = tellers[0] ?? [];
  if (!counter || !teller || tellers.includes(null)) return NOTHING;
  return {
    reasons: [reason("retold-only", { counter, attribution: teller })],
    missing: reason("missing-original", { counter }),
  };
}

/** The counter and who repeats it; null where the counter, or somebody who counted, is read itself. */
function tellerOf(
  figure: Figure,
  shelf: CheckContext["shelf"],
): readonly [counter: string, teller: string] | null {
  if (figure.origin !== "secondary") return null;
  const counter = counterName(figure.counter, shelf);
  const publishers = othersThan(figure.sources, shelf).map(id => shelf.sources.get(id)?.publisher ?? "");
  const own = publishers.some(name => name === "" || isSameName(name, counter));
  return own || publishers[0] === undefined ? null : [counter, publishers[0]];
}
