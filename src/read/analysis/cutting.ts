import { NUMBER, SIGN } from "../../text/tokens/token.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Cue, FrameCue } from "./types.ts";

/** Marks that always part two clauses; a comma does so only before an opener. */
export const PARTING = new Set([";", ":", "–", "—", "；", "："]);

const COLONS = new Set([":", "："]);

const STROKES = new Set(["–", "—"]);

export interface Material {
  readonly span: Span;
  readonly words: readonly Word[];
  readonly cues: readonly Cue[];
  readonly frames: readonly FrameCue[];
  /** Words that join the items of a list, and clauses as well. */
  readonly joints: ReadonlySet<string>;
  /** Words behind a passive ("by"). */
  readonly agents: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  /** "Did so". */
  readonly didSo: ReadonlySet<string>;
  /** Names of places, which no mark inside them cuts. */
  readonly places: readonly { readonly span: Span }[];
}

/** How far ahead "did so" is looked for behind a name, in words. */
const SAME_REACH = 6;

/** How far ahead the verb of an "and" clause is looked for, in words. */
const VERB_REACH = 7;

const isHappening = ({ name }: Cue): boolean => name === "happens";
const isGiving = ({ part }: FrameCue): boolean => part === "gives" || part === "takes" || part === "passives";

/** The cutting of one sentence. A class, since so many functions made anew for each sentence take longer than the cutting. */
export class Cutting {
  readonly #m: Material;
  readonly #openers: ReadonlySet<number>;
  readonly #strong: ReadonlySet<number>;
  /** Where verbs of giving and taking begin, and those with what happens. */
  readonly #giving: ReadonlySet<number>;
  readonly #verbs: ReadonlySet<number>;
  readonly #buyers: readonly FrameCue[];
  readonly #cuts: number[] = [];

  constructor(material: Material, openers: ReadonlySet<number>, strong: ReadonlySet<number>) {
    const { cues, frames } = material;
    this.#m = material;
    this.#openers = openers;
    this.#strong = strong;
    this.#giving = new Set(frames.filter(isGiving).map(cue => cue.span[0]));
    this.#verbs = new Set([...this.#giving, ...cues.filter(isHappening).map(cue => cue.span[0])]);
    this.#buyers = frames.filter(({ part }) => part === "buyers");
  }

  clauses(): readonly Span[] {
    const { span, words, places } = this.#m;
    for (let i = 1; i < words.length && this.#goesOn(i); i++) {
      const at = this.#cutBefore(i);
      if (at !== null) this.#cuts.push(at);
    }
    // The stroke in "Congo - Brazzaville" parts nothing.
    const inName = (at: number): boolean => places.some(place => place.span[0] < at && at < place.span[1]);
    return parts(
      span,
      this.#cuts.filter(at => !inName(at)),
    );
  }

  /** Behind a colon that takers are listed behind nothing is cut. */
  #goesOn(i: number): boolean {
    const { kind, key } = this.#m.words[i - 1]!;
    return !(kind === SIGN && COLONS.has(key) && this.#listsTakers(i));
  }

