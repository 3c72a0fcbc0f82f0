import type { Measure } from "../../codebook/types.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import { nounKey } from "../nouns.ts";
import type { Span, Status } from "../types.ts";
import type { Clause, Context } from "./context.ts";
import type { Noun } from "./ellipsis.ts";
import { candidatesFor } from "./measure-fit.ts";
import type { Prepared, SaidIn } from "./measure-phrases.ts";
import { Behind, stemsIn, stemsOf, WithNoun } from "./stems.ts";
import { isMoney } from "./units.ts";

/** A number whose measure is looked for. */
export interface Counted {
  /** `percent`, a currency code, or the singular head noun. */
  readonly unit: string;
  readonly periodKind: string;
  /** The time asserted lies within one year. */
  readonly withinYear: boolean;
  /** The clause gives it a length of several years ("over nine years"). */
  readonly overYears: boolean;
  readonly status: Status;
  /** Regime classes of its population, or of what it counts. */
  readonly classes: readonly string[];
  /** Its noun stands with another number. */
  readonly elided: boolean;
  /** Where a sentence before tells its noun. */
  readonly told: Noun["told"];
  /** It is part of a whole that is counted too ("7 of the 10 countries"): only words can say of what. */
  readonly partial: boolean;
  /** First character of the number. */
  readonly at: number;
  /** The whole of a share. */
  readonly population: Span | null;
}

export interface MeasureChoice {
  readonly id: string;
  readonly score: number;
}

const NO_MEASURE: MeasureChoice = { id: "", score: 0 };

/** Score below which no measure is named: one full phrase, or a phrase in part with a fitting role. */
export const MEASURE_THRESHOLD = 1;
/** What each fitting sign adds. */
const SIGNS = { dimension: 0.35, regime: 1.5, period: 0.5, head: 0.4, unstated: -0.15, plan: 0.6 } as const;
/** Score of a phrase of two words in full; below it a phrase was met in part or is one common word. */
const FULL = 0.89;
const CHANCE = 0.6;
/** Score without any phrase, where the clause tells by its verb the kind of record that the measure needs, or a plan of it. */
const TOLD = 0.7;

function dimensionScore(measure: Measure, clause: Clause): number {
  let score = 0;
  const { dimensions } = measure;
  for (const { frame, giverCountries, givers, takers, objects } of clause.situations) {
    const given = giverCountries.length > 0 || givers.length > 0;
    if (given && (dimensions.includes(frame.giver) || dimensions.includes(frame.giverCountry)))
      score += SIGNS.dimension;
    if (objects.length > 0 && dimensions.includes(frame.object.role)) score += SIGNS.dimension;
    if (takers.length > 0 && (dimensions.includes(frame.taker) || dimensions.includes("place")))
      score += SIGNS.dimension;
  }
  return score;
}

/** How many sentences back a text may have told of what a number belongs to. */
const BACK = 2;

/** The same for the share of a class of states, of which few measures are. */
const FAR_BACK = 12;

/**
 * Whether a text tells of a kind of record where it gives a number: in the clause (2), by words of giving and taking or by who
 * gives such things; in a sentence shortly before (1); or not (0).
 */
function tells(
  context: Context,
  sentence: Sentence,
  clause: Clause,
  { kind, back: reach }: { readonly kind: string; readonly back: number },
): 0 | 1 | 2 {
  if (clause.situations.some(({ frame }) => frame.kind === kind)) return 2;
  const frame = context.lexicon.frames.find(each => each.kind === kind);
  const gives = (id: string) =>
    frame?.giverKinds.includes(context.lexicon.entities.get(id)?.kind ?? "") ?? false;
  if (clause.entities.some(gives)) return 2;
  for (let back = 0; back <= reach; back++) {
    const told = context.sentences[sentence.index - back];
    if (told && (tellsOf(told, kind) || told.entities.some(({ id }) => gives(id)))) return 1;
  }
  return 0;
}

/** Whether a noun of a kind of record, or a word that it is told by, stands in a sentence. */
function tellsOf({ frames }: Sentence, kind: string): boolean {
  for (const { frame, part } of frames)
    if ((part === "nouns" || part === "tells") && frame.kind === kind) return true;
  return false;
}

/** Where the verb alone says what the number counts. */
function toldScore(clause: Clause, { told, status, period }: Measure, counted: Counted): number {
  // Most measures are told by no verb and have no status.
  if (told === undefined && status === undefined) return 0;
  if (counted.partial || (counted.periodKind === "annual" && period !== "annual")) return 0;
  if (told === undefined) return status === counted.status ? TOLD : 0;
  for (const { frame, trigger } of clause.situations)
    if (frame.kind === told && (trigger !== null || counted.periodKind === "annual")) return TOLD;
  return 0;
}

/** Whether a measure of which no phrase is said can be counted all the same: by its verb, or by the class that it counts. */
const isUnsaidCount = ({ measure, regime }: Prepared, clause: Clause, counted: Counted): boolean =>
  regime || toldScore(clause, measure, counted) > 0;

/** Whether a verb of the clause tells the kind of record that a measure needs. */
const isToldBy = ({ situations }: Clause, { measure: { told } }: Prepared): boolean =>
  situations.some(({ frame, trigger }) => frame.kind === told && trigger !== null);

function periodScore(measure: Measure, { periodKind, withinYear, overYears }: Counted): number {
  const annual = measure.period === "annual";
  if (periodKind === "annual") return annual ? SIGNS.period : -1.5 * SIGNS.period;
  if (annual && overYears) return -1.5 * SIGNS.period;
  if (annual) return withinYear ? 0 : SIGNS.unstated;
  return periodKind === "cumulative" && measure.period === "cumulative" ? SIGNS.period / 2 : 0;
}

