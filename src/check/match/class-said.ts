import type { Claim } from "../../read/types.ts";
import type { Shelf } from "../gather/types.ts";
import { plainWords } from "./words.ts";

/**
 * "71% of the agreements are with countries that are not free": a share whose clause names one class of states, and whose whole has none, is of
 * what goes to that class. Where it names several ("partly free or not free"), it is of them together, as figures without a class are.
 */
export function withClassSaid(
  claim: Claim,
  clause: string,
  { codebook, language }: Pick<Shelf, "codebook"> & { readonly language: string },
): Claim {
  if (claim.unit !== "percent" || claim.roles["regime"]?.length) return claim;
  const measure = codebook.measures.get(claim.measure);
  if (!measure || measure.dimensions.includes("regime")) return claim;
  const said = ` ${plainWords(clause).join(" ")} `;
  const told = [...(codebook.series?.values() ?? [])]
    .flatMap(series => series.classes)
    .flatMap(({ code, phrases }) =>
      (phrases[language] ?? []).map(phrase => ({ code, words: ` ${plainWords(phrase).join(" ")} ` })),
    )
    .filter(({ words }) => said.includes(words));
  // "Free countries" is no class of its own in "not free countries".
  const whole = told.filter(each => !told.some(other => other.code !== each.code && isWithin(each, other)));
  const found = [...new Set(whole.map(({ code }) => code))];
  return found.length === 1 ? { ...claim, roles: { ...claim.roles, regime: found } } : claim;
}

interface Told {
  readonly code: string;
  readonly words: string;
}

/** A phrase runs through another, longer one. */
const isWithin = ({ words }: Told, { words: other }: Told): boolean =>
  other.length > words.length && other.includes(words);
