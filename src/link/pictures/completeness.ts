import { bar, FOR, fitted, line, percent, picture, scale, words } from "./svg.ts";

/** Share of the records that state each field. */
export interface CompletenessData {
  readonly records: number;
  readonly fields: readonly { readonly name: string; readonly filled: number }[];
}

const WIDTH = 560;
const NAME = 170;
const ROW = 24;

/** A field that few records state can join few of them. */
export function completenessPicture({ records, fields }: CompletenessData): string {
  const x = scale([0, 1], [NAME, WIDTH - 60]);
  const height = 12 + ROW * fields.length + 8;
  return picture(
    {
      width: WIDTH,
      height,
      title: "Completeness",
      description: `of ${records} records: ${fields.map(({ name, filled }) => `${name} ${percent(filled)}`).join(", ")}`,
    },
    [
      line(x(1), 8, x(1), height - 6),
      ...fields.flatMap(({ name, filled }, at) => [
        words(NAME - 8, 26 + at * ROW, fitted(name, NAME), { anchor: "end" }),
        bar(x(0), 14 + at * ROW, x(filled) - x(0), 16, FOR),
        words(x(filled) + 6, 26 + at * ROW, percent(filled), { muted: true }),
      ]),
    ],
  );
}
