import { NUMBER } from "../../text/tokens/token.ts";
import { cuesNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Cue, Sentence } from "../analysis/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import type { Span } from "../types.ts";
import type { Context, Draft, Scene } from "./context.ts";
import { clauseAt, draft, hasCue } from "./draft.ts";
import { headOf } from "./heads.ts";
import { wordIndex } from "./material.ts";
import { nearestDate } from "./period.ts";

/** A named act: an initiative, a law, a pact, a forum. */
export interface Act {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** With the owner and the year before it ("the country's 2022 Initiative"). */
  readonly whole: Span;
}

const isYear = (key: string): boolean => /^(?:19|20)\d\d$/.test(key);

/** Longest name, in words on either side of its noun. */
const REACH = 8;

/** A name that ends in an act's noun: capitals and joiners before it. */
function nameBefore(sentence: Sentence, noun: Cue, joiners: ReadonlySet<string>): [number, number] | null {
  const { words } = sentence;
  const last = wordIndex(words, noun.span[1]) - 1;
  let first = wordIndex(words, noun.span[0]);
  // "International Law Enforcement Academies" goes on: the noun is inside a longer name.
  if (words[first]!.caps === 0 || (words[last + 1]?.caps ?? 0) > 0) return null;
  for (let i = first - 1; i >= 0 && first - i <= REACH; i--) {
    const word = words[i]!;
    if (word.caps > 0) first = i;
    else if (!joiners.has(word.key)) break;
  }
  return last > first ? [first, last] : null;
}

/** A name that begins with an act's noun: capitals and joiners after it. */
function nameAfter(sentence: Sentence, noun: Cue, joiners: ReadonlySet<string>): [number, number] | null {
  const { words } = sentence;
  const first = wordIndex(words, noun.span[0]);
  if (words[first]!.caps === 0) return null;
  let last = first;
  for (let i = first + 1; i < words.length && i - last <= 3; i++) {
    const word = words[i]!;
    if (word.caps > 0) last = i;
    else if (!joiners.has(word.key)) break;
  }
  return last > first ? [first, last] : null;
}

/** The owner before a name ("Xi Jinping's", "China's"): capitals before an apostrophe. */
function withOwner(sentence: Sentence, first: number): number {
  const { words } = sentence;
  let at = first;
  if (at > 0 && words[at - 1]!.kind === NUMBER && isYear(words[at - 1]!.key)) at--;
  if (at > 1 && words[at - 1]!.key === "s" && words[at - 2]!.key === "'") {
    let owner = at - 2;
    while (owner > 0 && words[owner - 1]!.caps > 0) owner--;
    if (owner < at - 2) return owner;
  }
  return at;
}

const POSSESSIVE = new Set(["'", "s"]);

/** Acts that a sentence names. Words that open a sentence or name its owner are no part of the name. */
export function actsIn(text: string, sentence: Sentence, language: LanguageLexicon | null): Act[] {
  const nouns = cuesNamed(sentence, "acts");
  if (!language || nouns.length === 0) return [];
  const { nameJoiners: joiners, beforeName } = language.grammar;
  const found: Act[] = [];
  for (const { span } of cuesNamed(sentence, "titles")) {
    // The codebook knows the name, which a script without capitals does not show.
    const isAct = nouns.some(noun => inside(noun.span, span));
    if (!isAct || found.some(act => inside(span, act.span))) continue;
    const first = wordIndex(sentence.words, span[0]);
    found.push({
      name: text.slice(...span),
      span,
      whole: [sentence.words[withOwner(sentence, first)]!.start, span[1]],
    });
  }
  for (const cue of nouns) {
    const range = (language.frames.actNounFirst ? nameAfter : nameBefore)(sentence, cue, joiners);
    if (!range) continue;
    let [first, last] = range;
    for (let i = last; i > first; i--)
      if (POSSESSIVE.has(sentence.words[i - 1]!.key)) {
        first = i;
        break;
      }
    while (first < last && (sentence.words[first]!.caps === 0 || beforeName.has(sentence.words[first]!.key)))
      first++;
    if (last <= first) continue;
    const span: Span = [sentence.words[first]!.start, sentence.words[last]!.end];
    if (found.some(act => inside(span, act.span) || inside(act.span, span))) continue;
    found.push({
      name: text.slice(...span),
      span,
      whole: [sentence.words[withOwner(sentence, first)]!.start, span[1]],
    });
  }
  return found;
}

