import type { Codebook, Measure } from "../../codebook/types.ts";
import { familyOf, isLength, normalUnit } from "../rule/units.ts";

/** A unit as figures of a measure are compared by it. */
export interface ComparableUnit {
  /** The measure's own unit where the noun is one of the words for it, else the noun. */
  readonly unit: string;
  /** `same`: a word for the measure's unit; `unsure`: unnamed, or a word that the codebook does not know; `other`: a word for something else. */
  readonly fit: "same" | "unsure" | "other";
}

const UNITS = new WeakMap<
  Measure,
  { readonly codebook: Codebook; readonly known: Map<string, ComparableUnit> }
>();

/** What a noun counts, in terms of a measure: "officers" and "police" are people where people are counted, and never sessions. */
export function comparableUnit(noun: string, measure: Measure, codebook: Codebook): ComparableUnit {
  const known = unitsOf(measure, codebook);
  const found = known.get(noun);
  if (found) return found;
  // Nouns of texts have no end.
  if (known.size >= REMEMBERED) known.clear();
  const unit = findUnit(noun, measure, codebook);
  known.set(noun, unit);
  return unit;
}

/** What is known of the nouns of a measure; a measure belongs to one codebook. */
function unitsOf(measure: Measure, codebook: Codebook): Map<string, ComparableUnit> {
  const of = UNITS.get(measure);
  if (of?.codebook === codebook) return of.known;
  const known = new Map<string, ComparableUnit>();
  UNITS.set(measure, { codebook, known });
  return known;
}

const REMEMBERED = 1_000;

function findUnit(noun: string, measure: Measure, codebook: Codebook): ComparableUnit {
  const normal = normalUnit(noun);
  if (normal === "") return { unit: "", fit: "unsure" };
  if (familyOf(normal, false) !== "count" || familyOf(measure.unit, false) !== "count")
    return familyOf(normal, false) === familyOf(measure.unit, false) || isMoney(measure, normal)
      ? { unit: normal, fit: "same" }
      : { unit: normal, fit: "other" };
  if (isLength(normal) && isLength(measure.unit)) return { unit: normal, fit: "same" };
  const words = wordsOfUnits(codebook);
  const own = normalUnit(measure.unit);
  if (normal === own || words.get(normal)?.has(own) || headNouns(measure).has(normal))
    return { unit: measure.unit, fit: "same" };
  if (happensTo(measure) && (normal === PERSON || words.get(normal)?.has(PERSON)))
    return { unit: measure.unit, fit: "same" };
  return { unit: normal, fit: words.has(normal) ? "other" : "unsure" };
}

const PERSON = "person";

/** "680 fugitives were arrested" counts arrests: the measure's own phrases have its unit as a verb. */
const happensTo = ({ unit, phrases }: Measure): boolean => (phrases["en"] ?? []).includes(`${unit}ed`);

/** A measure of money names no currency: each of its figures does. */
const isMoney = ({ unit }: Measure, noun: string) => unit === "money" && familyOf(noun, false) === "money";

/** Units that a noun is a word for, by the codebook's groups `unit-<unit>` and the units of its measures. */
function wordsOfUnits(codebook: Codebook): ReadonlyMap<string, ReadonlySet<string>> {
  const known = WORDS.get(codebook);
  if (known) return known;
  const words = new Map<string, Set<string>>();
  const add = (word: string, unit: string) => {
    const key = normalUnit(word);
    words.set(key, (words.get(key) ?? new Set()).add(unit));
  };
  for (const { unit } of codebook.measures.values())
    if (familyOf(unit, false) === "count") add(unit, normalUnit(unit));
  for (const [group, phrases] of Object.entries(codebook.phrases)) {
    const unit = /^unit-(.+)$/.exec(group)?.[1];
    if (unit) for (const word of Object.values(phrases).flat()) add(word, normalUnit(unit));
  }
  WORDS.set(codebook, words);
  return words;
}

const WORDS = new WeakMap<Codebook, ReadonlyMap<string, ReadonlySet<string>>>();

/** Last nouns of the measure's own English phrases ("seminars for foreign police" ends in another's, so only phrases without a preposition). */
function headNouns(measure: Measure): ReadonlySet<string> {
  const known = HEADS.get(measure);
  if (known) return known;
  const phrases = (measure.phrases["en"] ?? []).filter(
    phrase => !/\b(of|for|in|from|to|with)\b/.test(phrase),
  );
  const heads = new Set(phrases.filter(phrase => /s$/.test(phrase)).map(normalUnit));
  HEADS.set(measure, heads);
  return heads;
}

const HEADS = new WeakMap<Measure, ReadonlySet<string>>();
