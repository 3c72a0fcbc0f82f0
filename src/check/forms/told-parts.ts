import type { Claim } from "../../read/types.ts";
import type { Figure } from "../gather/types.ts";
import { figuresGiving } from "../match/figures-of.ts";
import { narrowingOf } from "../match/narrowing.ts";
import { hasWord, plainWords } from "../match/words.ts";
import { conclude } from "./conclude.ts";
import { isToldByOthers } from "./evidence.ts";
import type { Fitting } from "./fitting.ts";
import { claimsBefore } from "./speaking.ts";
import type { CheckContext, Outcome } from "./types.ts";

/** A part of what a figure counts, and its share in percent. */
interface Part {
  readonly name: string;
  readonly share: number;
}

/** "Bahia 52 percent, Rio de Janeiro 37 percent". */
const SHARES = /(\p{Lu}[\p{L}'’-]*(?:\s\p{L}[\p{L}'’-]*){0,4})\s(\d{1,2}(?:\.\d+)?)\s?(?:percent|%)/gu;

const PARTS = new WeakMap<Figure, readonly Part[]>();

/** Shares of its parts that the note of a figure tells, where it tells two or more. */
export function partsOf(figure: Figure): readonly Part[] {
  const known = PARTS.get(figure);
  if (known) return known;
  const found = [...`${figure.note}; ${figure.population}`.matchAll(SHARES)].map(([, name = "", share]) => ({
    name,
    share: Number(share),
  }));
  const parts = found.length >= 2 ? found : [];
  PARTS.set(figure, parts);
  return parts;
}

/**
 * "151 arrests in five states; 37% of them in Rio": a share of a number that the text has just given. Where the figure of that number tells
 * the shares of its parts, the one that the clause names is held against the claim. Null where no such figure is known.
 */
export function checkToldParts(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document, claims } = context;
  if (claim.unit !== "percent" || claim.value === null) return null;
  const measure = [...shelf.codebook.measures.values()].find(
    ({ unit, comparable }) => unit === "percent" && !comparable,
  );
  const { clause = "" } = narrowingOf(claim, { ...document, claims, shelf });
  const said = new Set(plainWords(clause));
  const isNamed = ({ name }: Part) =>
    plainWords(name)
      .filter(word => word.length > 2)
      .every(word => hasWord(said, word));
  const wholes = beside(claim, context)
    .flatMap(({ value }) => figuresGiving(shelf, value!))
    .filter(figure => isToldByOthers(figure, shelf) && partsOf(figure).some(isNamed));
  const [whole] = wholes;
  if (!measure || !whole || new Set(wholes.map(({ counter }) => counter)).size > 1) return null;
  const named = partsOf(whole).filter(isNamed);
  if (named.length !== 1) return null;
  const fitting = partsOf(whole).map(
    (part): Fitting => ({
      figure: shareOf(part, whole),
      relation: named.includes(part) ? "same" : "other",
      planned: false,
      unsure: false,
      elsewhere: false,
    }),
  );
  const of = { ...claim, places: [], entities: [], period: [null, null] as const, periodKind: "" as const };
  return conclude(of, measure, { fitting, counts: [], context });
}

/** Numbers before the claim in its sentence and its paragraph that are no shares. */
const beside = (claim: Claim, context: CheckContext): Claim[] =>
  [
    ...claimsBefore(claim, context),
    ...context.claims.filter(
      ({ sentence, span }) => sentence[0] === claim.sentence[0] && span[1] <= claim.span[0],
    ),
  ].filter(({ form, value, unit }) => form === "number" && value !== null && unit !== "percent");

const shareOf = ({ name, share }: Part, whole: Figure): Figure => ({
  ...whole,
  counted: `share of ${whole.counted}`,
  value: share,
  low: null,
  high: null,
  unit: "percent",
  qualifier: "exact",
  population: name,
});
