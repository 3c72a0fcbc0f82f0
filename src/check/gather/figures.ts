import type { Book } from "../../book/types.ts";
import type { Claim } from "../../read/types.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { isWithinMonth, parsePeriod } from "../rule/period.ts";
import { isCurrency, normalUnit } from "../rule/units.ts";
import { inOrderOfId } from "./remembered.ts";
import { figureKind } from "./schema.ts";
import type { Stock } from "./stock.ts";
import type { Figure } from "./types.ts";

/** Measures of the claims, and those near to them. */
export function measuresOf(book: Pick<Book, "codebook">, claims: readonly Claim[]): string[] {
  const own = new Set(
    claims
      .flatMap(claim => [claim.measure, effectiveMeasure(claim, book.codebook)?.id ?? ""])
      .filter(id => id !== ""),
  );
  const near = [...own].flatMap(id => book.codebook.measures.get(id)?.related ?? []);
  return [...new Set([...own, ...near])].sort();
}

/** Figures that the numbers of a text may be held against. */
export async function loadFigures(
  from: Stock,
  book: Book,
  claims: readonly Claim[],
): Promise<readonly Figure[]> {
  if (!figureKind(book.codebook)) return [];
  const studies = claims.some(({ form }) => form === "study" || form === "cause");
  const [measures, values] = [measuresOf(book, claims), numbersOf(claims)];
  const found = await from.figures({ measures, studies, values, placed: placesOfNumbers(claims) });
  const more = measuresFound(claims, found).filter(measure => !measures.includes(measure));
  if (more.length === 0) return found;
  const beside = await from.figures({ measures: more, studies: false, values: [] });
  return inOrderOfId([...found, ...beside]);
}

/**
 * Measures of figures that were found by a number which no chance repeats, and for which the reader has none: the number beside it may be of
 * the same.
 */
function measuresFound(claims: readonly Claim[], figures: readonly Figure[]): string[] {
  const open = claims.filter(
    ({ form, measure, value }) => form === "number" && measure === "" && value !== null && value >= TELLING,
  );
  const isBeside = (claim: Claim) =>
    claims.some(
      ({ id, form, measure, sentence }) =>
        id !== claim.id && form === "number" && measure === "" && sentence[0] === claim.sentence[0],
    );
  const values = new Set(open.filter(isBeside).map(({ value }) => value));
  const measures = figures.flatMap(({ value, measure }) => (values.has(value) ? [measure] : []));
  return [...new Set(measures)].sort().slice(0, MORE);
}

/** From here on a number is seldom met by chance. */
const TELLING = 10_000;
/** So many measures are asked for beside those of the text at most. */
const MORE = 4;

/** Numbers of the text: where the reader has no measure for one, or another than the book, it may be found by itself. */
const numbersOf = (claims: readonly Claim[]): number[] =>
  [...new Set(claims.flatMap(({ form, value }) => (form === "number" && value ? [value] : [])))].filter(
    Number.isFinite,
  );

/** States of dated sums and shares that the reader has no measure for: a figure of the very place and time may be told of in their words. */
function placesOfNumbers(claims: readonly Claim[]): { place: string; unit: string }[] {
  const open = claims.filter(
    ({ form, measure, unit, period, places }) =>
      form === "number" &&
      measure === "" &&
      (unit === "percent" || isCurrency(unit)) &&
      period[0] !== null &&
      period[1] !== null &&
      places.length <= PLACES,
  );
  const asked = open.flatMap(({ places, unit }) => places.map(place => ({ place, unit })));
  return [...new Map(asked.map(each => [`${each.place} ${each.unit}`, each])).values()];
}

/** A number of more states than these is of none in particular. */
const PLACES = 3;

/** Figures of the month and in the unit of a count that the reader has no measure for: they are apart, since they may be of anything. */
export async function loadFiguresOfMonths(
  from: Stock,
  book: Book,
  claims: readonly Claim[],
): Promise<readonly Figure[]> {
  const dated = monthsOfNumbers(claims);
  if (dated.length === 0 || !figureKind(book.codebook)) return [];
  return from.figures({ measures: [], studies: false, values: [], dated });
}

/** Months and units of counts that the reader has no measure for: a figure of that month may be told of by its whole or by its counter. */
function monthsOfNumbers(claims: readonly Claim[]): { month: string; unit: string }[] {
  const asked = claims.flatMap(({ form, measure, unit, period }) => {
    const when = parsePeriod([...period]);
    const isCount = form === "number" && measure === "" && unit !== "" && unit !== "percent";
    if (!isCount || isCurrency(unit) || when === null || !isWithinMonth(when)) return [];
    return [{ month: when.start.slice(0, "2019-11".length), unit: normalUnit(unit) }];
  });
  return [...new Map(asked.map(each => [`${each.month} ${each.unit}`, each])).values()];
}
