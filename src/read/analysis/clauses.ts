import { NUMBER, SIGN } from "../../text/tokens/token.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { longest } from "./spans.ts";
import type { Cue, FrameCue } from "./types.ts";

/** Marks that always part two clauses; a comma does so only before an opener. */
const PARTING = new Set([";", ":", "–", "—", "；", "："]);

const COLONS = new Set([":", "："]);

const STROKES = new Set(["–", "—"]);

interface Material {
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

/**
 * Cuts a sentence into clauses by its marks and openers. "and" and "or" open a clause only where a verb of a frame or of
 * happening follows before the next comma, so that lists stay whole.
 */
export function clausesOf(material: Material): readonly Span[] {
  const openers = startsOf(material.cues, isOpener);
  return mayPart(material.words, openers) ? partsOf(material, openers) : [material.span];
}

const isStrong = ({ name }: Cue): boolean => name === "strongOpeners";
const isOpener = ({ name }: Cue): boolean => name === "clauseOpeners" || name === "strongOpeners";

/** Whether a sentence has a mark or an opener that may part it; most have none, and are of one clause. */
function mayPart(words: readonly Word[], openers: ReadonlySet<number>): boolean {
  for (let i = 1; i < words.length; i++) {
    const { kind, key } = words[i - 1]!;
    if (kind === SIGN && (PARTING.has(key) || key === "-" || (key === "," && words[i + 1]?.key === "%")))
      return true;
    if (openers.size > 0 && openers.has(words[i]!.start)) return true;
  }
  return false;
}

function partsOf(material: Material, openers: ReadonlySet<number>): readonly Span[] {
  const { span, words, cues, frames, joints, agents, relatives, didSo, places } = material;
  const strong = startsOf(cues, isStrong);
  const giving = new Set(
    frames
      .filter(({ part }) => part === "gives" || part === "takes" || part === "passives")
      .map(cue => cue.span[0]),
  );
  const verbs = new Set([...giving, ...cues.filter(cue => cue.name === "happens").map(cue => cue.span[0])]);
  const buyers = frames.filter(({ part }) => part === "buyers");
  const cuts: number[] = [];
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    const before = words[i - 1]!;
    const comma = before.kind === SIGN && before.key === ",";
    if (before.kind === SIGN && (PARTING.has(before.key) || (before.key === "-" && before.gap && word.gap))) {
      if (COLONS.has(before.key) && listsTakers(i)) break;
      // A colon between digits is a time or a score.
      if (
        !(before.key === ":" && !word.gap && word.kind === NUMBER && words[i - 2]?.kind === NUMBER) &&
        !(buyers.length > 0 && listsFrom(word)) &&
        !isCalled(i) &&
        !(isPlaceEnd(words[i - 2]?.end) && words.slice(i, i + HEDGED).some(({ kind }) => kind === NUMBER))
      )
        cuts.push(word.start);
    } else if (comma && word.kind === NUMBER && words[i + 1]?.key === "%") {
      if (isApposed(i)) cuts.push(words[i + 3]!.start);
      else if (!isOpening(i)) cuts.push(word.start);
    } else if (openers.has(word.start) && opens(i)) cuts.push(word.start);
  }
  // The stroke in "Congo - Brazzaville" parts nothing.
  const inName = (at: number): boolean => places.some(place => place.span[0] < at && at < place.span[1]);
  return parts(span, cuts.some(inName) ? cuts.filter(at => !inName(at)) : cuts);

  /** "Среди клиентов NSO — Венгрия": behind a noun of those who take, a stroke or colon before a name lists them. */
  function listsFrom({ start }: Word): boolean {
    const open = cuts.at(-1) ?? span[0];
    return (
      buyers.some(({ span: [from] }) => from >= open && from < start) &&
      places.some(({ span: [from] }) => from === start)
    );
  }

  /** "Has supplied systems to: Serbia; Kenya": behind a verb of giving, a colon and nothing but places name whom it was given to. */
  function listsTakers(i: number): boolean {
    const [open, from] = [
      cuts.at(-1) ?? span[0],
      words.slice(i).find(({ kind }) => kind !== SIGN)?.start ?? 0,
    ];
    const parts = frames.filter(cue => cue.span[0] >= open && cue.span[0] < from).map(cue => cue.part);
    return (
      places.some(place => place.span[0] === from) &&
      parts.some(part => part === "gives" || part === "passives") &&
      !parts.includes("takes") &&
      words.slice(i).every(isListed)
    );
  }

