import { deserialize, serialize } from "node:v8";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Codebook } from "../../codebook/types.ts";
import { canonicalJson } from "../canonical.ts";
import type { PlacedEntry } from "../journal/journal.ts";
import type { JournalState } from "../journal/survey.ts";
import { codeVersion } from "./code-version.ts";
import type { Reader } from "./duck.ts";
import { keyOf } from "./schema.ts";

/** What an index says about itself. */
export interface Meta {
  readonly seq: number;
  readonly hash: string;
  readonly start: number;
  readonly end: number;
  readonly state: JournalState;
  readonly codebook: Codebook;
}

export interface MetaSource {
  readonly last: PlacedEntry;
  readonly state: JournalState;
  readonly codebook: Codebook;
}

/** Notes how far the index has come, what is in force there, and the codebook as it has been read from its files. */
export async function writeMeta(
  connection: DuckDBConnection,
  { last, state, codebook }: MetaSource,
): Promise<void> {
  const { entry, start, end } = last;
  const read = serialize(codebook).toString("base64");
  const values = [await codeVersion(), entry.seq, entry.hash, start, end, canonicalJson(state), read];
  await connection.run("DELETE FROM base.meta");
  await connection.run(`INSERT INTO base.meta VALUES ($1, $2, $3, $4, $5, $6, $7, ${PROBE})`, values);
}

/** The key of some text. Keys are the engine's own: another version of it may give others, and then the index is of no use. */
const PROBE = keyOf("'probe'");

/** Null for an index that other code, or an engine with other keys, has made. */
export async function readMeta(reader: Reader): Promise<Meta | null> {
  const [row] = await reader.rows(`SELECT *, ${PROBE} AS probed FROM base.meta`);
  if (!row || row["code"] !== (await codeVersion()) || row["probe"] !== row["probed"]) return null;
  const codebook = deserialize(Buffer.from(String(row["codebook"]), "base64")) as Codebook;
  return { ...row, codebook, state: JSON.parse(String(row["state"])) } as unknown as Meta;
}
