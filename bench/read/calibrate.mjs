// Makes src/read/records/calibration.ts from the titles of the shipped book's sources and the rows that cite them, and prints how
// reliable the confidences are where they were not made: five folds by source, each rated by the counts of the other four.
// `node bench/read/calibrate.mjs` prints, with `--write` it also writes. Run `npm run build` first.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { agrees, agreesOnStatus, bookLexicon, documentOf, titles } from "./titles.mjs";

const root = new URL("../../", import.meta.url);
const FOLDS = 5;
const PRIOR = 10;
const BINS = [0.5, 0.7, 0.8, 0.9, 1];
/** Bounds of the products of confidences by which records are grouped. */
const BOUNDS = [0.3, 0.5, 0.65, 2];

const foldOf = id => createHash("sha256").update(id).digest()[0] % FOLDS;

/** Every field and record that was read from a title with a row to judge it by. */
export async function labelled() {
  const { readRecords } = await import(new URL("dist/read/index.js", root));
  const lexicon = await bookLexicon();
  const cases = [];
  let read = 0;
  for (const title of titles())
    for (const record of readRecords(documentOf(title), lexicon)) {
      read++;
      const rows = title.rows.get(record.kind) ?? [];
      if (rows.length === 0) continue;
      const fields = lexicon.codebook.kinds.get(record.kind).fields.flatMap(({ id, type }) => {
        if (record.bases[id] === undefined) return [];
        const said = rows.map(row =>
          id === "status"
            ? agreesOnStatus(record.fields[id], row[id])
            : agrees(type, record.fields[id], row[id]),
        );
        return said.every(each => each === null)
          ? []
          : [{ basis: record.bases[id], right: said.some(each => each === true) }];
      });
      cases.push({ fold: foldOf(title.id), fields, whole: fields.every(({ right }) => right) });
    }
  return { read, cases };
}

const add = (table, key, right) => {
  const [r, n] = table[key] ?? [0, 0];
  table[key] = [r + (right ? 1 : 0), n + 1];
};

const total = entries => entries.reduce(([r, n], [a, b]) => [r + a, n + b], [0, 0]);
const drawn = ([right, of], prior) => (right + PRIOR * prior) / (of + PRIOR);

/** The share of right fields of a basis, drawn towards its type's and all fields' (as `fieldConfidence` has it). */
function confidence(table, basis) {
  const [right, of] = total(Object.values(table));
  const type = basis.split(" ")[0];
  const same = Object.entries(table).filter(([key]) => key.startsWith(`${type} `));
  return drawn(table[basis] ?? [0, 0], drawn(total(same.map(([, counts]) => counts)), right / of));
}

function countsOf(cases) {
  const table = {};
  for (const { fields } of cases) for (const { basis, right } of fields) add(table, basis, right);
  return table;
}

const product = (table, fields) => fields.reduce((all, { basis }) => all * confidence(table, basis), 1);

function recordBins(cases, table) {
  const bins = BOUNDS.map(below => ({ below, right: 0, of: 0 }));
  for (const { fields, whole } of cases) {
    const bin = bins.find(({ below }) => product(table, fields) < below);
    bin.of++;
    if (whole) bin.right++;
  }
  return bins;
}

/** Predicted and observed shares of fields and records that the counts had not seen. */
export function crossValidated(cases) {
  const pairs = { fields: [], records: [] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = cases.filter(each => each.fold !== fold);
    const table = countsOf(rest);
    const bins = recordBins(rest, table);
    const overall = total(bins.map(({ right, of }) => [right, of]));
    for (const { fields, whole } of cases.filter(each => each.fold === fold)) {
      for (const { basis, right } of fields) pairs.fields.push([confidence(table, basis), right]);
      const { right, of } = bins.find(({ below }) => product(table, fields) < below);
      pairs.records.push([drawn([right, of], overall[0] / overall[1]), whole]);
    }
  }
  return pairs;
}

/** A reliability table: mean confidence beside the share that was right, with Wilson's interval of that share. */
export function reliability(pairs) {
  return BINS.map((below, i) => {
    const from = BINS[i - 1] ?? 0;
    const own = pairs.filter(([p]) => p >= from && p < below);
    const n = own.length;
    const right = own.filter(([, is]) => is).length;
    const mean = own.reduce((sum, [p]) => sum + p, 0) / n;
    return { from, below, n, mean, share: right / n, interval: wilson(right, n) };
  }).filter(({ n }) => n > 0);
}

function wilson(right, n, z = 1.96) {
  const p = right / n;
  const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return [(p + z ** 2 / (2 * n) - half) / scale, (p + z ** 2 / (2 * n) + half) / scale];
}

const brier = pairs => pairs.reduce((sum, [p, right]) => sum + (p - (right ? 1 : 0)) ** 2, 0) / pairs.length;

/** Brier score of the confidences and of the overall share alone, and the mean gap of the reliability table. */
export function scores(pairs) {
  const share = pairs.filter(([, right]) => right).length / pairs.length;
  const gap =
    reliability(pairs).reduce((sum, { n, mean, share: s }) => sum + n * Math.abs(mean - s), 0) / pairs.length;
  return { brier: brier(pairs), base: brier(pairs.map(([, right]) => [share, right])), gap };
}

function write(cases) {
  const table = countsOf(cases);
  const fields = Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
  const bins = recordBins(cases, table);
  const overall = total(bins.map(({ right, of }) => [right, of]));
  const text = `/** Counts that confidences are made of: see \`docs/explanation/reading.md\`. Made by \`node bench/read/calibrate.mjs --write\`. */
export interface Calibration {
  /** Right and all fields, by the basis that they were read on. */
  readonly fields: Readonly<Record<string, readonly [right: number, of: number]>>;
  /** Records right in all fields, by the product of their fields' confidences (below a bound). */
  readonly records: readonly { readonly below: number; readonly right: number; readonly of: number }[];
  readonly overall: readonly [right: number, of: number];
}

export const CALIBRATION: Calibration = ${JSON.stringify({ fields, records: bins, overall }, null, 2)};
`;
  writeFileSync(new URL("src/read/records/calibration.ts", root), text);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { read, cases } = await labelled();
  const pairs = crossValidated(cases);
  console.log(
    `${read} records read from titles, ${cases.length} with a row to judge them by, ${pairs.fields.length} fields`,
  );
  for (const [name, of] of Object.entries(pairs)) {
    const { brier: b, base, gap } = scores(of);
    console.log(
      `\n${name}: Brier ${b.toFixed(3)} (share alone ${base.toFixed(3)}), mean gap ${gap.toFixed(3)}`,
    );
    for (const { from, below, n, mean, share, interval } of reliability(of))
      console.log(
        `  ${from.toFixed(2)}-${below.toFixed(2)}  n ${String(n).padStart(3)}  said ${mean.toFixed(2)}  right ${share.toFixed(2)} [${interval.map(x => x.toFixed(2)).join(", ")}]`,
      );
  }
  if (process.argv.includes("--write")) write(cases);
}
