import { text as literal, name } from "../../book/index/sql-text.ts";
import type { Book } from "../../book/types.ts";
import type { Kind } from "../../codebook/types.ts";
import { LEAST_WORDS, SHARE, titleOf, wordsHeld } from "../match/worded-title.ts";
import type { ActQuestion, SortTold } from "./acts.ts";
import { holdsOne, posted } from "./asked-parts.ts";
import { onceById, text, toRecord } from "./rows.ts";
import { codeFields, fieldsOfType, namingFields } from "./schema.ts";
import type { RecordRow } from "./types.ts";

interface From {
  readonly book: Book;
  readonly records: (kind: Kind, where: string) => Promise<RecordRow[]>;
}

/** Acts of a large book that a text may tell of without naming them: of one state there may be thousands. */
export async function askedActs(
  kind: Kind,
  { states, sorts, worded }: ActQuestion,
  { book, records }: From,
): Promise<RecordRow[]> {
  if (states.length === 0 || fieldsOfType(kind, "country").length === 0) return [];
  const near = posted(kind, states);
  const isOfSort = sorts.map(sort => ofSort(kind, sort)).join(" OR ");
  const [sorted, alike] = await Promise.all([
    isOfSort === "" ? [] : records(kind, `${near} AND (${isOfSort})`),
    idsWorded(kind, worded, { book, near }),
  ]);
  const told = alike.length === 0 ? [] : await records(kind, `id IN (${alike.map(literal).join(", ")})`);
  return onceById([...sorted, ...told]);
}

/** One of the codes, and the states. */
function ofSort(kind: Kind, { codes, states, together }: SortTold): string {
  const isParty = (of: readonly string[]) =>
    `(${fieldsOfType(kind, "country")
      .map(field => holdsOne(field, of))
      .join(" OR ")})`;
  const isOfCode = codeFields(kind)
    .map(field => holdsOne(field, codes))
    .join(" OR ");
  const parties = together ? states.map(state => isParty([state])).join(" AND ") : isParty(states);
  return `((${isOfCode || "FALSE"}) AND ${parties})`;
}

/**
 * Acts that share so much of their titles with one of the sentences that it may tell of them. The engine counts the stems that a title holds
 * anywhere, which are at least as many as those of its words.
 */
async function idsWorded(
  kind: Kind,
  worded: ActQuestion["worded"],
  { book, near }: { book: Book; near: string },
): Promise<string[]> {
  if (worded.length === 0) return [];
  const naming = namingFields(kind);
  const written = naming.filter(({ type, many }) => type === "text" && !many).map(({ id }) => name(id));
  if (written.length === 0) return [];
  const title = `lower(concat_ws(' ', ${written.join(", ")}))`;
  const enough = worded.map(
    stems =>
      `(${stems.map(stem => `contains(${LOWERED}, ${literal(stem)})::INTEGER`).join(" + ")} >= ${LEAST_WORDS})`,
  );
  const rows = await book.sql(
    `SELECT ${["id", ...naming.map(({ id }) => id)].map(name).join(", ")}
     FROM (SELECT *, ${title} AS ${LOWERED} FROM ${kind.id} WHERE ${near}) WHERE ${enough.join(" OR ")}`,
  );
  const said = worded.map(stems => new Set(stems));
  const isTold = (label: string) => {
    const read = titleOf(label);
    return said.some(stems => {
      const held = wordsHeld(read, stems);
      return held >= LEAST_WORDS && held / read.words.length >= SHARE;
    });
  };
  return rows.filter(row => isTold(toRecord(row, kind).label)).map(row => text(row["id"]));
}

/** No field has such a name. */
const LOWERED = '"title in lower case"';
