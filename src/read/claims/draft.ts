import { DENSE, WORD } from "../../text/tokens/token.ts";
import { cuesNamed, hasCueNamed } from "../analysis/cues.ts";
import { inside, trim } from "../analysis/spans.ts";
import type { Sentence, State } from "../analysis/types.ts";
import { EVENT_FRAMES } from "../frames/events.ts";
import type { Grammar } from "../grammar.ts";
import type { CueName, Lexicon } from "../lexicon.ts";
import { isWritten } from "../phrases.ts";
import type { Span, Status } from "../types.ts";
import { attributionAt } from "./attributed.ts";
import type { Clause, Context, Draft, Scene } from "./context.ts";
import { periodOf } from "./period.ts";
import { polarityOf, toldOf } from "./polarity.ts";

export function hasCue(sentence: Sentence, span: Span, ...names: readonly CueName[]): boolean {
  for (const name of names) if (hasCueNamed(sentence, name, span)) return true;
  return false;
}

/** "Sixty percent of autocracies, but only a tenth of democracies, received": nothing but what is counted, so that the verb is still to come. */
function isBareSubject({ sentence }: Scene, { span }: Clause, grammar: Grammar): boolean {
  const named = [...sentence.quantities, ...sentence.classes].map(each => each.span);
  return sentence.words.every(
    word =>
      !inside([word.start, word.end], span) ||
      !isWritten(word) ||
      grammar.binding.has(word.key) ||
      named.some(each => inside([word.start, word.end], each)),
  );
}

/** A clause that tells of no giving and taking of its own goes on with that of the clause before it; one without a verb with the next one's. */
export function lending(scene: Scene, clause: Clause, grammar?: Grammar): Clause {
  if (clause.situations.length > 0 || clause.entities.length > 0) return clause;
  const i = scene.clauses.indexOf(clause);
  const next = i === 0 && grammar && isBareSubject(scene, clause, grammar) ? scene.clauses[1] : undefined;
  const lender = next ?? giverBefore(scene.clauses, i);
  if (!lender) return clause;
  const situations = lender.situations.map(situation => ({ ...situation, takers: [], objects: [] }));
  const { span, entities } = clause;
  return { span, situations, places: clause.places.length > 0 ? clause.places : lender.places, entities };
}

/** The last clause before one that tells of a giving. */
function giverBefore(clauses: readonly Clause[], end: number): Clause | undefined {
  for (let i = end - 1; i >= 0; i--) if (clauses[i]!.situations.length > 0) return clauses[i];
  return undefined;
}

export function clauseAt({ clauses }: Scene, [at]: Span): Clause {
  for (const clause of clauses) if (at >= clause.span[0] && at < clause.span[1]) return clause;
  return clauses[0]!;
}

const STATUS: readonly (readonly [CueName, Status])[] = [
  ["cancelled", "cancelled"],
  ["planned", "planned"],
  ["signed", "signed"],
  ["operating", "operating"],
  ["delivered", "delivered"],
];

/** "use them as they will": a modal without a verb behind it tells neither of a plan nor of a guess. */
export const isBareModal = (sentence: Sentence, [from, to]: Span, clause: Span): boolean =>
  cuesNamed(sentence, "modals").some(({ span }) => span[0] === from && span[1] === to) &&
  !sentence.words.some(
    ({ start, end, kind }) => start >= to && end <= clause[1] && (kind === WORD || kind === DENSE),
  );

/** Worked out once, since every claim asks and most sentences have none. */
function statesIn(sentence: Sentence): readonly State[] {
  const { derived } = sentence;
  derived.states ??= STATUS.flatMap(([cue, status]) =>
    cuesNamed(sentence, cue).map(({ span }) => ({ span, status })),
  );
  return derived.states;
}

/** A word of a state is only possible behind "can" ("can use"). */
const isPossible = (sentence: Sentence, [from]: Span): boolean =>
  cuesNamed(sentence, "able").some(({ span }) => span[1] <= from && from - span[1] <= ABLE_REACH);

/** Characters between "can" and its verb. */
const ABLE_REACH = 1;

