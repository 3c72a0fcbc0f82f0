import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { placeOfNumber } from "../match/nearest-place.ts";
import { ofSentence } from "../match/of-sentence.ts";
import { restrictorsOf } from "../match/restrictors.ts";
import type { Subject } from "../match/subject.ts";
import { hasWord, plainWords } from "../match/words.ts";
import type { Fitting } from "./fitting.ts";
import type { CheckContext } from "./types.ts";

/** Where a sentence names several places, a number is of one of them; figures of the others are not of its place. */
export function ofOnePlace(
  fitting: readonly Fitting[],
  claim: Claim,
  { measure, context }: { measure: Measure; context: CheckContext },
): Fitting[] {
  const { document, claims, shelf } = context;
  if (claim.parts.length >= 2 || !measure.dimensions.some(name => PLACED.includes(name))) return [...fitting];
  const [from] = claim.sentence;
  const shifted = ([start, end]: readonly [number, number]) => [start - from, end - from] as const;
  const numbers = ofSentence(claims, claim)
    .filter(({ value, measure: id }) => value !== null && id === claim.measure)
    .map(({ span }) => shifted(span));
  const sentence = withoutBodies(document.text.slice(...claim.sentence), claim, context);
  const own = placeOfNumber(sentence, shifted(claim.span), {
    language: document.language,
    numbers,
  });
  if (!own) return [...fitting];
  // "74 percent of Kenyans think well of China": the nearest state may be whom it is about.
  const isAbout = ({ about, place }: Figure) =>
    own.country !== place && about.includes(own.country ?? "") && claim.places.includes(place);
  const isElsewhere = ({ figure }: Fitting) =>
    (own.country !== null &&
      own.countries.has(figure.place) &&
      figure.place !== own.country &&
      !isAbout(figure)) ||
    restrictorsOf(figure, shelf.entities).some(word => own.elsewhere.has(word));
  return fitting.map(each =>
    own.country === null
      ? { ...each, unsure: true }
      : each.relation === "same" && isElsewhere(each)
        ? { ...each, relation: "other" }
        : each,
  );
}

/** Dimensions of measures that count in a place. */
export const PLACED = ["place", "region", "country"];

/** Where some figures are of the very town that the sentence names, those of the whole country are of a broader scope. */
export function mostSpecific(
  fitting: readonly Fitting[],
  { attribution, value }: Claim,
  {
    subject,
    shelf: { entities },
    clause = "",
  }: { subject: Subject; shelf: Shelf; readonly clause?: string | undefined },
): Fitting[] {
  // Whoever is credited is no town.
  const credited = new Set(plainWords(attribution?.to ?? ""));
  // The very number may have found the count of a town that the sentence does not name; one in other letters may name it.
  const isTold = (word: string, { place, value: given }: Figure) =>
    given !== value || !isLatin || hasWord(subject.words, word) || subject.capitals.has(place);
  const isLatin = [...subject.words].every(word => /^[\p{Script=Latin}\d]+$/u.test(word));
  const isOfTown = ({ figure, relation }: Fitting) =>
    relation !== "other" &&
    restrictorsOf(figure, entities).some(word => !credited.has(word) && isTold(word, figure));
  if (!fitting.some(isOfTown)) return [...fitting];
  // "945 deaths in the whole country, 637 of them in Amhara": the first is no number of the town that stands by the second.
  const said = new Set(plainWords(clause));
  const isTownHere =
    clause === "" ||
    fitting.some(
      each => isOfTown(each) && restrictorsOf(each.figure, entities).some(word => hasWord(said, word)),
    );
  const isWholesOwn = ({ figure }: Fitting) => !isTownHere && figure.value === value;
  return fitting.map(each =>
    each.relation === "same" && restrictorsOf(each.figure, entities).length === 0 && !isWholesOwn(each)
      ? { ...each, relation: "broader" }
      : each,
  );
}

/** "In Lahore the Punjab Safe Cities Authority runs ...": a place in the name of a body is nowhere that a number is of. Keeps offsets. */
function withoutBodies(sentence: string, { entities }: Claim, { shelf }: CheckContext): string {
  const names = entities.flatMap(id => {
    const { name = "", aliases = [] } = shelf.entities.get(id) ?? {};
    return [name, ...aliases].filter(each => each.includes(" "));
  });
  return names.reduce((text, name) => text.replaceAll(name, " ".repeat(name.length)), sentence);
}
