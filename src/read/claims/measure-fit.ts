import type { Measure } from "../../codebook/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import { wordsOf } from "../phrases.ts";
import type { Context } from "./context.ts";
import { Phrases, type Prepared, preparedMeasures } from "./measure-phrases.ts";
import { isMoney, isTime, personal, unitsOfNoun } from "./units.ts";

const PERSON = "person";

/** Units that may be the same thing under two names. */
function unitFits(candidate: Prepared, unit: string, language: LanguageLexicon): boolean {
  const { measure, happens } = candidate;
  if (unit === measure.unit) return true;
  if (measure.unit === "percent" || unit === "percent") return false;
  if (isMoney(unit)) return measure.unit === "money";
  if (measure.unit === "money") return false;
  if (isTime(unit) || isTime(measure.unit)) return isTime(unit) && isTime(measure.unit);
  const units = unitsOfNoun(language, unit);
  // "836 people were arrested" counts arrests: people to whom what the measure counts happened.
  if (units.length > 0) return units.includes(measure.unit) || (happens && units.includes(PERSON));
  // English nouns are all in the codebook; in other languages the phrases know some more.
  return (
    unit !== "" &&
    language.frames.language !== "en" &&
    wordsOf(unit, [0, unit.length], language.stem).every(word => candidate.heads.has(word.stem))
  );
}

/** A noun's first unit is what it mostly means. */
function sameHead(measure: Measure, unit: string, units: readonly string[], happens: boolean): boolean {
  if (isMoney(unit)) return measure.unit === "money";
  return personal(unit) === measure.unit || units[0] === measure.unit || (happens && units[0] === PERSON);
}

/** The measures whose unit fits a unit of the text. */
export interface Fitting {
  readonly candidates: readonly Prepared[];
  readonly phrases: Phrases;
  /** Whether the unit of the text mostly means that of each candidate. */
  readonly same: readonly boolean[];
}

const fitting = new WeakMap<LanguageLexicon, Map<string, Fitting>>();
/** Units remembered at most: a hostile text must not fill the memory. */
const UNITS = 5000;

function fittingTo(unit: string, all: readonly Prepared[], language: LanguageLexicon): Fitting {
  const candidates = all.filter(candidate => unitFits(candidate, unit, language));
  const units = unitsOfNoun(language, unit);
  const same = candidates.map(({ measure, happens }) => sameHead(measure, unit, units, happens));
  return { candidates, phrases: new Phrases(candidates), same };
}

/** The measures whose unit fits; texts count in few units, so each list is made once. */
export function candidatesFor(context: Context, language: LanguageLexicon, unit: string): Fitting {
  let known = fitting.get(language);
  if (!known) {
    known = new Map();
    fitting.set(language, known);
  }
  let found = known.get(unit);
  if (!found) {
    found = fittingTo(unit, preparedMeasures(context.lexicon, language), language);
    if (known.size < UNITS) known.set(unit, found);
  }
  return found;
}