  function isListed({ kind, key, start, end }: Word): boolean {
    return (
      kind === SIGN || joints.has(key) || places.some(place => place.span[0] <= start && end <= place.span[1])
    );
  }

  /** "В России 19, в Пакистане — 41": a stroke or colon between a place and its number parts nothing. */
  function isPlaceEnd(at: number | undefined): boolean {
    return at !== undefined && places.some(place => place.span[1] === at);
  }

  /** ", 44 — автократии": behind a number that stands alone a stroke stands for what it is. */
  function isCalled(i: number): boolean {
    const [mark, number, stroke] = [words[i - 3], words[i - 2], words[i - 1]];
    return (
      mark?.kind === SIGN && number?.kind === NUMBER && STROKES.has(stroke!.key) && words[i]!.kind !== NUMBER
    );
  }

  /** "The share of hybrid regimes, 86 %, is higher": between commas behind what it is the share of, it belongs to that, and another clause comes behind. */
  function isApposed(i: number): boolean {
    const next = words[i + 3];
    const open = cuts.at(-1) ?? span[0];
    const isSecond = words.some(({ key, start }) => key === "%" && start >= open && start < words[i]!.start);
    return words[i + 2]?.key === "," && next !== undefined && next.kind !== NUMBER && !isSecond && i > SCENE;
  }

  /** "In Serbia, 81% said": a few words at the start set the scene for the share. */
  function isOpening(i: number): boolean {
    return cuts.length === 0 && i - 1 <= SCENE && words.slice(0, i).every(each => each.key !== "%");
  }

  function opens(i: number): boolean {
    const word = words[i]!;
    const comma = words[i - 1]!.key === ",";
    if (!comma && relatives.has(word.key) && countedBefore(i)) return false;
    // "countries buy or receive": two verbs of one subject.
    if (joints.has(word.key) && giving.has(words[i - 1]!.start) && giving.has(words[i + 1]?.start ?? -1))
      return false;
    if (comma && joints.has(word.key) && sameFollows(i)) return true;
    if (joints.has(word.key)) return verbFollows(i, comma ? VERB_REACH : 1) || subjectFollows(i);
    if (words.length - i < LEAST_WORDS || (words[i + 1]?.kind === NUMBER && !comma)) return false;
    return comma || strong.has(word.start);
  }

  /** ", and Panama did so in 2017": a name that does what the clause before tells. */
  function sameFollows(i: number): boolean {
    if ((words[i + 1]?.caps ?? 0) === 0) return false;
    const near = words.slice(i + 1, i + 1 + SAME_REACH);
    const at = near.findIndex(({ key }, k) => didSo.has(`${key} ${near[k + 1]?.key ?? ""}`));
    return at > 0 && near.slice(0, at).every(({ kind }) => kind !== SIGN);
  }

  /** "138 countries whose police were trained": without a comma the relative says which of them are counted. */
  function countedBefore(i: number): boolean {
    const near = words.slice(Math.max(0, i - COUNTED_REACH), i);
    return near.some(each => each.kind === NUMBER) && !near.some(each => each.kind === SIGN);
  }

  /** "and 12 ministries bought", "and Ghana took": behind a verb, a number or a name with a verb of its own that is no passive. */
  function subjectFollows(i: number): boolean {
    const next = words[i + 1];
    if (!next || (next.kind !== NUMBER && next.caps === 0)) return false;
    const reach = next.kind === NUMBER ? VERB_REACH : 2;
    const at = words.slice(i + 1, i + 1 + reach).findIndex(word => verbs.has(word.start) && word.caps === 0);
    if (at < 1 || words.slice(i + 1, i + 1 + at).some(word => word.kind === SIGN)) return false;
    if (agents.has(words[i + 2 + at]?.key ?? "")) return false;
    const open = cuts.at(-1) ?? span[0];
    return words.some(word => word.start >= open && word.end <= words[i]!.start && verbs.has(word.start));
  }

  function verbFollows(i: number, reach: number): boolean {
    for (let k = i + 1; k < words.length && k <= i + reach; k++) {
      if (words[k]!.kind === SIGN && words[k]!.key === ",") return false;
      if (verbs.has(words[k]!.start)) return true;
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

const NOWHERE: ReadonlySet<number> = new Set();

/** Openers by their start; one that stands inside a longer one ("because" in "that's because") opens nothing. */
function startsOf(cues: readonly Cue[], is: (cue: Cue) => boolean): ReadonlySet<number> {
  return cues.some(is) ? new Set(longest(cues.filter(is)).map(cue => cue.span[0])) : NOWHERE;
}

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
