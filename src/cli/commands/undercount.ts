import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../../codebook/errors.ts";
import type { KindOptions, UndercountResult } from "../../count/index.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { readTextInput } from "../input.ts";
import { withBook } from "../open.ts";
import { wantsPicture, writePicture } from "../picture.ts";

export const undercount: Command = {
  name: "undercount",
  summary: "estimate how many cases no list reports",
  arguments: "FILE|KIND|-",
  count: [1, 1],
  about: `Multiple systems estimation from a table of lists: one row a case with 0/1 columns, or one row a pattern with a count. All methods that
the data can carry stand side by side, each with its interval and assumptions; those that it cannot carry are refused with the reason.
A kind of the book instead of a file: each sort of reporter that it declares is a list, and an event is on it when such a source states it
of its own; sources that copied another one are left out and counted, and pairs that may be one event are drawn by their probability.`,
  options: {
    count: { value: "COLUMN", help: "column of counts, where each row is a pattern" },
    lists: {
      value: "FIELD",
      help: "of a kind: field of the sources whose values are the lists (default: as the kind declares)",
    },
    stratum: { value: "COLUMN", help: "estimate within each value of this column" },
    level: { value: "P", help: "level of the intervals (default 0.95)" },
    seed: { value: "N", help: "seed of bootstraps and samplers (default 1)" },
    draws: { value: "N", help: "bootstrap resamples (default 1000)" },
    svg: { value: "FILE", help: "draw all methods side by side as an SVG file as well" },
    png: { value: "FILE", help: "draw them as a PNG file as well" },
  },
  examples: [
    ["custodes undercount lists.csv", "every method side by side"],
    ["custodes undercount training", "how many trainings no source of the book may report"],
    ["custodes undercount lists.csv --png lists.png", "all methods in one picture, with what to beware of"],
    ["custodes undercount lists.csv --json", "the estimates as data"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const { formatUndercount } = await import("../../count/index.ts");
    const result = await estimate(invocation);
    if (wantsPicture(invocation)) await draw(invocation, result);
    effects.out(
      flag(invocation, "json")
        ? `${JSON.stringify(result)}\n`
        : formatUndercount(result, { width: effects.columns }),
    );
    return 0;
  },
};

/** Writes the picture of all methods side by side. */
async function draw(invocation: Invocation, result: UndercountResult): Promise<void> {
  const { undercountPicture } = await import("../../site/index.ts");
  const what = invocation.arguments[0]!;
  const svg = undercountPicture(result, {
    title: `What no list reports: ${what === "-" ? "standard input" : what}`,
    from: "Made by custodes undercount.",
  });
  if (svg === null)
    throw new UserError({
      code: "nothing-to-draw",
      message: "no method gives an estimate that could be drawn",
      hint: "the refusals say why",
    });
  await writePicture(invocation, svg);
}

/** Of a table where the word names a file (or standard input), else of a kind of the book. */
async function estimate(invocation: Invocation): Promise<UndercountResult> {
  const { effects } = invocation;
  const word = invocation.arguments[0]!;
  const { undercountFromCsv, undercountOfKind } = await import("../../count/index.ts");
  const isKind = /^[a-z][a-z-]*$/.test(word) && !existsSync(resolve(effects.cwd, word));
  if (isKind)
    return withBook(invocation, async book => {
      const [{ linkageOf }, { captureTexts }] = await Promise.all([
        import("../../site/index.ts"),
        import("../capture-text.ts"),
      ]);
      const linkage = await linkageOf(book, word, captureTexts(book));
      return undercountOfKind(book, word, { ...kindOptions(invocation), ...linkage });
    });
  const { text, name } = await readTextInput(word, effects);
  return undercountFromCsv(text, {
    file: name,
    count: option(invocation, "count"),
    stratum: option(invocation, "stratum"),
    level: option(invocation, "level"),
    seed: option(invocation, "seed"),
    draws: option(invocation, "draws"),
    progress: effects.progress,
  });
}

function kindOptions(invocation: Invocation): KindOptions {
  const number = (name: "level" | "seed" | "draws") => {
    const text = option(invocation, name);
    if (text === null) return {};
    if (/^\d+(\.\d+)?$/.test(text)) return { [name]: Number(text) };
    throw new UserError({ code: "usage", message: `--${name} is "${text}"`, expected: "a number" });
  };
  const lists = option(invocation, "lists");
  const { progress } = invocation.effects;
  return {
    ...number("level"),
    ...number("seed"),
    ...number("draws"),
    ...(lists !== null && { lists }),
    progress,
  };
}
