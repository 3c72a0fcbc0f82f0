// Statements about tables of an encyclopedia (TabFact), held against them: accuracy of what is answered, and how much that is. Only tables
// with an even number were looked at in development. The set lies in ../shared/bench.
import { rows } from "../text/data.mjs";

const root = new URL("../../", import.meta.url);

/** Right, answered and all, on the half that was looked at and on the other; `null` where the set is absent. */
export async function scoreTabFact() {
  const tables = rows("tabfact/tables.jsonl.gz");
  const statements = rows("tabfact/statements.jsonl.gz");
  if (!tables || !statements) return null;
  const { checkTable } = await import(new URL("dist/check/index.js", root));
  const known = new Map(tables.map((table, i) => [table.table, { table, seen: i % 2 === 0 }]));
  const counts = { seen: [0, 0, 0], unseen: [0, 0, 0] };
  for (const { table: id, statement, label } of statements) {
    const { table, seen } = known.get(id);
    const half = counts[seen ? "seen" : "unseen"];
    const answer = checkTable(table, statement);
    half[2]++;
    if (!answer) continue;
    half[1]++;
    if ((answer.verdict === "supported") === (label === 1)) half[0]++;
  }
  return Object.entries(counts).map(([half, [right, answered, all]]) => ({
    half,
    accuracy: right / answered,
    coverage: answered / all,
  }));
}
