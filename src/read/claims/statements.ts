import { cuesNamed } from "../analysis/cues.ts";
import { inside, overlaps } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { isWritten } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Clause, Context, Draft, Scene } from "./context.ts";
import { draft, hasCue, isBareModal } from "./draft.ts";

/** Fewer words than this assert nothing on their own. */
const LEAST_WORDS = 4;

function wordCount({ words }: Sentence, [from, to]: Span): number {
  let count = 0;
  for (const word of words) if (word.start >= from && word.end <= to && isWritten(word)) count++;
  return count;
}

/** Something of the book or a place that the clause is about. */
function anchored(sentence: Sentence, clause: Clause): boolean {
  const has = (items: readonly { span: Span }[]) => items.some(item => inside(item.span, clause.span));
  return (
    clause.places.length > 0 ||
    has(sentence.entities) ||
    has(sentence.classes) ||
    has(sentence.codes) ||
    has(sentence.frames.filter(cue => cue.part === "nouns"))
  );
}

/** Names that are written in capitals throughout ("HANGZHOU"). */
const CAPITALS = 2;

/** "3 de febrero de 2025", "HANGZHOU, China, March 4, 2024": where and when a text was written, or a list of names, without a verb. */
function isNamesOnly(sentence: Sentence, [from, to]: Span): boolean {
  const named = [...sentence.dates, ...sentence.places, ...sentence.entities];
  return sentence.words.every(
    word =>
      word.start < from ||
      word.end > to ||
      !isWritten(word) ||
      word.caps === CAPITALS ||
      named.some(({ span }) => word.start >= span[0] && word.end <= span[1]),
  );
}

/** Questions assert nothing, whatever stands in them. */
export function questionClaims(context: Context, scene: Scene): Draft[] {
  const common = draft({ context, scene, span: scene.sentence.span }, { kind: "opinion", form: "question" });
  // The mark belongs to the question.
  return [{ ...common, span: scene.sentence.span, roles: {}, attribution: null }];
}

/** What happened to somebody or something at a place or a time. */
export function eventClaims(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const { sentence } = scene;
  if (cuesNamed(sentence, "happens").length === 0) return [];
  return scene.clauses
    .filter(
      clause =>
        hasCue(sentence, clause.span, "happens") &&
        !taken.some(span => overlaps(span, clause.span)) &&
        (clause.places.length > 0 ||
          clause.entities.length > 0 ||
          sentence.dates.some(date => inside(date.span, clause.span))),
    )
    .map(clause =>
      draft({ context, scene, span: clause.span, clause }, { kind: "event", form: "statement" }),
    );
}

/** "leading", "only", "first", "sets it apart", outside of what is claimed already. */
export function superlativeClaims(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const { sentence } = scene;
  if (cuesNamed(sentence, "superlatives").length === 0) return [];
  return scene.clauses
    .filter(
      clause =>
        !taken.some(span => overlaps(span, clause.span)) &&
        hasSuperlative(context, sentence, clause.span) &&
        anchored(sentence, clause),
    )
    .map(clause =>
      draft({ context, scene, span: clause.span, clause }, { kind: "attribute", form: "superlative" }),
    );
}

/** "In most summers" is said of many, and of none above others: a preposition stands right before it. */
const hasSuperlative = ({ language }: Context, sentence: Sentence, span: Span): boolean =>
  cuesNamed(sentence, "superlatives").some(cue => {
    if (!inside(cue.span, span)) return false;
    const before = sentence.words.findLast(word => word.end <= cue.span[0]);
    return !(before && language?.grammar.prepositions.has(before.key));
  });

/** "The courses are China's. They come without strings": a sentence that begins with "they" goes on with the one country of the sentence before. */
function spokenOf({ sentences, language }: Context, sentence: Sentence, span: Span): string[] {
  const before = sentences[sentence.index - 1];
  const [first] = sentence.words;
  const pronoun = cuesNamed(sentence, "they").some(
    ({ span: cue }) => cue[0] === first?.start && cue[1] === first.end && cue[0] === span[0],
  );
  if (!pronoun || before?.paragraph !== sentence.paragraph) return [];
  // "It is not clear": a pronoun that often stands for nothing.
  if (!language?.grammar.pronouns.has(first!.key) || language.pointers?.it.has(first!.key)) return [];
  const countries = new Set(before.places.map(({ country }) => country));
  return countries.size === 1 ? [...countries] : [];
}

function remainder(context: Context, scene: Scene, clauses: readonly Clause[]): Draft {
  const { sentence } = scene;
  const span: Span = [clauses[0]!.span[0], clauses.at(-1)!.span[1]];
  const own = [...new Set(clauses.flatMap(each => each.places))];
  const clause: Clause = {
    span,
    situations: clauses.flatMap(each => each.situations),
    places: own.length > 0 ? own : spokenOf(context, sentence, span),
    entities: [...new Set(clauses.flatMap(each => each.entities))],
  };
  const dated = sentence.dates.some(
    date => inside(date.span, span) && (date.start !== "" || date.end !== ""),
  );
  // "may stay until 2025" is a term of something of the book; "may help" and "the next decade will bring more" are guesses.
  const duty = isDuty(context, sentence, span);
  const guessed = !(dated && anchored(sentence, clause)) && guesses(sentence, span) && !duty;
  const judged = hasCue(sentence, span, "opinions") || guessed;
  const given = { context, scene, span, clause };
  // What members are expected to do is no plan of theirs.
  const stated = { kind: "attribute", form: "statement", ...(duty && { status: "" as const }) } as const;
  return draft(given, judged ? { kind: "opinion", form: "opinion" } : stated);
}

