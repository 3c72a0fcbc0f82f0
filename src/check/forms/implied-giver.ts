import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure } from "../gather/types.ts";
import { counterName, credits } from "../match/counter.ts";
import { figuresOf } from "../match/figures-of.ts";
import { openingCounter } from "../match/opening-counter.ts";
import { isUnnamed } from "../rule/names.ts";
import type { CheckContext } from "./types.ts";

/**
 * "Safeguard Defenders counted 102 overseas police stations": a sentence that names nobody speaks of whom all counts of its measure are of;
 * else of whom all those are that the counter whom it credits made.
 */
export function withImpliedGiver(claim: Claim, measure: Measure, { shelf, document }: CheckContext): Claim {
  if (!namesNobody(claim)) return claim;
  const figures = figuresOf(shelf, [measure.id]);
  const named = openingCounter(claim, document.text, shelf) || (claim.attribution?.to ?? "");
  const isTheirs = ({ counter }: Figure) =>
    credits(named, counter, { name: counterName(counter, shelf), codebook: shelf.codebook });
  const parties =
    partiesOf(figures) ?? (named === "" || isUnnamed(named) ? null : partiesOf(figures.filter(isTheirs)));
  if (!parties) return claim;
  const entities = parties.filter(id => shelf.entities.has(id));
  const states = parties.filter(id => !shelf.entities.has(id));
  return {
    ...claim,
    entities,
    ...(states.length > 0 ? { roles: { ...claim.roles, [giverOf(measure)]: states } } : {}),
  };
}

const namesNobody = ({ places, entities, roles }: Claim): boolean =>
  places.length === 0 &&
  entities.length === 0 &&
  Object.keys(roles).every(role => role === "regime" || role === "product-kind" || role === "topic");

/** Those whom all of the figures are of, wherever each is; null where they are of several or of nobody. */
function partiesOf(figures: readonly Figure[]): readonly string[] | null {
  const sets = new Set(figures.map(({ about, place }) => about.filter(id => id !== place).join()));
  const [only] = sets;
  return sets.size === 1 && only !== undefined && only !== "" ? only.split(",") : null;
}

const GIVERS = ["provider", "vendor-country", "actor"];
/** The role in which a state gives what the measure counts. */
const giverOf = ({ dimensions }: Measure): string =>
  GIVERS.find(role => dimensions.includes(role)) ?? "provider";
