import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { wordsOf } from "../rule/names.ts";
import { counterName, credits } from "./counter.ts";
import type { Subject } from "./subject.ts";

/** Does a text say that it speaks of the whole world? */
export const saysWorld = (text: string): boolean => idiom("world").test(text);

/** So near its start a sentence opens with the world ("В мире было", "The world had"). */
const [OPENING, LONGEST] = [16, 16];

/** Does a sentence open with the world, so that it speaks of that and of nobody who was named before? */
export const opensWithWorld = (sentence: string): boolean =>
  idiom("world")
    .find(sentence.slice(0, OPENING + LONGEST))
    .some(([from]) => from <= OPENING);

interface Context {
  readonly measure: Measure;
  readonly subject: Subject;
  readonly sentence: string;
  readonly shelf: Shelf;
}

/**
 * "The 1,950 cameras" of no named place are some town's: what the world has may be told beside them, and refutes nothing, unless the
 * sentence says that it speaks of the world or credits whoever counted the world. More than the world has no part of it can have.
 */
export function isPartOfWorld(
  claim: Claim,
  figure: Figure,
  { measure, subject, sentence, shelf }: Context,
): boolean {
  const { value, population } = claim;
  const isOfWorld = figure.place === "" && figure.about.length === 0 && subject.places.size === 0;
  const isCountedInPlaces = measure.unit !== "percent" && measure.dimensions.includes("place");
  if (!isOfWorld || !isCountedInPlaces || value === null || value >= figure.value) return false;
  if (saysWorld(sentence) || saysWorld(population)) return false;
  const said = wordsOf(sentence);
  const name = counterName(figure.counter, shelf);
  return !isCreditedTo(claim, figure, shelf) && !wordsOf(name).every(word => said.includes(word));
}

/** Whoever counts the world is credited with a count of the world. */
const isCreditedTo = ({ attribution }: Claim, { counter }: Figure, shelf: Shelf): boolean =>
  attribution !== null &&
  credits(attribution.to, counter, { name: counterName(counter, shelf), codebook: shelf.codebook });
