/** A number read from tokens `from` to `to` (exclusive). */
export interface NumberRead {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Upper end of an indefinite plural ("hundreds"), else null. */
  readonly high: number | null;
  /** Power of ten of the last written digit when the value cannot show it. */
  readonly digits: number | null;
  readonly fraction: boolean;
  /** Written in words only. */
  readonly words: boolean;
  /** A multiplier stands with it. */
  readonly scaled: boolean;
  /** It has group or decimal marks. */
  readonly marked: boolean;
  /** Approximate by its word ("veintena", 十几). */
  readonly approximate: boolean;
  /** The indefinite word itself: 12, 100, 1000, ...; 0 for others. */
  readonly indefinite: number;
  /** A share by its own words (百分之三十, 七成): the value is in percent. */
  readonly percent: boolean;
  /** A little more than the value by its own words (300多). */
  readonly more: boolean;
  /** Token at which the numeral alone begins, after the words that make it a share; null where that is `from`. */
  readonly core: number | null;
}

/** A number with nothing special about it, or with what `more` says. */
export function plain(from: number, to: number, value: number, more: Partial<NumberRead> = {}): NumberRead {
  return {
    from,
    to,
    value,
    high: more.high ?? null,
    digits: more.digits ?? null,
    fraction: more.fraction ?? false,
    words: more.words ?? false,
    scaled: more.scaled ?? false,
    marked: more.marked ?? false,
    approximate: more.approximate ?? false,
    indefinite: more.indefinite ?? 0,
    percent: more.percent ?? false,
    more: more.more ?? false,
    core: more.core ?? null,
  };
}

/** Multiplies without the noise of binary fractions: 1.3 million is 1300000. */
export function times(value: number, factor: number): number {
  return Number((value * factor).toPrecision(14));
}

/** Digits after the decimal mark of a value as it is written. */
function decimalsOf(value: number): number {
  const text = String(value);
  const at = text.indexOf(".");
  return at < 0 || text.includes("e") ? 0 : Math.min(text.length - at - 1, 9);
}

/** A number times a multiplier that ends before token `to`. */
export function scaledBy(read: NumberRead, factor: number, to: number): NumberRead {
  const power = Math.log10(factor);
  const last = read.digits ?? -decimalsOf(read.value);
  return {
    ...read,
    to,
    value: times(read.value, factor),
    scaled: true,
    digits: Number.isInteger(power) ? power + last : null,
    high: read.high === null ? null : times(read.high, factor),
  };
}