const given = ({ situations }: Clause, at: number): boolean =>
  situations.some(({ trigger }) => trigger !== null && trigger.part === "gives" && trigger.span[1] <= at);

interface Said {
  readonly clause: Clause;
  /** How well the phrases of the measure are said. */
  readonly said: number;
  /** Whether the unit of the text mostly means that of the measure. */
  readonly same: boolean;
  /** Whether the clause has a verb of giving, taking or sending. */
  readonly acts: boolean;
}

const isActing = ({ frames }: Sentence, { span, situations }: Clause): boolean =>
  situations.some(({ trigger }) => trigger !== null) ||
  frames.some(cue => cue.part === "sends" && inside(cue.span, span));

function scoreOf(
  { measure, regime }: Prepared,
  counted: Counted,
  { clause, said, same, acts }: Said,
): number {
  const classed = counted.classes.length > 0;
  if (regime && !classed) return 0;
  // "of 60 authoritarian regimes": countries of a class are done something to only behind the verb.
  if (!regime && classed && counted.unit !== "percent" && !given(clause, counted.at)) return 0;
  let score = Math.max(said, same ? toldScore(clause, measure, counted) : 0);
  // "60 authoritarian regimes": a class that is counted says what is counted, unless its countries do something, or it is done to them.
  if (regime && same && counted.unit !== "percent" && !acts) score = Math.max(score, FULL);
  if (score === 0) return 0;
  if (regime) score += SIGNS.regime;
  const fit = dimensionScore(measure, clause);
  // Half a phrase with none of the measure's roles filled is chance.
  score = fit === 0 && score < FULL ? score * CHANCE : score + fit;
  if (same) score += SIGNS.head;
  if (measure.status !== undefined) score += SIGNS.plan;
  const time = periodScore(measure, counted);
  // The kind of period confirms what words say; alone it says nothing.
  return fit === 0 && score < MEASURE_THRESHOLD ? score + Math.min(time, 0) : score + time;
}

/**
 * The measure of the codebook that a number counts. Its unit must fit, and the clause must tell what the measure is told in and
 * the state that it is of; then the phrases of the measure (as bags of stems, since numbers stand inside them), the verb, the
 * roles that are filled, the class of the population and the kind of period decide. When unsure none is named: a wrong
 * measure makes a true sentence look false.
 */
export function measureOf(
  context: Context,
  sentence: Sentence,
  clause: Clause,
  counted: Counted,
): MeasureChoice {
  const { language } = context;
  let best: MeasureChoice = NO_MEASURE;
  if (!language) return best;
  const { candidates, phrases, same } = candidatesFor(context, language, counted.unit);
  if (candidates.length === 0) return best;
  const said = phrases.scores(saidIn(sentence, clause, counted, language));
  const scored: Scored[] = [];
  const acts = isActing(sentence, clause);
  for (let i = 0; i < candidates.length; i++) {
    // Of most nothing is said, and they are in no unit that the number could be in.
    if (said[i] === 0 && !same[i]) continue;
    const candidate = candidates[i]!;
    const { status, told } = candidate.measure;
    if (status === "planned" && counted.status !== "planned") continue;
    if (said[i] === 0 && !isUnsaidCount(candidate, clause, counted)) continue;
    // "Three-quarters of hybrid regimes have sent officers": a share of a class is of what the text is about.
    const back = counted.population !== null && counted.classes.length > 0 ? FAR_BACK : BACK;
    const near = told === undefined ? 2 : tells(context, sentence, clause, { kind: told, back });
    const isNamed = said[i]! >= FULL;
    // Told elsewhere, the measure must be named in full.
    if (near === 0 || (near === 1 && !isNamed)) continue;
    const score = scoreOf(candidate, counted, { clause, said: said[i]!, same: same[i]!, acts });
    scored.push({ candidate, isNamed, score });
  }
  const isTold = scored.some(each => each.score >= MEASURE_THRESHOLD && isToldBy(clause, each.candidate));
  for (const { candidate, isNamed, score } of scored) {
    // "trained 30 police officers": half a phrase of what no verb tells ("police officers advise") is no match for the verb.
    if (isTold && !isNamed && candidate.measure.told === undefined) continue;
    if (score > best.score + 1e-9) best = { id: candidate.measure.id, score };
    // "a loan for the contract": what two measures say alike of an amount, neither says.
    else if (isMoney(counted.unit) && score > best.score - 1e-9) best = { id: "", score };
  }
  return best.score >= MEASURE_THRESHOLD ? best : { id: "", score: best.score };
}

interface Scored {
  readonly candidate: Prepared;
  readonly isNamed: boolean;
  readonly score: number;
}

/** The words around a number; a noun that is left out counts as said. */
function saidIn(sentence: Sentence, clause: Clause, counted: Counted, language: LanguageLexicon): SaidIn {
  const near = stemsIn(sentence, clause.span, language);
  const far = stemsOf(sentence, language);
  const whole = stemsIn(sentence, counted.population, language);
  if (!counted.elided) return { near, far, whole, noun: "" };
  const noun = nounKey(counted.unit, language.stem);
  const own = { near: new WithNoun(near, noun, clause.span[0]), far, whole, noun };
  if (!counted.told) return own;
  // What a sentence before says of the noun goes with it, and stands before all that this one says.
  const { sentence: earlier, span } = counted.told;
  const told = stemsIn(earlier, span, language);
  const all = new Map(far);
  for (const stem of stemsOf(earlier, language).keys()) {
    const at = told.get(stem);
    if (at !== undefined) all.set(stem, [...at, ...(far.get(stem) ?? [])]);
  }
  return { ...own, near: new Behind(told, near), far: all };
}
