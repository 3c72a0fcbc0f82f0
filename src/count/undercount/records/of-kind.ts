import type { Book, Row } from "../../../book/types.ts";
import { UserError } from "../../../codebook/errors.ts";
import { didYouMean } from "../../../codebook/suggest.ts";
import type { Codebook, Kind } from "../../../codebook/types.ts";
import { indented, literal } from "../../sql.ts";
import { type Compute, HERE } from "../compute.ts";
import { type CaptureTable, captureTable } from "../table/table.ts";
import type { UndercountOptions, UndercountResult } from "../types.ts";
import { overLinks, placeOf, type Reported, type UncertainLink } from "./kind-links.ts";

export interface KindOptions extends UndercountOptions {
  /**
   * Code field of the cited kind whose values are the lists: what sort of publication it is, or its language. Left out, the lists are those
   * that the kind declares (`reporters`), else the kinds of source.
   */
  readonly lists?: string;
  /** Lists with fewest events are joined until there are this many; 4 by default. */
  readonly most?: number;
  /**
   * Sources that have what they say of an event from another one, by event: they are no independent list and are left out. None where
   * nobody looked.
   */
  readonly copies?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where the numbers are worked out: here unless told. */
  readonly compute?: Compute;
  /** Pairs of records that nobody has decided on: the estimate is repeated over draws of them. */
  readonly links?: readonly UncertainLink[];
}

/**
 * Estimates how many events of a kind no source of the book reports. A case is an event: records that were judged to be one count once.
 * A list is a sort of reporter, and an event is on it when such a source states anything about one of its records, and has it from no
 * other source of the event.
 */
export async function undercountOfKind(
  book: Book,
  kind: string,
  options: KindOptions = {},
): Promise<UndercountResult> {
  const { most = 4, links = [], copies = new Map() } = options;
  const { declared, cited, lists } = kindsOf(book.codebook, kind, options.lists);
  const told = await reportsOf(book, { declared, cited, lists });
  const independent = told.filter(({ event, source }) => !copies.get(event)?.has(source));
  const reported = onceAList(independent);
  const names = listsOf(reported, most);
  const table = tableOf(reported, names);
  if (table.lists.length < 2)
    throw new UserError({
      code: "too-few-lists",
      message: `the records of ${declared.id} have sources of ${table.lists.length === 1 ? "one sort" : "no sort"}`,
      expected: "at least two",
      hint: "what no source reports can be estimated only from how sorts of sources overlap",
    });
  const { level, seed, draws, methods } = options;
  const plain = {
    ...(level !== undefined && { level }),
    ...(seed !== undefined && { seed }),
    ...(draws !== undefined && { draws }),
    ...(methods !== undefined && { methods }),
  };
  const { compute = HERE, progress } = options;
  const result = await compute.undercount(
    table,
    compute === HERE && progress ? { ...plain, progress } : plain,
  );
  const drawn = await overLinks(book, { reported, names, links, options });
  const source =
    lists === null ? `each sort of reporter that ${declared.id} declares` : `each ${lists} of ${cited.id}`;
  return {
    ...result,
    estimates: [...result.estimates, ...drawn.estimates],
    refused: [...result.refused, ...drawn.refused],
    notes: [
      `events of ${declared.id}; ${source} is a list`,
      ...(told.length > independent.length
        ? [
            `${told.length - independent.length} reports were left out, because they have what they say from another source of the event`,
          ]
        : []),
      ...result.notes,
      ...drawn.notes,
    ],
    warnings: [
      "the sources of a book were found by one search, and found each other: lists are not independent, and the estimate is of what that search could have found",
      ...drawn.warnings,
      ...result.warnings,
    ],
  };
}

/** An event is on a list once, however many sources of that sort report it. */
function onceAList(reports: readonly Report[]): Reported[] {
  const seen = new Map(reports.map(({ event, list }) => [JSON.stringify([event, list]), { event, list }]));
  return [...seen.values()];
}

interface Report extends Reported {
  readonly source: string;
}

/** Which source reported which event and on which list it stands, in the order of the events. */
async function reportsOf(
  book: Book,
  { declared, cited, lists }: { declared: Kind; cited: Kind; lists: string | null },
): Promise<Report[]> {
  const reporters =
    lists === null
      ? declared.reporters!
      : `SELECT r.record, r.source, s."${lists}" AS list FROM record_source AS r JOIN ${cited.id} AS s ON s.id = r.source WHERE r.kind = ${literal(declared.id)}`;
  return book.sql<Report & Row>(
    `WITH reporters AS (\n${indented(reporters)}\n)
SELECT DISTINCT e.event, r.list, r.source FROM reporters AS r JOIN event_record AS e ON e.record = r.record
WHERE e.kind = ${literal(declared.id)} AND r.list IS NOT NULL ORDER BY 1, 2, 3`,
  );
}

/** The kind, the cited kind, and its field that makes the lists; null where the kind declares who its reporters are. */
function kindsOf(
  codebook: Codebook,
  kind: string,
  asked: string | undefined,
): { declared: Kind; cited: Kind; lists: string | null } {
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
  if (asked === undefined && declared.reporters !== undefined) return { declared, cited, lists: null };
  const lists = asked ?? "kind";
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
  return { declared, cited, lists };
}

/** Names of the lists, those with most events first; beyond `most` the smallest are one list, `other`. */
function listsOf(reported: readonly Reported[], most: number): string[] {
  const sizes = new Map<string, number>();
  for (const { list } of reported) sizes.set(list, (sizes.get(list) ?? 0) + 1);
  const ordered = [...sizes].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([list]) => list);
  return ordered.length > most ? [...ordered.slice(0, most - 1), "other"] : ordered;
}

function tableOf(reported: readonly Reported[], names: readonly string[]): CaptureTable {
  const sets = new Map<string, number>();
  for (const { event, list } of reported)
    sets.set(event, (sets.get(event) ?? 0) | (1 << placeOf(names, list)));
  const counts = new Float64Array(1 << names.length);
  for (const set of sets.values()) counts[set]!++;
  return captureTable(names, counts);
}
