import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { toldWith } from "../match/by-number.ts";
import { clauseAround } from "../match/clause.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { isOfOtherGoods } from "../match/goods.ts";
import { isUnexplained, narrowingOf } from "../match/narrowing.ts";
import { isOfOtherTown, townsIn } from "../match/nearest-place.ts";
import { townsOf } from "../match/restrictors.ts";
import { sentenceOf, statesNamed } from "../match/sentence.ts";
import { isCountedIn, isSpoken } from "../match/shared-words.ts";
import { isOfSibling } from "../match/siblings.ts";
import { hasWord, plainWords } from "../match/words.ts";
import { overlaps, parseDate, parsePeriod } from "../rule/period.ts";
import { isToldByOthers } from "./evidence.ts";
import { numberContext } from "./number-context.ts";
import type { CheckContext } from "./types.ts";

/** So much must a sentence say of a figure that gives another number than the text. */
const TOLD = 4;
/** So many of these must part a figure from all others: its time, its counter, a body, a town, and all words of what it counts. */
const ANCHORS = 2;
/** So much said of a figure leaves little to be parted. */
const WELL_TOLD = 5;
/** By so much it must say more of it than of any other. */
const AHEAD = 1;

/**
 * The figure that a sentence tells of, whatever number it gives: in the claim's unit, about its parties, of its time, and said in more words of
 * what it counts than any other. Several where these give one number; none where no figure stands out.
 */
export function toldFigures(claim: Claim, context: CheckContext): readonly Figure[] {
  const { shelf, document, claims } = context;
  const { text, language } = document;
  const sentence = text.slice(...claim.sentence);
  const clause = clauseAround(claim, { text, language, claims });
  const said = new Set(plainWords(clause));
  const towns = townsIn(sentence, language);
  const printed = new Set(claims.map(({ value }) => value));
  const measure = effectiveMeasure(claim, shelf.codebook)?.id;
  const narrowing = narrowingOf(claim, { text, language, claims, shelf });
  const told = numberContext(claim, context);
  const states = new Set(statesNamed(sentenceOf(claim, document)));
  // "Turkish police trained officers of 30 countries": what another state did is not told of.
  const isOfOtherState = ({ about, place }: Figure) => {
    const own = [...about, place].flatMap(id =>
      STATE.test(id) ? [id] : (shelf.entities.get(id)?.country ?? []),
    );
    return states.size > 0 && own.some(Boolean) && !own.some(id => states.has(id));
  };
  const isOpen = isUndated(claim);
  const isDated = isDatedIn(claim);
  // Of what happened at a time, the text must tell the time, unless it credits the counter; of what stood at one, it may leave it out.
  const isOfTime = (figure: Figure) => (isOpen ? figure.start === "" && figure.end === "" : isDated(figure));
  const isMeant = (figure: Figure) =>
    !printed.has(figure.value) &&
    (isOfTime(figure) || (isOpen && (told.credited?.(figure) === true || isRateTold(claim, figure, said)))) &&
    (figure.measure === measure || isCountedIn(figure, said) || told.credited?.(figure)) &&
    !isOfOtherGiver(claim, figure, shelf) &&
    !isUnexplained(narrowing, figure, shelf) &&
    isToldByOthers(figure, shelf) &&
    !isOfOtherTown(towns, figure) &&
    !isOfOtherGoods(sentence, figure, shelf.codebook) &&
    !isOfSibling(figure, clause, shelf) &&
    !isOfOtherState(figure);
  const open = shelf.figures.filter(isMeant);
  if (open.length === 0) return [];
  const anchors = (figure: Figure) =>
    [
      isDated(figure),
      told.credited?.(figure) === true,
      figure.about.some(id => shelf.entities.has(id) && isSpoken(id, told)),
      townsOf(figure, shelf.entities).some(town => hasWord(told.subject.words, town)),
      isCountedIn(figure, said, { whole: true }),
    ].filter(Boolean).length;
  const found = toldWith(claim, open, told)
    .filter(({ figure, shared }) => anchors(figure) >= (shared >= WELL_TOLD ? 1 : ANCHORS))
    .sort((a, b) => b.shared - a.shared);
  const best = found[0];
  if (!best || best.shared < TOLD) return [];
  const rival = found.find(({ figure }) => figure.value !== best.figure.value);
  if (rival && rival.shared > best.shared - AHEAD) return [];
  return found.flatMap(({ figure }) => (figure.value === best.figure.value ? [figure] : []));
}

/** What China gave is not what Australia gave: the figure has a state beside its place that the claim does not name, and the claim another. */
function isOfOtherGiver({ places }: Claim, { about, place }: Figure, { entities }: Shelf): boolean {
  const states = about.filter(id => id !== place && !entities.has(id));
  return (
    states.length > 0 &&
    !states.some(id => places.includes(id)) &&
    places.some(id => id !== place && !about.includes(id))
  );
}

/** A state by its code, as figures have it beside bodies. */
const STATE = /^[A-Z]{3}$/;

type Dated = Pick<Figure, "start" | "end" | "asOf">;

/** "Up to 180 places a year": what goes on year by year is told without a year; the figure says as much in the same words, and with the same hedge. */
const isRateTold = (claim: Claim, figure: Figure, said: ReadonlySet<string>): boolean =>
  claim.periodKind === "annual" &&
  claim.qualifier === figure.qualifier &&
  isCountedIn(figure, said, { whole: true });

const isUndated = ({ period }: Claim): boolean => period.every(day => day === null);

/** Tells of figures whether the text tells a time, and the figure is of it. */
function isDatedIn({ period }: Claim): (figure: Dated) => boolean {
  const told = period[0] || period[1] ? parsePeriod([...period]) : null;
  if (told === null) return () => false;
  return ({ start, end, asOf }) => {
    const own = start || end ? { start, end: end || asOf } : asOf ? parseDate(asOf.slice(0, 4)) : null;
    return own !== null && overlaps(told, own);
  };
}