/** Verbs that bring an act into the world, for acts that are dated by a verb and not by their name. */
const MAKING = ["signed", "planned", "cancelled", "says", "delivered", "brings"] as const;

function actClaim(context: Context, scene: Scene, act: Act): Draft | null {
  const { sentence } = scene;
  const clause = clauseAt(scene, act.span);
  const date = nearestDate(sentence, clause.span, act.whole);
  const year = /(?:19|20)\d\d/.exec(context.document.text.slice(...act.whole))?.[0];
  const made = hasCue(sentence, clause.span, ...MAKING);
  if (!year && !(date && made)) return null;
  const common = draft(
    { context, scene, span: year ? act.whole : clause.span, clause, about: act.span },
    { kind: "event", form: "dated-act" },
  );
  const period = year ? ([year, year] as const) : common.period;
  // "L'Initiative pour la sécurité mondiale": a preposition inside of the name credits nobody.
  const isCredited = common.attribution !== null && !inside(common.attribution.span, act.whole);
  const places =
    clause.places.length > 0 ? clause.places : [...new Set(sentence.places.map(place => place.country))];
  return {
    ...common,
    attribution: isCredited ? common.attribution : null,
    subject: act.name,
    period,
    periodKind: "point",
    places,
    roles: { ...common.roles, act: [act.name], date: period[0] === null ? [] : [period[0]] },
  };
}

/** Longest description of an act without a name, in words ("a security agreement"). */
const DESCRIPTION = 5;

/** "signed a security agreement in April 2022": an act without a name, by its noun, a verb of agreeing and a date. */
function unnamedAct(context: Context, scene: Scene, named: readonly Act[]): Draft[] {
  const { sentence } = scene;
  const { language, document } = context;
  // "signed 73 agreements": what is counted is told as a number; whoever is credited is no act.
  const counted = (noun: Cue) =>
    sentence.quantities.some(q => headOf(context, sentence, q)?.span[1] === noun.span[1]);
  const credited = sentence.attribution?.span ?? null;
  const nouns = cuesNamed(sentence, "acts").filter(
    cue => !(credited && inside(cue.span, credited)) && !counted(cue),
  );
  if (nouns.length === 0) return [];
  for (const clause of scene.clauses) {
    const noun = nouns.find(cue => inside(cue.span, clause.span));
    const date = nearestDate(sentence, clause.span, noun?.span ?? clause.span);
    if (!noun || !date || !language || !hasCue(sentence, clause.span, "signed")) continue;
    if (named.some(act => inside(noun.span, act.span))) continue;
    const last = wordIndex(sentence.words, noun.span[1]) - 1;
    let first = last;
    while (
      first > 0 &&
      last - first < DESCRIPTION &&
      !language.grammar.determiners.has(sentence.words[first - 1]!.key) &&
      !language.grammar.beforeName.has(sentence.words[first - 1]!.key)
    )
      first--;
    if (last - first >= DESCRIPTION) first = wordIndex(sentence.words, noun.span[0]);
    const name = document.text.slice(sentence.words[first]!.start, noun.span[1]);
    const given = { context, scene, span: clause.span, clause, about: noun.span };
    const common = draft(given, { kind: "event", form: "dated-act" });
    const [from] = common.period;
    return [
      {
        ...common,
        subject: name,
        periodKind: "point",
        roles: { ...common.roles, act: [name], date: from === null ? [] : [from] },
      },
    ];
  }
  return [];
}

/** Acts with their date: "the 2022 Initiative", "signed the Agreement in May 2019". */
export function actClaims(context: Context, scene: Scene): Draft[] {
  if (cuesNamed(scene.sentence, "acts").length === 0) return [];
  const named = actsIn(context.document.text, scene.sentence, context.language);
  const claims = named.map(act => actClaim(context, scene, act)).filter(claim => claim !== null);
  return [...claims, ...unnamedAct(context, scene, named)];
}
