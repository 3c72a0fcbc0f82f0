import type { Book } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import { didYouMean } from "../../codebook/suggest.ts";
import type { Codebook, Kind } from "../../codebook/types.ts";
import { type CaptureTable, captureTable } from "./table.ts";
import type { UndercountOptions, UndercountResult } from "./types.ts";
import { undercount } from "./undercount.ts";

export interface KindOptions extends UndercountOptions {
  /** Code field of the cited kind whose values are the lists: what sort of publication it is, or its language. */
  readonly lists?: string;
  /** Lists with fewest records are joined until there are this many; 4 by default. */
  readonly most?: number;
  /**
   * Sources that have what they say of an event from another one, by event: they are no independent list and are left out. None where
   * nobody looked.
   */
  readonly copies?: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Estimates how many events of a kind no source of the book reports: each sort of source is a list, and an event is on it when a source
 * of that sort states anything about one of its records, and has it from no other source of the event.
 */
export async function undercountOfKind(
  book: Book,
  kind: string,
  options: KindOptions = {},
): Promise<UndercountResult> {
  const { lists = "kind", most = 4, copies = new Map() } = options;
  const { declared, cited } = kindsOf(book.codebook, kind, lists);
  const told = await book.sql<{ event: string; source: string; list: string }>(
    `SELECT e.event, r.source, s."${lists}" AS list FROM event_record AS e
JOIN record_source AS r ON r.kind = e.kind AND r.record = e.record JOIN ${cited.id} AS s ON s.id = r.source
WHERE e.kind = $1 AND s."${lists}" IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2`,
    [declared.id],
  );
  const pairs = told.filter(({ event, source }) => !copies.get(event)?.has(source));
  const table = tableOf(pairs, most);
  if (table.lists.length < 2)
    throw new UserError({
      code: "too-few-lists",
      message: `the records of ${declared.id} have sources of ${table.lists.length === 1 ? "one sort" : "no sort"}`,
      expected: "at least two",
      hint: "what no source reports can be estimated only from how sorts of sources overlap",
    });
  const result = undercount(table, options);
  return {
    ...result,
    notes: [
      `events of ${declared.id}; each ${lists} of ${cited.id} is a list`,
      ...(told.length > pairs.length
        ? [
            `${told.length - pairs.length} reports were left out, because they have what they say from another source of the event`,
          ]
        : []),
      ...result.notes,
    ],
    warnings: [
      "the sources of a book were found by one search, and found each other: lists are not independent, and the estimate is of what that search could have found",
      "a record that stands twice under two ids counts as two and raises the estimate: link the records first",
      ...result.warnings,
    ],
  };
}

function kindsOf(codebook: Codebook, kind: string, lists: string): { declared: Kind; cited: Kind } {
  const declared = codebook.kinds.get(kind);
  const known = [...codebook.kinds.keys()];
  if (!declared)
    throw new UserError({
      code: "unknown-kind",
      message: `the book has no kind ${JSON.stringify(kind)}`,
      expected: known.join(", "),
      received: kind,
      hint: didYouMean(kind, known),
    });
  const cited = [...codebook.kinds.values()].find(each => each.cited)!;
  const fields = cited.fields
    .filter(field => field.type === "code" && !field.many && !field.sensitive)
    .map(({ id }) => id);
  if (!fields.includes(lists))
    throw new UserError({
      code: "unknown-field",
      column: "lists",
      message: `${cited.id} has no code field ${JSON.stringify(lists)}`,
      expected: fields.join(", "),
      received: lists,
    });
  return { declared, cited };
}

/** The lists with most records by name, the others joined as `other`. */
function tableOf(pairs: readonly { event: string; list: string }[], most: number): CaptureTable {
  const sizes = new Map<string, number>();
  for (const { list } of pairs) sizes.set(list, (sizes.get(list) ?? 0) + 1);
  const ordered = [...sizes].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([list]) => list);
  const joined = ordered.length > most;
  const lists = joined ? [...ordered.slice(0, most - 1), "other"] : ordered;
  const sets = new Map<string, number>();
  for (const { event, list } of pairs) {
    const at = lists.indexOf(list);
    sets.set(event, (sets.get(event) ?? 0) | (1 << (at >= 0 ? at : lists.length - 1)));
  }
  const counts = new Float64Array(1 << lists.length);
  for (const set of sets.values()) counts[set]!++;
  return captureTable(lists, counts);
}
