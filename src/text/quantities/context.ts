import type { NumberRead } from "../numerals/read.ts";
import type { Found } from "../phrases/lexicon.ts";
import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import type { Hedge } from "../types.ts";
import { type Reader, TIME_UNIT } from "./part.ts";
import type { UnitRead } from "./units.ts";

const TRANSPARENT_LIMIT = 4;

/** "gave up 500 yards": no rise. */
const GIVES =
  /^(?:give|gave|gives|giving|given|make|makes|made|take|took|set|sets|pick|picked|end|ended|wind|wound|sum|add|adds|rack|racked|put|puts|build|built|buy|bought|hold|held|start|started)$/;

/** Words of rising and falling right before a number, through "by", "another", "an average of". */
export function directionBefore(r: Reader, from: number, unit: UnitRead | null): "up" | "down" | "" {
  let at = from;
  let stepped = false;
  for (let turn = 0; turn < TRANSPARENT_LIMIT; turn++) {
    const moved = r.c.movesBack.endsBefore(r.tokens, at);
    if (moved) {
      const word = r.tokens[moved.to]!;
      if (word.key === "up" && GIVES.test(r.tokens[moved.to - 1]?.key ?? "")) return "";
      if (word.kind === WORD && r.tokens[moved.to + 1]?.gap === false) return "";
      const firm = !r.c.weak.has(word.key) || stepped || (unit !== null && isShareLike(unit));
      return firm ? moved.value : "";
    }
    const through = r.c.through.endsBefore(r.tokens, at);
    if (!through) return "";
    stepped = stepped || r.tokens[through.to]!.key === "by";
    at = through.to;
  }
  return "";
}

const isShareLike = (unit: UnitRead): boolean => /percent|point|^cent|penny|^sen$/.test(unit.unit);

