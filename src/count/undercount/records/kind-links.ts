import type { Book } from "../../../book/types.ts";
import { UserError } from "../../../codebook/errors.ts";
import { type Compute, HERE } from "../compute.ts";
import type { Estimate, Refusal, UndercountOptions } from "../types.ts";

/** Two records that may be one event, with the probability that they are. */
export interface UncertainLink {
  readonly records: readonly [string, string];
  readonly probability: number;
}

/** An event and a list that it is on. */
export interface Reported {
  readonly event: string;
  readonly list: string;
}

/** Index of a list; what is none of the named ones is on the last. */
export const placeOf = (names: readonly string[], list: string): number => {
  const at = names.indexOf(list);
  return at >= 0 ? at : names.length - 1;
};

interface Drawn {
  readonly estimates: readonly Estimate[];
  readonly refused: readonly Refusal[];
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

/** The estimate repeated over draws of the links that nobody decided on; a warning where none were given. */
export async function overLinks(
  book: Book,
  {
    reported,
    names,
    links,
    options,
  }: {
    reported: readonly Reported[];
    names: readonly string[];
    links: readonly UncertainLink[];
    options: UndercountOptions & { readonly compute?: Compute };
  },
): Promise<Drawn> {
  const nothing = { estimates: [], refused: [], notes: [], warnings: [] };
  if (links.length === 0)
    return {
      ...nothing,
      warnings: [
        "an event that stands twice under two ids counts as two and raises the estimate: link the records first",
      ],
    };
  const events = new Map(
    (await book.sql<{ record: string; event: string }>("SELECT record, event FROM event_record")).map(
      ({ record, event }) => [record, event],
    ),
  );
  const first = new Map(reported.map(({ event }, at) => [event, at]).reverse() as [string, number][]);
  const certain = reported.flatMap(({ event }, at) => {
    const head = first.get(event)!;
    return head === at ? [] : [{ a: head, b: at, probability: 1 }];
  });
  const open = links.flatMap(({ records: [a, b], probability }) => {
    const [from, to] = [first.get(events.get(a) ?? a), first.get(events.get(b) ?? b)];
    return from === undefined || to === undefined || from === to ? [] : [{ a: from, b: to, probability }];
  });
  if (open.length === 0) return nothing;
  const note = `${open.length} pairs of events may be one (${open.reduce((sum, each) => sum + each.probability, 0).toFixed(1)} expected): drawn anew for each of the estimates marked "links drawn"`;
  const { level, seed } = options;
  const reports = {
    lists: names,
    list: reported.map(({ list }) => placeOf(names, list)),
    links: [...certain, ...open],
  };
  options.progress?.("draws of the links");
  try {
    const estimate = await (options.compute ?? HERE).overLinks(reports, {
      ...(level !== undefined && { level }),
      ...(seed !== undefined && { seed }),
    });
    return { ...nothing, estimates: [estimate], notes: [note] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...nothing, refused: [{ method: "links drawn", reason: error.message }], notes: [note] };
  }
}
