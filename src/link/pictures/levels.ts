import { AGAINST, bar, FOR, fitted, line, percent, picture, scale, signed, words } from "./svg.ts";

/** m and u of every level of every field, from the lowest level. */
export interface LevelsData {
  readonly fields: readonly {
    readonly name: string;
    readonly levels: readonly { readonly meaning: string; readonly m: number; readonly u: number }[];
  }[];
}

const WIDTH = 760;
const LABEL = 330;
const HALF = 150;
const ROW = 20;
const HEAD = 26;
const TOP = 40;

/** The m/u chart: how often each level occurs among pairs of one thing (right) and of two (left), and the bits that follow. */
export function levelsPicture({ fields }: LevelsData): string {
  const height = TOP + fields.reduce((sum, { levels }) => sum + HEAD + ROW * levels.length, 0) + 10;
  const middle = LABEL + HALF + 10;
  const size = scale([0, 1], [0, HALF]);
  let y = TOP;
  const parts = fields.flatMap(({ name, levels }) => {
    const head = words(4, y + 17, name, { bold: true });
    y += HEAD;
    const rows = [...levels].reverse().flatMap(({ meaning, m, u }) => {
      const at = y;
      y += ROW;
      return [
        words(LABEL - 6, at + 14, fitted(meaning, LABEL), { anchor: "end" }),
        bar(middle - size(u), at + 3, size(u), 13, AGAINST),
        bar(middle, at + 3, size(m), 13, FOR),
        words(WIDTH - 4, at + 14, `${signed(Math.log2(m / u))} bits`, { anchor: "end", muted: true }),
      ];
    });
    return [head, ...rows];
  });
  return picture(
    {
      width: WIDTH,
      height,
      title: "How often levels occur among pairs of one thing and of two",
      description: fields
        .map(({ name, levels }) => {
          const top = levels.at(-1)!;
          return `${name}: ${top.meaning} in ${percent(top.m)} of pairs of one thing and ${percent(top.u)} of pairs of two`;
        })
        .join("; "),
    },
    [
      words(middle - 6, 22, "two things (u)", { anchor: "end", muted: true }),
      words(middle + 6, 22, "one thing (m)", { muted: true }),
      line(middle, 28, middle, height - 6),
      ...parts,
    ],
  );
}