/** The weakest state that a clause tells: a plan to deliver is a plan. */
export function statusOf(sentence: Sentence, clause: Clause): Status {
  for (const { span, status } of statesIn(sentence))
    if (inside(span, clause.span) && !isBareModal(sentence, span, clause.span) && !isPossible(sentence, span))
      return status === "delivered" ? (clause.situations[0]?.frame.given ?? status) : status;
  return isSold(sentence, clause) ? "signed" : "";
}

/** "Bought", "ordered": what is agreed, whether or not it has arrived. */
const isSold = ({ frames }: Sentence, { situations }: Clause): boolean =>
  situations.some(
    ({ frame, trigger }) =>
      trigger !== null &&
      frames.some(cue => cue.part === "sells" && cue.frame === frame && cue.span[0] === trigger.span[0]),
  );

type Roles = Record<string, readonly string[]>;

/** Roles are few, so that an object is made sooner than a map that becomes one. */
function add(roles: Record<string, string[]>, role: string, value: string): void {
  if (value === "") return;
  const known = Object.hasOwn(roles, role) ? roles[role] : undefined;
  if (!known) roles[role] = [value];
  else if (!known.includes(value)) known.push(value);
}

/** Code lists whose codes are told by their frame, or by the record that they make; made once for each lexicon. */
const tellers = new WeakMap<Lexicon, ReadonlySet<string>>();

function toldBy(lexicon: Lexicon): ReadonlySet<string> {
  let found = tellers.get(lexicon);
  if (!found) {
    found = new Set([
      ...lexicon.frames.map(frame => frame.object.list),
      ...EVENT_FRAMES.map(({ list }) => list),
    ]);
    tellers.set(lexicon, found);
  }
  return found;
}

/** Whoever a clause sets its subject against ("more than Russia") is the other end of a comparison. */
function addCompared(roles: Record<string, string[]>, sentence: Sentence, clause: Span): void {
  const against = sentence.asides.filter(aside => inside(aside, clause));
  const isNamed = (at: Span): boolean => against.some(aside => inside(at, aside));
  for (const { country, span } of sentence.places) if (isNamed(span)) add(roles, "compared-with", country);
  for (const { id, span } of sentence.entities) if (isNamed(span)) add(roles, "compared-with", id);
}

/** The roles that the situations of a clause fill, and the regime classes and codes named in it. */
export function rolesOf(context: Context, sentence: Sentence, { span, situations }: Clause): Roles {
  const roles: Record<string, string[]> = {};
  const { lexicon } = context;
  for (const { frame, givers, giverCountries, takers, objects } of situations) {
    if (frame.giver !== frame.giverCountry)
      for (const id of givers) if (lexicon.entities.get(id)?.kind !== "product") add(roles, frame.giver, id);
    for (const country of giverCountries) add(roles, frame.giverCountry, country);
    for (const { country } of takers) add(roles, frame.taker, country);
    for (const { code } of objects) add(roles, frame.object.role, code);
  }
  // What neither frame nor record tells are properties of the clause.
  for (const { list, code, span: at } of sentence.codes)
    if (inside(at, span) && !toldBy(lexicon).has(list))
      add(roles, lexicon.roleOfList.get(list) ?? list, code);
  if (sentence.asides.length > 0) addCompared(roles, sentence, span);
  for (const { code, span: at } of sentence.classes) if (inside(at, span)) add(roles, "regime", code);
  return roles;
}

/** A name as the text writes it is the one that its readers know. */
function namesOf({ document, lexicon }: Context, sentence: Sentence, ids: readonly string[]): string {
  if (ids.length === 0) return "";
  const nameOf = (id: string): string => {
    const mention = sentence.entities.find(each => each.id === id && !each.pointed);
    return mention ? document.text.slice(...mention.span) : (lexicon.entities.get(id)?.name ?? id);
  };
  return ids.map(nameOf).join(" and ");
}

