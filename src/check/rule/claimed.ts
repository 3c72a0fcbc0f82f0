import { COMMON_FRACTIONS, CONSTANTS, type RuleConstants, WORDED_COUNTS } from "./constants.ts";
import { above, below, closed, type Interval, point, scale, tidy } from "./interval.ts";
import type { NumberClaim } from "./types.ts";
import { familyOf, normalUnit } from "./units.ts";

/** The part of a claim that its set depends on. Evidence in the same words has the same. */
export type WrittenNumber = Pick<
  NumberClaim,
  "value" | "high" | "unit" | "qualifier" | "digits" | "fraction"
>;

/** What a number claims: its set, how far beyond it is still no contradiction, and the slacks behind both. */
export interface ClaimedSet {
  readonly set: Interval;
  /** Band W. */
  readonly band: number;
  readonly t0: number;
  readonly t1: number;
  /** Place of the last written digit, and the roundness, as VERDICTS.md names them. */
  readonly u: number;
  readonly g: number;
}

/** Claimed set and band of a written number (docs/explanation/verdicts.md, "What a number claims"). */
export function claimedSet(written: WrittenNumber, constants: RuleConstants = CONSTANTS): ClaimedSet {
  if (normalUnit(written.unit) !== "share") return inOwnUnit(written, constants);
  // A share from 0 to 1 is judged as the percentage it is, so that 0.4 and 40 % claim the same.
  const percent = inOwnUnit(asPercent(written), constants);
  return {
    set: scale(percent.set, 0.01),
    band: tidy(percent.band / 100),
    t0: tidy(percent.t0 / 100),
    t1: tidy(percent.t1 / 100),
    u: tidy(percent.u / 100),
    g: tidy(percent.g / 100),
  };
}

function asPercent(written: WrittenNumber): WrittenNumber {
  const { value, high, digits } = written;
  return {
    ...written,
    value: tidy(value * 100),
    high: high === null ? null : tidy(high * 100),
    digits: digits === null ? null : digits + 2,
    unit: "percent",
  };
}

function inOwnUnit(written: WrittenNumber, constants: RuleConstants): ClaimedSet {
  const words = wordedSet(written);
  if (words) return { ...slacksOf({ ...written, value: words.low }, constants), set: words };
  const exact = written.fraction ? { ...written, value: nearestFraction(written.value) } : written;
  const slacks = slacksOf(exact, constants);
  return { ...slacks, set: setOf(exact, slacks) };
}

/** "Hundreds" is [200, 1000); "hundreds of millions", whose value is written, the same times a million. */
function wordedSet({ qualifier, value }: WrittenNumber): Interval | null {
  if (qualifier !== "dozens" && qualifier !== "hundreds" && qualifier !== "thousands") return null;
  const [low, high] = WORDED_COUNTS[qualifier];
  const base = { dozens: 10, hundreds: 100, thousands: 1000 }[qualifier];
  const power = value >= base ? 10 ** Math.floor(Math.log10(value / base) + 1e-9) : 1;
  return { low: low * power, high: high * power, lowOpen: false, highOpen: true };
}

/** The common fraction that a percentage names (33.3 is a third), or the percentage itself. */
export function nearestFraction(value: number): number {
  const near = COMMON_FRACTIONS.find(fraction => Math.abs(fraction - value) <= 0.5);
  return near ?? value;
}

type Slacks = Omit<ClaimedSet, "set">;

function slacksOf(written: WrittenNumber, constants: RuleConstants): Slacks {
  const { value, digits, fraction } = written;
  const u = lastPlace(value, digits);
  const g = roundness(value, { digits, u });
  const t0 = fraction ? fractionSlack(value, constants) : roundingSlack(written, { u, g, constants });
  const t1 = fraction ? t0 : hedgeSlack(written, { t0, g, constants });
  return { t0: tidy(t0), t1: tidy(t1), u, g, band: tidy(bandOf(written, { t1, constants })) };
}

