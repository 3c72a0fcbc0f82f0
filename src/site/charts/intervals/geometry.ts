import { isBroad, LETTERS, NARROW_LETTERS } from "../drawing.tsx";

/** From a number to its place on the axis. */
export type Scale = (value: number) => number;

/** Height of a row with one line of text. */
export const ROW = 36;
/** Room for the second line of a name. */
export const LINE = 17;
export const HEADING = 26;
export const AXIS = 40;
export const PAD = 10;

/** Sizes of letters that a chart of this width has to hold: a broad one is read on a telephone too. */
export const sizesFor = (width: number) => (isBroad(width) ? [LETTERS, NARROW_LETTERS] : [LETTERS]);
