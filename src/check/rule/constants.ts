/**
 * Every number the verdict rule chooses, in one place. They are choices, not findings: `stability.test.ts` shows which golden
 * cases change when each is halved and doubled, and `docs/explanation/verdicts.md` says so to readers.
 */
export interface RuleConstants {
  /** Rounding slack T0 of a bare round number, as a share of the number. */
  readonly roundingShare: number;
  /** Slack T1 of a hedged number ("about", "nearly"), as a share of the number. */
  readonly hedgeShare: number;
  /** Band W of counts and money, as a share of the number. */
  readonly bandShare: number;
  /** Band W of shares, in percentage points. */
  readonly bandPoints: number;
  /** Band W of fractions in words, in percentage points. */
  readonly bandFractionPoints: number;
  /** Most slack of a fraction in words, in percentage points. */
  readonly fractionPoints: number;
  /** Counts up to this one are known exactly unless they are hedged. */
  readonly smallCount: number;
  /** Hedged counts from here up to `smallCount` have a slack of at least `smallSlack`. */
  readonly smallHedgedFrom: number;
  /** Least slack T1, and band W, of a small hedged count. */
  readonly smallSlack: number;
  /** "over 60" is `understated` beyond the greater of the number's roundness and this share of it. */
  readonly understatedShare: number;
  /** A number is said to round up when it exceeds what was counted by more than this share. */
  readonly roundsUpShare: number;
}

export const CONSTANTS: RuleConstants = {
  roundingShare: 0.025,
  hedgeShare: 0.05,
  bandShare: 0.1,
  bandPoints: 3,
  bandFractionPoints: 5,
  fractionPoints: 2.5,
  smallCount: 20,
  smallHedgedFrom: 5,
  smallSlack: 1,
  understatedShare: 0.25,
  roundsUpShare: 0.02,
};

/** What "dozens", "hundreds" and "thousands" claim: from the first number up to, not including, the second. */
export const WORDED_COUNTS = {
  dozens: [24, 100],
  hundreds: [200, 1000],
  thousands: [2000, 10000],
} as const;

/** Common fractions in percent: tenths, quarters, thirds, fifths, and the whole. */
export const COMMON_FRACTIONS: readonly number[] = [
  10,
  20,
  25,
  30,
  100 / 3,
  40,
  50,
  60,
  200 / 3,
  70,
  75,
  80,
  90,
  100,
];
