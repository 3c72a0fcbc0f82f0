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
    "code clause noun": [12, 14],
    "code clause verb": [67, 96],
    "country clause noun": [12, 16],
    "country clause verb": [109, 128],
    "country implied noun": [0, 1],
    "country implied verb": [13, 13],
    "country sentence verb": [1, 1],
    "date clause noun": [2, 2],
    "entity clause noun": [0, 1],
    "entity clause verb": [20, 22],
    "money clause verb": [1, 2],
    "place clause verb": [14, 15],
    "quantity clause verb": [2, 3],
    "text clause noun": [7, 13],
    "text clause verb": [0, 3],
  },
  records: [
    {
      below: 0.3,
      right: 2,
      of: 6,
    },
    {
      below: 0.5,
      right: 19,
      of: 50,
    },
    {
      below: 0.65,
      right: 20,
      of: 29,
    },
    {
      below: 2,
      right: 19,
      of: 21,
    },
  ],
  overall: [60, 106],
};
