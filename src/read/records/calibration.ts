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
    "code clause verb": [62, 87],
    "country clause noun": [12, 16],
    "country clause verb": [107, 122],
    "country implied noun": [0, 1],
    "country implied verb": [11, 11],
    "country sentence verb": [1, 1],
    "date clause noun": [2, 2],
    "entity clause noun": [0, 1],
    "entity clause verb": [17, 19],
    "money clause verb": [1, 2],
    "place clause verb": [13, 14],
    "quantity clause verb": [2, 3],
    "text clause noun": [7, 13],
    "text clause verb": [0, 3],
  },
  records: [
    {
      below: 0.3,
      right: 0,
      of: 3,
    },
    {
      below: 0.5,
      right: 18,
      of: 46,
    },
    {
      below: 0.65,
      right: 23,
      of: 31,
    },
    {
      below: 2,
      right: 18,
      of: 19,
    },
  ],
  overall: [59, 99],
};
