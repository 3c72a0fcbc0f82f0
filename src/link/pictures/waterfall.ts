import type { RecordPair } from "../book/propose-events.ts";
import type { PairExplanation } from "../score/explain.ts";
import { AGAINST, bar, FOR, fitted, line, PLAIN, percent, picture, scale, signed, words } from "./svg.ts";

/** The evidence of a pair, field by field, in bits. */
export interface WaterfallData {
  readonly rows: readonly [string, string];
  readonly prior: number;
  readonly fields: readonly {
    readonly name: string;
    readonly bits: number;
    readonly level: string;
    readonly values: readonly [string, string];
  }[];
  readonly total: number;
  readonly probability: number;
}

/** The waterfall of a pair of records of a book, or of rows of a table. */
export function waterfallOf(pair: RecordPair | PairExplanation): WaterfallData {
  if ("records" in pair) {
    const { records, weight, probability, evidence } = pair;
    const fields = evidence.map(({ field, weight: bits, level, values }) => ({
      name: field,
      bits,
      level,
      values,
    }));
    const prior = evidence.reduce((rest, { weight: bits }) => rest - bits, weight);
    return { rows: records, prior, fields, total: weight, probability };
  }
  const { rows, prior, fields, weight, probability } = pair;
  return {
    rows,
    prior,
    fields: fields.map(({ field, weight: bits, frequency, level, values }) => ({
      name: field,
      bits: bits + frequency,
      level,
      values,
    })),
    total: weight,
    probability,
  };
}

const WIDTH = 760;
const NAME = 150;
const CHART = 250;
const ROW = 40;
const TOP = 34;

/** Each bar starts where the one above it ended: from what is known before comparing to the sum. */
export function waterfallPicture({ rows, prior, fields, total, probability }: WaterfallData): string {
  const steps = [
    { name: "before comparing", bits: prior, level: "how rare duplicates are", values: ["", ""] as const },
    ...fields,
  ];
  const ends = [0];
  for (const { bits } of steps) ends.push(ends.at(-1)! + bits);
  const x = scale([Math.min(0, ...ends), Math.max(0, ...ends)], [NAME + 50, NAME + CHART]);
  const height = TOP + ROW * (steps.length + 1) + 16;
  const parts = steps.flatMap(({ name, bits, level, values }, at) => {
    const [from, to] = [x(ends[at]!), x(ends[at + 1]!)];
    const y = TOP + at * ROW;
    const shown =
      values[0] === "" && values[1] === ""
        ? ""
        : `${fitted(values[0] || "not stated", 165)} | ${fitted(values[1] || "not stated", 165)}`;
    return [
      words(NAME - 8, y + 16, fitted(name, NAME), { anchor: "end" }),
      bar(Math.min(from, to), y + 4, Math.abs(to - from), 16, at === 0 ? PLAIN : bits < 0 ? AGAINST : FOR),
      line(to, y + 20, to, y + ROW + 4),
      words(Math.min(from, to) - 4, y + 16, signed(bits), { anchor: "end", muted: true }),
      words(NAME + CHART + 18, y + 12, fitted(level, WIDTH - NAME - CHART - 20)),
      words(NAME + CHART + 18, y + 28, shown, { muted: true }),
    ];
  });
  const y = TOP + steps.length * ROW;
  const zero = x(0);
  return picture(
    {
      width: WIDTH,
      height,
      title: `Evidence on ${rows[0]} and ${rows[1]}`,
      description: `${steps.map(({ name, bits }) => `${name} ${signed(bits)} bits`).join(", ")}; together ${signed(total)} bits, a probability of ${percent(probability)}`,
    },
    [
      words(zero - 6, 18, "against", { anchor: "end", muted: true }),
      words(zero + 6, 18, "for one", { muted: true }),
      line(zero, 24, zero, height - 8, PLAIN, "2 3"),
      ...parts,
      words(NAME - 8, y + 16, "together", { anchor: "end", bold: true }),
      bar(Math.min(zero, x(total)), y + 4, Math.abs(x(total) - zero), 16, total < 0 ? AGAINST : FOR),
      words(NAME + CHART + 18, y + 16, `${signed(total)} bits: ${percent(probability)}`, { bold: true }),
    ],
  );
}
