import { DuckDBInstance } from "@duckdb/node-api";
import type { Book, Row } from "../../book/types.ts";
import type { Codebook } from "../../codebook/types.ts";

/** A book that is only tables: enough of the contract to compute indicators on, with rows that a test chooses. */
export async function duckBook(codebook: Codebook, setup: string): Promise<Book> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(setup);
  const tables: Pick<Book, "dir" | "codebook" | "head" | "sql" | "close"> = {
    dir: "",
    codebook,
    head: { seq: 7, hash: "h" },
    sql: async <T extends Row>(sql: string) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS() as unknown as T[],
    close: async () => connection.closeSync(),
  };
  return tables as Book;
}
