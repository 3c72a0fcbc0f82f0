/** Counts that confidences are made of: see `docs/explanation/reading.md`. Made by `node bench/read/calibrate.mjs --write`. */
export interface Calibration {
  /** Right and all fields, by the basis that they were read on. */
  readonly fields: Readonly<Record<string, readonly [right: number, of: number]>>;
  /** Records right in all fields, by the product of their fields' confidences (below a bound). */
  readonly records: readonly { readonly below: number; readonly right: number; readonly of: number }[];
  readonly overall: readonly [right: number, of: number];
}

export const CALIBRATION: Calibration = {
  fields: {
    "code clause noun": [10, 13],
    "code clause verb": [27, 42],
    "country clause noun": [12, 14],
    "country clause verb": [106, 120],
    "country implied noun": [0, 1],
    "country implied verb": [11, 11],
    "date clause noun": [2, 2],
    "entity clause noun": [0, 1],
    "entity clause verb": [16, 18],
    "money clause verb": [1, 2],
    "quantity clause verb": [2, 3],
    "text clause noun": [7, 13],
    "text clause verb": [0, 1],
  },
  records: [
    {
      below: 0.3,
      right: 0,
      of: 1,
    },
    {
      below: 0.5,
      right: 13,
      of: 25,
    },
    {
      below: 0.65,
      right: 14,
      of: 30,
    },
    {
      below: 2,
      right: 34,
      of: 39,
    },
  ],
  overall: [61, 95],
};
