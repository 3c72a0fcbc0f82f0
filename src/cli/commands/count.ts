import type { Book } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import type { IndicatorResult } from "../../count/index.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { openAsOf, withBook } from "../open.ts";
import { wantsPicture, writePicture } from "../picture.ts";
import { formatTable } from "../table.ts";

export const count: Command = {
  name: "count",
  summary: "compute an indicator with its interval and the query behind it",
  arguments: "[INDICATOR]",
  count: [0, 1],
  about: `Recomputes a measure from the records of the book. What is documented is a floor: such counts say "at least". Without an indicator
it lists those that the codebook declares.`,
  options: {
    by: { value: "DIM,...", help: "dimensions to cut by, joined by commas" },
    where: {
      value: "DIM=VALUE",
      help: "keep one value of a dimension, or * for every value (may be repeated)",
      many: true,
    },
    "as-of": { value: "ENTRY", help: "compute on the book as it was when this entry was written" },
    csv: { help: "print CSV instead of a table" },
    chart: { value: "FORM", help: "form of the picture (default: the one that suits the indicator)" },
    svg: { value: "FILE", help: "draw it as an SVG file as well" },
    png: { value: "FILE", help: "draw it as a PNG file as well" },
  },
  examples: [
    ["custodes count", "which indicators there are"],
    [
      "custodes count share-of-regime-trained --by regime,year --where list=eiu --where provider=CHN",
      "which share of each class of regime was trained",
    ],
    [
      "custodes count countries-trained --where provider=CHN --as-of 3 --json",
      "the same number as it was known at entry 3",
    ],
    [
      "custodes count pacific-contest --svg pacific.svg --png pacific.png",
      "a picture to print, with its intervals and notes",
    ],
  ],
  run: async invocation => {
    const [id] = invocation.arguments;
    return id === undefined ? list(invocation) : compute(invocation, id);
  },
};

async function list(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const indicators = await withBook(invocation, async book => [...book.codebook.indicators.values()]);
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ indicators })}\n`);
  else
    effects.out(
      formatTable(
        ["indicator", "what it counts", "dimensions"],
        indicators.map(({ id, label, dimensions }) => [id, label.en, dimensions.join(", ")]),
        { width: effects.columns, whole: 1 },
      ),
    );
  return 0;
}

async function compute(invocation: Invocation, id: string): Promise<number> {
  const { effects } = invocation;
  const { computeIndicator, formatIndicator, indicatorCsv } = await import("../../count/index.ts");
  // Without --by the indicator's own dimensions are used; an empty one asks for the total.
  const by = option(invocation, "by")?.split(",").filter(Boolean);
  const where = Object.fromEntries((invocation.options.get("where") ?? []).map(assignment));
  const asOf = option(invocation, "as-of");
  const answer = await withBook(invocation, async head =>
    openAsOf(head, asOf, async book => {
      const result = await computeIndicator(book, id, { ...(by ? { by } : {}), where });
      await draw(invocation, { book, result });
      if (flag(invocation, "json")) return `${JSON.stringify(result)}\n`;
      if (flag(invocation, "csv")) return indicatorCsv(result);
      const { wordsFromBook } = await import("../../site/load/dimension-words.ts");
      return formatIndicator(result, { words: await wordsFromBook(book, result) });
    }),
  );
  effects.out(answer);
  return 0;
}

/** Writes the pictures that were asked for. */
async function draw(
  invocation: Invocation,
  { book, result }: { book: Book; result: IndicatorResult },
): Promise<void> {
  const chart = option(invocation, "chart");
  if (!wantsPicture(invocation)) {
    if (chart !== null)
      throw new UserError({
        code: "usage",
        message: "--chart needs a file",
        expected: "--svg FILE or --png FILE",
      });
    return;
  }
  const { indicatorPicture, Library, presentIndicator } = await import("../../site/index.ts");
  const svg = indicatorPicture(await presentIndicator(await Library.open(book), result, { chart }));
  if (svg === null)
    throw new UserError({
      code: "nothing-to-draw",
      message: `${result.indicator} has no number here that could be drawn`,
      hint: "lift a filter with --where DIM=*",
    });
  await writePicture(invocation, svg);
}

function assignment(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1)
    throw new UserError({
      code: "usage",
      message: `--where is "${text}"`,
      expected: "DIM=VALUE, as in provider=CHN",
    });
  return [text.slice(0, at), text.slice(at + 1)];
}
