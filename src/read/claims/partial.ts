import { idiom } from "../../text/index.ts";
import { cuesNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Clause, Numbered } from "./context.ts";
import { hasCue } from "./draft.ts";
import { type Head, headOf } from "./heads.ts";
import { wordIndex } from "./material.ts";
import { partSpan } from "./scope.ts";

const ALONE = { part: false, whole: false } as const;

/** The number before "of the" in front of this one, and the one behind "of the" after it ("711 of its 1,950 cameras"). */
export function neighbours({ context: { language }, scene: { sentence }, q }: Numbered): {
  part: boolean;
  whole: boolean;
} {
  const { words, quantities } = sentence;
  if (!language || quantities.length < 2) return ALONE;
  const { of, determiners } = language.grammar;
  const from = (at: number, step: 1 | -1, first: ReadonlySet<string>, then: ReadonlySet<string>) => {
    let i = at;
    if (step > 0 && !first.has(words[i]?.key ?? "")) return null;
    while (first.has(words[i]?.key ?? "")) i += step;
    const between = i;
    while (then.has(words[i]?.key ?? "")) i += step;
    return step < 0 && i === between ? null : words[i];
  };
  const behind = from(wordIndex(words, q.number[1]), 1, of, determiners);
  const before = from(wordIndex(words, q.number[0]) - 1, -1, determiners, of);
  const counts = (word: Word | null | undefined) =>
    word != null && quantities.some(other => other !== q && inside([word.start, word.end], other.number));
  return { whole: counts(behind), part: counts(before) };
}

/** Characters between a noun and the number of the whole behind it at most ("75 countries surveyed out of 176"). */
const WHOLE_REACH = 24;

/** "75 countries out of 176": the number in front, with its noun, of which this one is the whole; null where it is none. */
export function partBefore({ context, scene: { sentence }, q }: Numbered, unit: string): Head | null {
  const before = sentence.quantities[sentence.quantities.indexOf(q) - 1];
  if (!before || q.value <= before.value || q.fraction || q.number[0] - before.span[1] > WHOLE_REACH)
    return null;
  const { text, language } = context.document;
  const of = idiom("ofWhole", language).before(text, q.number[0]);
  if (!of || of[0] < before.number[1] || /[^\p{L}\s'’-]/u.test(text.slice(before.span[1], of[0])))
    return null;
  const head = headOf(context, sentence, before) ?? { unit: before.unit, span: before.span };
  return head.unit !== "" && (unit === "" || unit === head.unit) && of[0] >= head.span[1] ? head : null;
}

/** The part of the clause that is the number's own. */
const ownPart = ({ context: { language }, scene: { sentence }, clause, q }: Numbered): Span =>
  language ? partSpan(sentence, clause.span, language.grammar, q) : clause.span;

/** Whether a number's own part names a place or an entity. */
function namesOwn(numbered: Numbered): boolean {
  const { sentence } = numbered.scene;
  const part = ownPart(numbered);
  return [...sentence.places, ...sentence.entities].some(({ span }) => inside(span, part));
}

/** Whether a number's own part names an entity, or a country that the sentence has not named before it (a town of the same country does not). */
function namesOther(numbered: Numbered): boolean {
  const { sentence } = numbered.scene;
  const part = ownPart(numbered);
  const known = new Set(
    sentence.places.filter(({ span }) => span[1] <= part[0]).map(({ country }) => country),
  );
  return (
    sentence.entities.some(({ span }) => inside(span, part)) ||
    sentence.places.some(({ span, country }) => inside(span, part) && !known.has(country))
  );
}

/**
 * A number without a noun of its own counts what another did only where it has a place, a name, a date, a verb or a plan of its
 * own: "and 74 at protests" counts something else.
 */
export function isUnsaid(numbered: Numbered, own: Clause): boolean {
  const { scene, q } = numbered;
  const { frames, dates } = scene.sentence;
  const part = ownPart(numbered);
  const verb = frames.some(
    cue =>
      (cue.part === "gives" || cue.part === "takes") && inside(cue.span, part) && cue.span[1] <= q.span[0],
  );
  const dated = dates.some(({ span, start, end }) => inside(span, part) && (start !== "" || end !== ""));
  return !(namesOwn(numbered) || dated || verb || hasCue(scene.sentence, own.span, "planned"));
}

/** "其中2010年只有14期": what is told year by year is cut by time, and counts the same in each year. */
function opensWithDate({ scene: { sentence }, q }: Numbered): boolean {
  return cuesNamed(sentence, "subset").some(
    ({ span }) =>
      span[1] <= q.number[0] &&
      sentence.dates.some(
        date => date.start !== "" && date.span[0] >= span[1] && date.span[0] - span[1] <= NEAR,
      ),
  );
}

/** Characters between a number and a word that cuts it down. */
const NEAR = 2;

/**
 * A number that leaves out what was named ("18 other countries"), or is a part of what was counted before with nothing that says
 * which ("36 of which have joined"), is no count of the measure.
 */
export function isPartial(numbered: Numbered, own: Clause): boolean {
  const {
    scene: { sentence },
    q,
  } = numbered;
  const isApart = () =>
    sentence.places.some(place => place.span[0] >= q.number[1] && inside(place.span, own.span));
  if (stands(sentence, "comparisons", q.span, isRightBefore) && !isApart()) return true;
  if (stands(sentence, "others", q.number, isRightBehind)) return !hasCue(sentence, own.span, "planned");
  const isBeside =
    stands(sentence, "subset", q.number, isRightBehind) ||
    stands(sentence, "subset", q.number, isRightBefore);
  return isBeside && !namesOther(numbered) && !opensWithDate(numbered);
}

const isRightBefore = (cue: Span, at: Span): boolean => cue[1] <= at[0] && at[0] - cue[1] <= NEAR;
const isRightBehind = (cue: Span, at: Span): boolean => cue[0] >= at[1] && cue[0] - at[1] <= NEAR;

function stands(
  sentence: Sentence,
  name: "subset" | "others" | "comparisons",
  at: Span,
  how: (cue: Span, at: Span) => boolean,
): boolean {
  for (const { span } of cuesNamed(sentence, name)) if (how(span, at)) return true;
  return false;
}
