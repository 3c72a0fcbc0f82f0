import type { DuckDBConnection } from "@duckdb/node-api";
import type { Kind } from "../../codebook/types.ts";
import { shownFields } from "./schema.ts";
import { name, text } from "./sql-text.ts";
import { TOUCHED } from "./wide.ts";

/**
 * An inverted index of the wide views. `base.posting` has the records that hold a country or an entity; `base.posting_source`
 * the sources that state such records, each with the first record that it states, by id, and its place in the list of that record's
 * sources; there the empty value stands for all records of a kind. What is asked of a value then costs what that value has, and not what
 * the book has: rows are loaded in the order of their values, so that the engine reads only the blocks that hold a value.
 */

const POSTED = new Set(["country", "entity"]);

/** Posts all records of a kind; with `touchedOnly` those listed in `TOUCHED`, whose rows in the wide view have been made already. */
export async function post(
  connection: DuckDBConnection,
  kind: Kind,
  { touchedOnly }: { touchedOnly: boolean },
): Promise<void> {
  const insertHeld = async (records: string) => {
    const held = heldValues(kind, records);
    if (held) await connection.run(`INSERT INTO base.posting ${held}`);
  };
  if (!touchedOnly) {
    await insertHeld("TRUE");
    await connection.run(insertSources(kind, "TRUE"));
    return;
  }
  const touched = `(SELECT record FROM ${TOUCHED} WHERE kind = ${text(kind.id)})`;
  const mine = `FROM base.posting WHERE kind = ${text(kind.id)} AND record IN ${touched}`;
  await connection.run(
    `CREATE OR REPLACE TEMPORARY TABLE moved AS SELECT '' AS value UNION SELECT value ${mine}`,
  );
  await connection.run(`DELETE ${mine}`);
  await insertHeld(`id IN ${touched}`);
  await connection.run(`INSERT INTO moved SELECT DISTINCT value ${mine}`);
  const moved = "value IN (SELECT value FROM moved)";
  await connection.run(`DELETE FROM base.posting_source WHERE kind = ${text(kind.id)} AND ${moved}`);
  await connection.run(insertSources(kind, moved));
  await connection.run("DROP TABLE moved");
}

/** The rows of `base.posting` of a kind's records; null for a kind that holds no such value. */
function heldValues(kind: Kind, records: string): string | null {
  const held = shownFields(kind)
    .filter(({ type }) => POSTED.has(type))
    .map(({ id, many }) => {
      const value = many ? `unnest(${name(id)})` : name(id);
      return `SELECT id, ${value} AS value FROM main.${name(kind.id)} WHERE ${records}`;
    });
  if (held.length === 0) return null;
  return `SELECT DISTINCT ${text(kind.id)}, value, id FROM (${held.join(" UNION ALL ")})
WHERE value IS NOT NULL AND value <> '' ORDER BY value, id`;
}

function insertSources(kind: Kind, values: string): string {
  const of = text(kind.id);
  return `INSERT INTO base.posting_source
WITH cited AS (SELECT id, unnest(sources) AS source, generate_subscripts(sources, 1) AS place FROM main.${name(kind.id)}),
posted AS (SELECT value, record FROM base.posting WHERE kind = ${of} UNION ALL SELECT '', id FROM main.${name(kind.id)})
SELECT ${of}, value, source, min(record), arg_min(place, record)
FROM posted JOIN cited ON cited.id = posted.record WHERE ${values} GROUP BY value, source ORDER BY value, source`;
}