  /** Where a clause begins at a word; null where none does. */
  #cutBefore(i: number): number | null {
    const { words } = this.#m;
    const word = words[i]!;
    const before = words[i - 1]!;
    if (before.kind === SIGN && (PARTING.has(before.key) || (before.key === "-" && before.gap && word.gap)))
      return this.#isParted(i) ? word.start : null;
    if (before.kind === SIGN && before.key === "," && word.kind === NUMBER && words[i + 1]?.key === "%")
      return this.#isApposed(i) ? words[i + 3]!.start : this.#isOpening(i) ? null : word.start;
    return this.#openers.has(word.start) && this.#opens(i) ? word.start : null;
  }

  /** A mark parts what stands around it. */
  #isParted(i: number): boolean {
    const { words } = this.#m;
    const [word, before, back] = [words[i]!, words[i - 1]!, words[i - 2]];
    // A colon between digits is a time or a score.
    if (before.key === ":" && !word.gap && word.kind === NUMBER && back?.kind === NUMBER) return false;
    if (this.#buyers.length > 0 && this.#listsFrom(word)) return false;
    return (
      !this.#isCalled(i) &&
      !(this.#isPlaceEnd(back?.end) && words.slice(i, i + HEDGED).some(({ kind }) => kind === NUMBER))
    );
  }

  /** Where the clause begins that is not cut yet. */
  #open(): number {
    return this.#cuts.at(-1) ?? this.#m.span[0];
  }

  /** "Среди клиентов NSO — Венгрия": behind a noun of those who take, a stroke or colon before a name lists them. */
  #listsFrom({ start }: Word): boolean {
    const { places } = this.#m;
    const open = this.#open();
    return (
      this.#buyers.some(({ span: [from] }) => from >= open && from < start) &&
      places.some(({ span: [from] }) => from === start)
    );
  }

  /** "Has supplied systems to: Serbia; Kenya": behind a verb of giving, a colon and nothing but places name whom it was given to. */
  #listsTakers(i: number): boolean {
    const { words, frames, places } = this.#m;
    const [open, from] = [this.#open(), words.slice(i).find(({ kind }) => kind !== SIGN)?.start ?? 0];
    const parts = frames.filter(cue => cue.span[0] >= open && cue.span[0] < from).map(cue => cue.part);
    return (
      places.some(place => place.span[0] === from) &&
      parts.some(part => part === "gives" || part === "passives") &&
      !parts.includes("takes") &&
      words.slice(i).every(word => this.#isListed(word))
    );
  }

  #isListed({ kind, key, start, end }: Word): boolean {
    const { joints, places } = this.#m;
    return (
      kind === SIGN || joints.has(key) || places.some(place => place.span[0] <= start && end <= place.span[1])
    );
  }

  /** "В России 19, в Пакистане — 41": a stroke or colon between a place and its number parts nothing. */
  #isPlaceEnd(at: number | undefined): boolean {
    return at !== undefined && this.#m.places.some(place => place.span[1] === at);
  }

  /** ", 44 — автократии": behind a number that stands alone a stroke stands for what it is. */
  #isCalled(i: number): boolean {
    const { words } = this.#m;
    const [mark, number, stroke] = [words[i - 3], words[i - 2], words[i - 1]];
    return (
      mark?.kind === SIGN && number?.kind === NUMBER && STROKES.has(stroke!.key) && words[i]!.kind !== NUMBER
    );
  }

  /** "The share of hybrid regimes, 86 %, is higher": between commas behind what it is the share of, it belongs to that, and another clause comes behind. */
  #isApposed(i: number): boolean {
    const { words } = this.#m;
    const next = words[i + 3];
    const open = this.#open();
    const isSecond = words.some(({ key, start }) => key === "%" && start >= open && start < words[i]!.start);
    return words[i + 2]?.key === "," && next !== undefined && next.kind !== NUMBER && !isSecond && i > SCENE;
  }

  /** "In Serbia, 81% said": a few words at the start set the scene for the share. */
  #isOpening(i: number): boolean {
    return (
      this.#cuts.length === 0 && i - 1 <= SCENE && this.#m.words.slice(0, i).every(each => each.key !== "%")
    );
  }

  #opens(i: number): boolean {
    const { words, relatives, joints } = this.#m;
    const word = words[i]!;
    const comma = words[i - 1]!.key === ",";
    if (!comma && relatives.has(word.key) && this.#countedBefore(i)) return false;
    // "countries buy or receive": two verbs of one subject.
    if (
      joints.has(word.key) &&
      this.#giving.has(words[i - 1]!.start) &&
      this.#giving.has(words[i + 1]?.start ?? -1)
    )
      return false;
    if (comma && joints.has(word.key) && this.#sameFollows(i)) return true;
    if (joints.has(word.key)) return this.#verbFollows(i, comma ? VERB_REACH : 1) || this.#subjectFollows(i);
    if (words.length - i < LEAST_WORDS || (words[i + 1]?.kind === NUMBER && !comma)) return false;
    return comma || this.#strong.has(word.start);
  }

  /** ", and Panama did so in 2017": a name that does what the clause before tells. */
  #sameFollows(i: number): boolean {
    const { words, didSo } = this.#m;
    if ((words[i + 1]?.caps ?? 0) === 0) return false;
    const near = words.slice(i + 1, i + 1 + SAME_REACH);
    const at = near.findIndex(({ key }, k) => didSo.has(`${key} ${near[k + 1]?.key ?? ""}`));
    return at > 0 && near.slice(0, at).every(({ kind }) => kind !== SIGN);
  }

  /** "138 countries whose police were trained": without a comma the relative says which of them are counted. */
  #countedBefore(i: number): boolean {
    const near = this.#m.words.slice(Math.max(0, i - COUNTED_REACH), i);
    return near.some(each => each.kind === NUMBER) && !near.some(each => each.kind === SIGN);
  }

  /** "and 12 ministries bought", "and Ghana took": behind a verb, a number or a name with a verb of its own that is no passive. */
  #subjectFollows(i: number): boolean {
    const { words, agents } = this.#m;
    const next = words[i + 1];
    if (!next || (next.kind !== NUMBER && next.caps === 0)) return false;
    const reach = next.kind === NUMBER ? VERB_REACH : 2;
    const at = words
      .slice(i + 1, i + 1 + reach)
      .findIndex(word => this.#verbs.has(word.start) && word.caps === 0);
    if (at < 1 || words.slice(i + 1, i + 1 + at).some(word => word.kind === SIGN)) return false;
    if (agents.has(words[i + 2 + at]?.key ?? "")) return false;
    const open = this.#open();
    return words.some(
      word => word.start >= open && word.end <= words[i]!.start && this.#verbs.has(word.start),
    );
  }

  #verbFollows(i: number, reach: number): boolean {
    const { words } = this.#m;
    for (let k = i + 1; k < words.length && k <= i + reach; k++) {
      if (words[k]!.kind === SIGN && words[k]!.key === ",") return false;
      if (this.#verbs.has(words[k]!.start)) return true;
    }
    return false;
  }
}

/** A number stands among so many words where only a hedge is before it ("не менее 34"). */
const HEDGED = 3;

/** Most words of an opening that sets the scene. */
const SCENE = 4;

/** How many words back the number of a counted noun stands. */
const COUNTED_REACH = 3;

/** A clause has at least two words behind its opener, or it is none ("... exports yet."). */
const LEAST_WORDS = 3;

function parts([from, to]: Span, cuts: readonly number[]): Span[] {
  const found: Span[] = [];
  let start = from;
  for (const cut of cuts)
    if (cut > start) {
      found.push([start, cut]);
      start = cut;
    }
  if (to > start) found.push([start, to]);
  return found;
}
