/** One cell of an indicator. `by` holds the dimensions asked for; `records` the ids of the records behind the cell. */
export interface IndicatorRow {
  readonly by: Readonly<Record<string, string>>;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** `at least` (documented floor), `exact`, `wilson 95 %` ... */
  readonly method: string;
  readonly records: readonly string[];
}

export interface IndicatorResult {
  readonly indicator: string;
  /** `seq:hash` of the entry it was computed at. */
  readonly as_of: string;
  readonly query: string;
  readonly rows: readonly IndicatorRow[];
}

export interface CountOptions {
  readonly by?: readonly string[];
  readonly where?: Readonly<Record<string, string>>;
}