/** u: place of the last written digit (138: 1; 3.5 million: 100,000; 7.25: 0.01). */
export function lastPlace(value: number, digits: number | null = null): number {
  if (digits !== null) return 10 ** digits;
  if (Number.isInteger(value)) return 1;
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const decimals = (mantissa.split(".")[1] ?? "").length - Number(exponent);
  return tidy(10 ** -decimals);
}

/** g: 10 to the number of trailing zeros of an integer (900: 100); of a number written with decimals, u. */
export function roundness(
  value: number,
  { digits = null as number | null, u = lastPlace(value) } = {},
): number {
  if (!Number.isInteger(value) || value === 0 || (digits !== null && digits < 0)) return u;
  let power = 1;
  while (value % (power * 10) === 0) power *= 10;
  return power;
}

export const isHedged = ({ qualifier }: Pick<WrittenNumber, "qualifier">): boolean =>
  qualifier !== "exact" && qualifier !== "exactly";

/** A whole number of things, small enough to be counted one by one. */
function isSmallCount({ value, unit, fraction, digits }: WrittenNumber, limit: number): boolean {
  const whole = Number.isInteger(value) && (digits === null || digits >= 0);
  return familyOf(unit, fraction) === "count" && whole && Math.abs(value) <= limit;
}

interface SlackContext {
  readonly u: number;
  readonly g: number;
  readonly constants: RuleConstants;
}

/** T0: a bare number is a rounded one. */
function roundingSlack(written: WrittenNumber, { u, g, constants }: SlackContext): number {
  if (!isHedged(written) && isSmallCount(written, constants.smallCount)) return 0;
  return Math.max(u / 2, Math.min(g / 2, constants.roundingShare * Math.abs(written.value)));
}

interface HedgeContext {
  readonly t0: number;
  readonly g: number;
  readonly constants: RuleConstants;
}

/** T1: a hedged number is a rounder one. */
function hedgeSlack(written: WrittenNumber, { t0, g, constants }: HedgeContext): number {
  const slack = Math.max(t0, Math.min(g, constants.hedgeShare * Math.abs(written.value)));
  const small =
    isHedged(written) &&
    isSmallCount(written, constants.smallCount) &&
    Math.abs(written.value) >= constants.smallHedgedFrom;
  return small ? Math.max(slack, constants.smallSlack) : slack;
}

/** A fraction in words reaches half way to the next common fraction above it, within a limit. */
function fractionSlack(value: number, { fractionPoints }: RuleConstants): number {
  const next = COMMON_FRACTIONS.find(fraction => fraction > value + 1e-9);
  return next === undefined ? fractionPoints : Math.min((next - value) / 2, fractionPoints);
}

function bandOf(written: WrittenNumber, { t1, constants }: { t1: number; constants: RuleConstants }): number {
  if (written.fraction) return constants.bandFractionPoints;
  const family = familyOf(written.unit, written.fraction);
  if (family === "share") return Math.max(2 * t1, constants.bandPoints);
  if (isSmallCount(written, constants.smallCount)) return isHedged(written) ? constants.smallSlack : 0;
  return Math.max(2 * t1, constants.bandShare * Math.abs(written.value));
}

/** The table of wordings. */
function setOf({ value, high, qualifier }: WrittenNumber, { t0, t1, u }: Slacks): Interval {
  if (high !== null) return qualifier === "about" ? closed(value - t1, high + t1) : closed(value, high);
  switch (qualifier) {
    case "exactly":
      // T0 is 0 for counts that are known exactly, and for nothing else.
      return t0 === 0 ? point(value) : closed(value - u / 2, value + u / 2);
    case "about":
      return closed(value - t1, value + t1);
    case "nearly":
      return closed(value - t1, value);
    case "just-over":
      return { ...closed(value, value + t1), lowOpen: true };
    case "over":
      return above(value, { open: true });
    case "at-least":
      return above(value);
    case "under":
      return below(value, { open: true });
    case "up-to":
      return below(value);
    default:
      return closed(value - t0, value + t0);
  }
}