/** The May of a date is no modal. */
function guesses(sentence: Sentence, span: Span): boolean {
  return cuesNamed(sentence, "modals").some(
    ({ span: cue }) =>
      inside(cue, span) &&
      !isBareModal(sentence, cue, span) &&
      !sentence.dates.some(date => inside(cue, date.span)),
  );
}

/** "Members are expected to pay" tells of a duty, "prices are expected to rise" of a guess: people and states have duties. */
function isDuty({ language }: Context, sentence: Sentence, span: Span): boolean {
  const grammar = language?.grammar;
  if (!grammar || !sentence.words.some(({ key }) => grammar.expects.has(key))) return false;
  const keys = sentence.words.filter(word => inside([word.start, word.end], span)).map(({ key }) => key);
  const told = ` ${keys.join(" ")} `;
  return grammar.expected.some(phrase => {
    const at = told.indexOf(` ${phrase} `);
    return at > 0 && grammar.dutyBound.has(told.slice(0, at).split(" ").at(-1)!);
  });
}

/** What stands behind a colon without a verb is no clause of its own. */
function isFragment({ language }: Context, sentence: Sentence, clause: Clause): boolean {
  const words = sentence.words.filter(word => inside([word.start, word.end], clause.span));
  const before = sentence.words.findLast(word => word.end <= clause.span[0]);
  if (before?.key !== ":") return false;
  return (
    !words.some(word => language?.grammar.verbs.has(word.key)) &&
    !hasCue(sentence, clause.span, "happens", "rose", "fell")
  );
}

/** The clauses of a run as they stand alone: short openings ("Well, mostly no -") are left out, fragments are joined to what they belong to. */
function parted(context: Context, sentence: Sentence, run: readonly Clause[]): Clause[][] {
  const parts: Clause[][] = [];
  for (const clause of run) {
    const short = wordCount(sentence, clause.span) < LEAST_WORDS;
    if (parts.length > 0 && (short || isFragment(context, sentence, clause))) parts.at(-1)!.push(clause);
    else if (!short || run.length === 1) parts.push([clause]);
  }
  return parts.length > 0 ? parts : [[...run]];
}

/** Runs of neighbouring clauses that nothing has claimed. */
function gaps(scene: Scene, taken: readonly Span[]): Clause[][] {
  const runs: Clause[][] = [];
  let open: Clause[] = [];
  for (const clause of scene.clauses) {
    if (taken.some(span => overlaps(span, clause.span))) {
      if (open.length > 0) runs.push(open);
      open = [];
    } else open.push(clause);
  }
  return open.length > 0 ? [...runs, open] : runs;
}

const SAYING = ["accordingTo", "says", "findings"] as const;

/** "according to a member of parliament": says whose word the rest is and nothing else. */
function onlyAttributes(sentence: Sentence, run: readonly Clause[]): boolean {
  const { attribution } = sentence;
  const span: Span = [run[0]!.span[0], run.at(-1)!.span[1]];
  if (!attribution || !inside(attribution.span, span)) return false;
  const cues = SAYING.flatMap(name => cuesNamed(sentence, name)).filter(cue => inside(cue.span, span));
  const said = cues.reduce((sum, cue) => Math.max(sum, wordCount(sentence, cue.span)), 0);
  return (
    cues.length > 0 &&
    wordCount(sentence, span) - wordCount(sentence, attribution.span) - said < LEAST_WORDS - 1
  );
}

/**
 * What a sentence says beside its other claims: an opinion where it judges or looks ahead, else a statement about what it
 * names. A leftover part of a sentence counts only where it is about something of its own.
 */
export function remainingClaims(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const { sentence } = scene;
  const open = gaps(scene, taken);
  if (open.length === 0) return [];
  const runs = open.flatMap(run => parted(context, sentence, run));
  const long = runs
    .filter(run => !onlyAttributes(sentence, run))
    .map(run => ({ run, span: [run[0]!.span[0], run.at(-1)!.span[1]] as const }))
    .filter(({ span }) => wordCount(sentence, span) >= LEAST_WORDS && !isNamesOnly(sentence, span))
    .map(({ run }) => run);
  const about = long.filter(run => run.some(clause => anchored(sentence, clause)));
  const whole = !taken.some(span => overlaps(span, sentence.span));
  // A sentence about nothing of the book still is read: one opinion or statement stands for it.
  const kept = about.length > 0 || !whole ? about : long.slice(0, 1);
  return kept.map(run => remainder(context, scene, run));
}
