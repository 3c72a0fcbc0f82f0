import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Book, Row } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import type { KindOptions, UncertainLink, UndercountResult } from "../../count/index.ts";
import type { EventSources } from "../../link/index.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { readTextInput } from "../input.ts";
import { withBook } from "../open.ts";

/** Pairs that are drawn at most, the likeliest: the others hardly ever come up. */
const MOST_LINKS = 5000;

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
  },
  examples: [
    ["custodes undercount lists.csv", "every method side by side"],
    ["custodes undercount training", "how many trainings no source of the book may report"],
    ["custodes undercount lists.csv --json", "the estimates as data"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const { formatUndercount } = await import("../../count/index.ts");
    const result = await estimate(invocation);
    effects.out(
      flag(invocation, "json")
        ? `${JSON.stringify(result)}\n`
        : formatUndercount(result, { width: effects.columns }),
    );
    return 0;
  },
};

/** Of a table where the word names a file (or standard input), else of a kind of the book. */
async function estimate(invocation: Invocation): Promise<UndercountResult> {
  const { effects } = invocation;
  const word = invocation.arguments[0]!;
  const { undercountFromCsv, undercountOfKind } = await import("../../count/index.ts");
  const isKind = /^[a-z][a-z-]*$/.test(word) && !existsSync(resolve(effects.cwd, word));
  if (isKind)
    return withBook(invocation, async book => {
      const [copies, links] = [await copiesOf(book, word), await uncertainLinks(book, word)];
      return undercountOfKind(book, word, { ...kindOptions(invocation), copies, links });
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

/** Sources that have what they say from another source of the same event, by event. */
async function copiesOf(book: Book, kind: string): Promise<Map<string, Set<string>>> {
  const [{ originsOfEvents }, { captureTexts }] = await Promise.all([
    import("../../link/index.ts"),
    import("../capture-text.ts"),
  ]);
  const events = await book.sql<EventSources & Row>(
    "SELECT id AS event, kind, records, sources FROM events WHERE kind = $1 AND len(sources) > 1 ORDER BY id",
    [kind],
  );
  const origins = await originsOfEvents(book, events, captureTexts(book));
  return new Map(
    [...origins].map(([event, { groups }]) => [
      event,
      new Set(groups.flatMap(({ origin, reports }) => reports.filter(report => report !== origin))),
    ]),
  );
}

/** Pairs of records of a kind that nobody has decided on, with the probability that they are one event. */
async function uncertainLinks(book: Book, kind: string): Promise<UncertainLink[]> {
  const declared = book.codebook.kinds.get(kind);
  if (declared === undefined || declared.cited) return [];
  const { linkKind } = await import("../../link/index.ts");
  const { proposed } = await linkKind(book, declared, { most: MOST_LINKS });
  return [...proposed.joined, ...proposed.near].filter(({ against }) => against.length === 0);
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