/** "by" before the number with the verb further back: "increased its staff by 40", "fell 2%, Burlington by 3%". */
export function directionFar(r: Reader, from: number): "up" | "down" | "" {
  if (!r.c.by.has(r.tokens[from - 1]?.key ?? "")) return "";
  let commas = 0;
  for (let i = from - 2; i >= Math.max(0, from - 8); i--) {
    const token = r.tokens[i]!;
    if (token.kind === SIGN && !/^['%,$€£-]$/.test(token.key)) return "";
    if (token.key === ",") commas++;
    if (commas > 1) return "";
    const found = r.c.moves.longest(r.tokens, i);
    if (found) return found.value;
  }
  return "";
}

/** "decreased to -50.8bn", "dip down to minus 130": what fell to below nought is down, where another level that was reached is only a level. */
export function directionBelow(r: Reader, from: number, unit: UnitRead | null): "down" | "" {
  if (!r.c.toward.has(r.tokens[from - 1]?.key ?? "")) return "";
  return directionBefore(r, from - 1, unit) === "down" ? "down" : "";
}

/** "5% drop", "3 points higher". */
export function directionAfter(r: Reader, to: number, unit: UnitRead | null): "up" | "down" | "" {
  if (!unit || (!isShareLike(unit) && !unit.money)) return "";
  for (let i = to; i < Math.min(to + 2, r.tokens.length); i++) {
    const token = r.tokens[i]!;
    if (token.kind !== WORD || token.key === "to" || token.key === "and") return "";
    const found = r.c.moves.longest(r.tokens, i);
    if (found) return i === to || !r.c.stop.has(r.tokens[to]!.key) ? found.value : "";
    if (r.c.stop.has(token.key)) return "";
  }
  return "";
}

interface Hedging {
  readonly qualifier: Hedge;
  readonly from: number;
  readonly to: number;
}

/** A time after "over" tells how long something went on, not a bound, unless a verb of duration stands before. */
function spansTime(r: Reader, at: number, unit: UnitRead | null): boolean {
  if (!unit || !TIME_UNIT.test(unit.unit) || !r.c.spanning.has(r.tokens[at]!.key)) return false;
  const before = r.tokens[at - 1];
  return !before || !r.c.lasting.has(before.key);
}

const BOUNDS: ReadonlySet<Hedge> = new Set(["over", "under", "at-least", "up-to"]);

/** Whether a hedge sets a lower or an upper end. */
export const isBound = (hedge: Hedge): boolean => BOUNDS.has(hedge);

/** "otuzdan fazla", "on bin liradan fazla": the case of the word before tells that the hedge belongs to it. */
function casedAfter(r: Reader, end: number): { value: Hedge; to: number } | null {
  const found = r.c.afterCased?.longest(r.tokens, end);
  const key = found ? r.tokens[end - 1]!.key : "";
  return found?.value.endings.some(ending => key.endsWith(ending)) === true
    ? { value: found.value.hedge, to: found.to }
    : null;
}

/** A hedge or bound after a number, unless its words open the bound of the next one ("5000 or less than 6000"). */
export function hedgeAfter(r: Reader, end: number): { value: Hedge; to: number } | null {
  const after = casedAfter(r, end) ?? r.c.after.longest(r.tokens, end);
  if (!after || (r.tokens[end]!.key === "+" && r.tokens[end]!.gap)) return null;
  if (r.c.notAfter?.longest(r.tokens, end)) return null;
  for (let to = after.to; to <= Math.min(after.to + 2, r.tokens.length); to++) {
    const next = r.c.before.endsBefore(r.tokens, to);
    const opens = to > after.to || r.tokens[to]?.kind === NUMBER;
    if (next && opens && next.to < after.to && next.to >= end) return null;
  }
  return after;
}

/** 50名左右警察: a hedge past the counter. */
function hedgeAfterCounter(r: Reader, end: number): { value: Hedge; to: number } | null {
  const counter = r.c.pack.dense === true && r.c.skip.has(r.tokens[end]?.key ?? "");
  return counter ? hedgeAfter(r, end + 1) : null;
}

/** "138+ countries": the sign stands between a number and what it counts. */
function plusBehind(r: Reader, { to }: NumberRead, end: number): { value: Hedge; to: number } | null {
  const sign = r.tokens[to];
  return sign?.key === "+" && !sign.gap ? { value: "over", to: Math.max(to + 1, end) } : null;
}

const LOWER: ReadonlySet<Hedge> = new Set(["over", "at-least"]);

const sameSide = (a: Hedge, b: Hedge): boolean => isBound(a) && isBound(b) && LOWER.has(a) === LOWER.has(b);

/** "more than 5000 or equal to": the end itself belongs to the bound. */
function withEqual(r: Reader, hedging: Hedging): Hedging {
  const { qualifier, from, to } = hedging;
  if (qualifier !== "over" && qualifier !== "under") return hedging;
  const equal = r.c.orEqual.longest(r.tokens, to);
  const next = equal && r.tokens[equal.to];
  if (!equal || next?.kind === NUMBER) return hedging;
  return { qualifier: qualifier === "over" ? "at-least" : "up-to", from, to: equal.to };
}

const INDEFINITE: Readonly<Record<number, Hedge>> = { 12: "dozens", 100: "hundreds", 1000: "thousands" };

/** A hedge or bound before a number, unless it is the particle of a verb ("handed over 50 cameras"). */
function nearHedge(r: Reader, from: number): Found<Hedge> | null {
  const before = r.c.before.endsBefore(r.tokens, from);
  const lone = before !== null && before.to === from - 1 && r.c.spanning.has(r.tokens[before.to]!.key);
  return lone && r.c.particleVerbs.has(r.tokens[from - 2]?.key ?? "") ? null : before;
}

const BRIDGES = 2;

/** Hedges that stand before a preposition: adverbs, and bounds of several words ("more than in 50 cities"). */
const reaches = (hedge: Found<Hedge>, at: number): boolean =>
  (hedge.value !== "over" && hedge.value !== "under" && hedge.value !== "exactly") || at - hedge.to > 1;

/** "at least in 50 cities", "как минимум из 50", 至少为50: over what may stand between a hedge and its number. */
function hedgeOver(r: Reader, from: number): Found<Hedge> | null {
  let at = from;
  let articles = true;
  for (let turn = 0; turn < BRIDGES; turn++) {
    const bridge = r.c.bridge.endsBefore(r.tokens, at);
    if (!bridge) return null;
    articles = articles && r.c.articleBridge.has(r.tokens[bridge.to]!.key);
    at = bridge.to;
    const found = nearHedge(r, at);
    if (found && (articles || reaches(found, at)) && !isBridge(r, found, at)) return found;
  }
  return null;
}

/** "до" of "как минимум до 50": a preposition that is a bound only where nothing else is. */
const isBridge = (r: Reader, hedge: Found<Hedge>, at: number): boolean =>
  r.c.bridge.endsBefore(r.tokens, at)?.to === hedge.to;

/**
 * The hedge or bound before a number. The outer of two wins over a vague inner one ("at least some 50") and over a preposition
 * ("как минимум до 50").
 */
function hedgeBefore(r: Reader, from: number): Found<Hedge> | null {
  const near = nearHedge(r, from);
  if (!near) return hedgeOver(r, from);
  const yields = near.value === "about" || isBridge(r, near, from);
  if (!yields) return near;
  const outer = nearHedge(r, near.to) ?? hedgeOver(r, near.to);
  return outer && (isBound(outer.value) || isBridge(r, near, from)) ? outer : near;
}

const FAR = 14;
const WIDE = 8;

/** 至少培训了50人: an adverb before the verb, with no number or mark between. */
function hedgeWide(r: Reader, from: number): Hedge | null {
  if (!r.c.wide) return null;
  for (let i = from - 1; i >= Math.max(0, from - WIDE); i--) {
    const token = r.tokens[i]!;
    if (token.kind === NUMBER || token.kind === SIGN) return null;
    const found = r.c.wide.longest(r.tokens, i);
    if (found) return found.value;
  }
  return null;
}

/** 约占全国的四成: the hedge of a share stands with its verb, with no number or stop between. */
function hedgeFar(r: Reader, from: number, unit: UnitRead | null, number: NumberRead): Hedge | null {
  if (!number.fraction && !/^percent/.test(unit?.unit ?? "")) return null;
  for (let i = from - 1; i >= Math.max(0, from - FAR); i--) {
    const token = r.tokens[i]!;
    if (token.kind === NUMBER || token.kind === SIGN) return null;
    const found = r.c.far.longest(r.tokens, i);
    if (found) return found.value;
  }
  return null;
}

/** The hedge or bound before or after a number, and how far it reaches. */
export function hedgeOf(
  r: Reader,
  number: NumberRead,
  from: number,
  end: number,
  unit: UnitRead | null,
): Hedging {
  const around = r.c.than.has(r.tokens[from - 1]?.key ?? "") ? r.c.thanAfter.longest(r.tokens, end) : null;
  if (around) return { qualifier: around.value, from: from - 1, to: around.to };
  const before = hedgeBefore(r, from);
  const named = INDEFINITE[number.indefinite];
  const after = hedgeAfter(r, end) ?? hedgeAfterCounter(r, end) ?? plusBehind(r, number, end);
  // "about 500 or more", "equal to 500 or more": the bound tells more than the hedge.
  const vague = (before?.value === "about" || before?.value === "exactly") && named === undefined;
  const bound = vague && after !== null && isBound(after.value);
  if (before?.value === "exactly" && bound)
    return withEqual(r, { qualifier: after.value, from: before.to, to: after.to });
  if (before && !bound && !(vague && number.more) && !spansTime(r, before.to, unit)) {
    if (named !== undefined && before.value === "about")
      return { qualifier: named, from: before.to, to: end };
    // "至少30以上", "최소 30 이상": the bound is told on both sides.
    const to = after && sameSide(before.value, after.value) ? after.to : end;
    return withEqual(r, { qualifier: before.value, from: before.to, to });
  }
  if (after) return withEqual(r, { qualifier: after.value, from, to: after.to });
  if (named !== undefined) return { qualifier: named, from, to: end };
  if (number.more) return { qualifier: "just-over", from, to: end };
  const far = hedgeFar(r, from, unit, number) ?? hedgeWide(r, from);
  return { qualifier: far ?? (number.approximate ? "about" : "exact"), from, to: end };
}