/** "CHN police training", "Huawei safe city": who, and what of theirs the claim speaks of. */
export function subjectOf(context: Context, sentence: Sentence, clause: Clause): string {
  const [situation] = clause.situations;
  if (!situation) return namesOf(context, sentence, clause.entities) || clause.places.join(" and ");
  const { entities, codebook } = context.lexicon;
  const { frame, givers, giverCountries, objects } = situation;
  const shown = givers.filter(id => entities.get(id)?.kind !== "product");
  const who =
    frame.giver !== frame.giverCountry && shown.length > 0
      ? namesOf(context, sentence, shown)
      : giverCountries.join(" and ");
  const code = frame.needsObject ? objects[0]?.code : undefined;
  const what = code
    ? (codebook.lists.get(frame.object.list)?.codes.get(code)?.label.en ?? code)
    : frame.subject;
  return `${who} ${what}`.trim();
}

/** A claim does not begin with the word that joins it to the one before ("and Chinese firms have sold ..."). */
function withoutJoiner(sentence: Sentence, span: Span): Span {
  const end = joinerEnd(sentence, span);
  const next = end > 0 && sentence.words.find(word => word.start >= end && isWritten(word));
  return next && next.start < span[1] ? [next.start, span[1]] : span;
}

/** Where the word that joins a claim to the one before ends; 0 where none does. */
function joinerEnd({ cues, span: [first] }: Sentence, [from, to]: Span): number {
  for (const { name, span } of cues)
    if (span[0] === from && span[1] < to)
      if (name === "joining" || (name === "subordinating" && from > first)) return span[1];
  return 0;
}

/** "Sandvine, a firm that had sold filters to Egypt, was listed in 2024": the verb of a relation that is told in an inserted clause, which later dates are not of. */
const insertedVerb = ({ inserted }: Sentence, { situations }: Clause): Span | null => {
  const verb = inserted.length > 0 && situations.length === 1 ? situations[0]!.trigger?.span : undefined;
  return verb && inserted.some(each => inside(verb, each)) ? verb : null;
};

export interface DraftOptions {
  readonly context: Context;
  readonly scene: Scene;
  readonly span: Span;
  /** Clause that the claim belongs to; the one where the span begins when left out. */
  readonly clause?: Clause;
  /** What the claim is about, which a negation denies or not: the verb of a giving when left out, else what the clause says is done. */
  readonly about?: Span;
}

/** What a builder says of its claim by itself; the rest is told by the clause. */
type Own = Pick<Draft, "kind" | "form"> &
  Partial<Omit<Draft, "id" | "text" | "span" | "digits">> & { readonly digits?: number | null };

/** A claim's common part: what its clause says about places, entities, roles, time, state, and whose word it is. */
export function draft(
  { context, scene, span, clause = clauseAt(scene, span), about }: DraftOptions,
  own: Own,
): Draft {
  const { sentence } = scene;
  const period =
    own.period && own.periodKind !== undefined
      ? null
      : periodOf(context, sentence, clause.span, insertedVerb(sentence, clause) ?? clause.span);
  // Written out field by field, since an object that another is spread over is many times slower to make.
  const made: Writable<Draft> = {
    id: "",
    text: "",
    span: withoutJoiner(sentence, trim(context.document.text, span)),
    sentence: sentence.span,
    subject: own.subject ?? subjectOf(context, sentence, clause),
    measure: own.measure ?? "",
    value: own.value ?? null,
    high: own.high ?? null,
    unit: own.unit ?? "",
    qualifier: own.qualifier ?? "exact",
    direction: own.direction ?? "",
    polarity:
      own.polarity ?? polarityOf(context, sentence, toldOf(sentence, clause, { kind: own.kind, about })),
    status: own.status ?? (own.kind === "opinion" ? "" : statusOf(sentence, clause)),
    population: own.population ?? "",
    period: own.period ?? period!.period,
    periodKind: own.periodKind ?? period!.periodKind,
    places: own.places ?? clause.places,
    entities: own.entities ?? clause.entities,
    roles: own.roles ?? rolesOf(context, sentence, clause),
    attribution: own.attribution === undefined ? attributionAt(scene, clause.span) : own.attribution,
    quoted: own.quoted ?? "",
    parts: own.parts ?? [],
    kind: own.kind,
    form: own.form,
  };
  if (own.digits !== undefined && own.digits !== null) made.digits = own.digits;
  if (own.fraction) made.fraction = true;
  return made;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
