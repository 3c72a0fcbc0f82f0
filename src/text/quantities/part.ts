import type { NumberRead } from "../numerals/read.ts";
import type { Compiled } from "../pack/compile.ts";
import type { Token } from "../tokens/token.ts";
import type { UnitRead } from "./units.ts";

/** One number with its own currency sign and unit, before hedges and ranges. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly number: NumberRead;
  readonly sign: UnitRead | null;
  readonly unit: UnitRead | null;
}

/** What reading a stretch of text needs. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly c: Compiled;
  /** Token index after the date that starts or lies here, 0 for none. */
  readonly dates: Int32Array;
}

/** The unit of a part, before or after its number. */
export const unitOf = (part: Part): UnitRead | null => part.sign ?? part.unit;

/** The token after a part and its unit. */
export const endOf = (part: Part): number => (part.sign ? part.to : (part.unit?.to ?? part.to));

/** Units of time. */
export const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade|century)$/;
