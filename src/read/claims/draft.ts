import { DENSE, WORD } from "../../text/tokens/token.ts";
import { cuesNamed, hasCueNamed } from "../analysis/cues.ts";
import { inside, trim } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { EVENT_FRAMES } from "../frames/events.ts";
import type { Grammar } from "../grammar.ts";
import type { CueName, Lexicon } from "../lexicon.ts";
import { isWritten } from "../phrases.ts";
import type { Claim, Span, Status } from "../types.ts";
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
  const lender = next ?? scene.clauses.slice(0, i).findLast(each => each.situations.length > 0);
  if (!lender) return clause;
  const situations = lender.situations.map(situation => ({ ...situation, takers: [], objects: [] }));
  return { ...clause, situations, places: clause.places.length > 0 ? clause.places : lender.places };
}

export const clauseAt = (scene: Scene, span: Span): Clause =>
  scene.clauses.find(clause => span[0] >= clause.span[0] && span[0] < clause.span[1]) ?? scene.clauses[0]!;

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

/** A word of a state, unless it is only possible ("can use"). */
function tells(sentence: Sentence, clause: Span, name: CueName): boolean {
  for (const { span } of cuesNamed(sentence, name))
    if (inside(span, clause) && !isBareModal(sentence, span, clause) && !isPossible(sentence, span))
      return true;
  return false;
}

const isPossible = (sentence: Sentence, [from]: Span): boolean =>
  cuesNamed(sentence, "able").some(({ span }) => span[1] <= from && from - span[1] <= ABLE_REACH);

/** Characters between "can" and its verb. */
const ABLE_REACH = 1;

/** The weakest state that a clause tells: a plan to deliver is a plan. */
export function statusOf(sentence: Sentence, clause: Clause): Status {
  for (const [cue, status] of STATUS)
    if (tells(sentence, clause.span, cue))
      return status === "delivered" ? (clause.situations[0]?.frame.given ?? status) : status;
  return isSold(sentence, clause) ? "signed" : "";
}

/** "Bought", "ordered": what is agreed, whether or not it has arrived. */
const isSold = ({ frames }: Sentence, { situations }: Clause): boolean =>
  situations.some(({ frame, trigger }) =>
    frames.some(cue => cue.frame === frame && cue.part === "sells" && cue.span[0] === trigger?.span[0]),
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
  // Whoever a clause sets its subject against ("more than Russia") is the other end of a comparison.
  const against = sentence.asides.filter(aside => inside(aside, span));
  const isNamed = (at: Span): boolean => against.some(aside => inside(at, aside));
  if (against.length > 0) {
    for (const { country, span: at } of sentence.places)
      if (isNamed(at)) add(roles, "compared-with", country);
    for (const { id, span: at } of sentence.entities) if (isNamed(at)) add(roles, "compared-with", id);
  }
  for (const { code, span: at } of sentence.classes) if (inside(at, span)) add(roles, "regime", code);
  return roles;
}

/** "CHN police training", "Huawei safe city": who, and what of theirs the claim speaks of. */
export function subjectOf(context: Context, sentence: Sentence, clause: Clause): string {
  const [situation] = clause.situations;
  const { entities, codebook } = context.lexicon;
  // A name as the text writes it is the one that its readers know.
  const written = (id: string) =>
    sentence.entities.find(mention => mention.id === id && !mention.pointed)?.span;
  const nameOf = (id: string) => {
    const span = written(id);
    return span ? context.document.text.slice(...span) : (entities.get(id)?.name ?? id);
  };
  const names = (ids: readonly string[]) => ids.map(nameOf).join(" and ");
  if (!situation) return names(clause.entities) || clause.places.join(" and ");
  const { frame, givers, giverCountries, objects } = situation;
  const shown = givers.filter(id => entities.get(id)?.kind !== "product");
  const who =
    frame.giver !== frame.giverCountry && shown.length > 0 ? names(shown) : giverCountries.join(" and ");
  const code = frame.needsObject ? objects[0]?.code : undefined;
  const what = code
    ? (codebook.lists.get(frame.object.list)?.codes.get(code)?.label.en ?? code)
    : frame.subject;
  return `${who} ${what}`.trim();
}

/** A claim does not begin with the word that joins it to the one before ("and Chinese firms have sold ..."). */
function withoutJoiner(sentence: Sentence, [from, to]: Span): Span {
  const cue = sentence.cues.find(
    ({ name, span }) =>
      span[0] === from &&
      span[1] < to &&
      (name === "joining" || (name === "subordinating" && from > sentence.span[0])),
  );
  const next = cue && sentence.words.find(word => word.start >= cue.span[1] && isWritten(word));
  return next && next.start < to ? [next.start, to] : [from, to];
}

const startsWith = (sentence: Sentence, [from]: Span, name: CueName): boolean =>
  cuesNamed(sentence, name).some(cue => cue.span[0] === from);

/** "Uganda will also receive training: a firm has promised ...": what a colon announces is told by whoever is named behind it, and he tells nothing before. */
const isAnnounced = ({ words }: Sentence, clause: Span): boolean =>
  words.findLast(word => word.end <= clause[0])?.key === ":";

const parts = (name: CueName): boolean => name === "joining" || name === "contrasting";

/** Whoever a clause is attributed to. A coordinate clause with a subject of its own speaks for itself again. */
function attributionAt({ sentence, clauses }: Scene, clause: Span): Claim["attribution"] {
  const voice = sentence.voices.find(({ span }) => inside(clause, span));
  if (voice) return voice.attribution;
  const { attribution } = sentence;
  if (!attribution) return null;
  if (hasCue(sentence, [sentence.span[0], attribution.span[0]], "accordingTo")) return attribution;
  const own = clauses.find(({ span }) => attribution.span[0] < span[1]);
  // "..., but the ministry denied it" speaks against what stands before it.
  const against = own && (startsWith(sentence, own.span, "contrasting") || isAnnounced(sentence, own.span));
  if (own && clause[0] < own.span[0] && against) return null;
  if (!own || clause[0] <= own.span[0]) return attribution;
  const between: Span = [own.span[1], clause[1]];
  const parted = clauses.some(
    ({ span }) =>
      inside(span, between) && sentence.cues.some(cue => parts(cue.name) && cue.span[0] === span[0]),
  );
  return parted ? null : attribution;
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
  const told = toldOf(sentence, clause, { kind: own.kind, about });
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
    polarity: own.polarity ?? polarityOf(context, sentence, told),
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
