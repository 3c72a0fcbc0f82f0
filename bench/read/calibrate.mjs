// Makes src/read/records/calibration.ts and prints how reliable confidences are where they were not made: ten folds by source and paragraph,
// each rated by the weights of the other nine. `node bench/read/calibrate.mjs` prints, with `--write` it also writes. Run `npm run build` first.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { labelled } from "./labelled.mjs";
import { fitLine, fitted, onLine, predict } from "./logistic.mjs";

export { labelled } from "./labelled.mjs";

const root = new URL("../../", import.meta.url);
const FOLDS = 10;
/** Of 1, 2, 4 and 8 the best by these folds, within their noise. */
const RIDGE = 1;
const BINS = [0.5, 0.7, 0.8, 0.9, 0.95, 1];

const foldOf = group => createHash("sha256").update(group).digest()[0] % FOLDS;
const innerFoldOf = group => createHash("sha256").update(`inner ${group}`).digest()[0] % FOLDS;

/** What a field of a paragraph counts beside one of a title: most of the paragraphs were before the eyes while the grammar was made. */
const PARAGRAPH = 0.25;

const rowsOf = cases =>
  cases.flatMap(({ group, fields }) =>
    fields.map(field => ({ ...field, counts: group.startsWith("title ") ? 1 : PARAGRAPH })),
  );
const logOf = (weights, fields) =>
  fields.reduce((sum, { signs }) => sum + Math.log(predict(weights, signs)), 0);

/** The line of records on fields that are rated by weights of the other folds, as new ones will be. */
function lineOf(cases) {
  const points = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitted(rowsOf(cases.filter(({ group }) => innerFoldOf(group) !== fold)), RIDGE);
    for (const { group, fields, whole } of cases.filter(each => innerFoldOf(each.group) === fold))
      points.push({
        x: logOf(weights, fields),
        right: whole,
        counts: group.startsWith("title ") ? 1 : PARAGRAPH,
      });
  }
  return fitLine(points);
}

/** Predicted and observed shares of right fields and records that the weights had not seen, of titles and of paragraphs. */
export function crossValidated({ titles, paragraphs }) {
  const all = [...titles, ...paragraphs];
  const pairs = {
    "fields of titles": [],
    "records of titles": [],
    "fields of all": [],
    "records of all": [],
  };
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = all.filter(({ group }) => foldOf(group) !== fold);
    const weights = fitted(rowsOf(rest), RIDGE);
    const line = lineOf(rest);
    const held = cases => cases.filter(({ group }) => foldOf(group) === fold);
    for (const [name, cases] of [
      ["titles", titles],
      ["all", all],
    ])
      for (const { fields, whole } of held(cases)) {
        for (const { signs, right } of fields)
          pairs[`fields of ${name}`].push([predict(weights, signs), right]);
        pairs[`records of ${name}`].push([onLine(line, logOf(weights, fields)), whole]);
      }
  }
  return pairs;
}

/** A reliability table: mean confidence beside the share that was right, with Wilson's interval of that share. */
export function reliability(pairs) {
  return BINS.map((below, i) => {
    const from = BINS[i - 1] ?? 0;
    const own = pairs.filter(([p]) => p >= from && (p < below || below === 1));
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

/** The text of the module: weights of three decimals, by name. */
function moduleOf({ titles, paragraphs }) {
  const all = [...titles, ...paragraphs];
  const weights = fitted(rowsOf(all), RIDGE);
  const line = lineOf(all);
  const sorted = Object.entries(weights)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => [name, Number(weight.toFixed(3))]);
  const data = { weights: Object.fromEntries(sorted), record: line.map(x => Number(x.toFixed(3))) };
  return `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted weights, some of which look like constants.
/** What confidences are made of: see \`docs/explanation/reading.md\`. Made by \`node bench/read/calibrate.mjs --write\`. */
export interface Calibration {
  /** Weights of the signs of a field, "" the intercept. */
  readonly weights: Readonly<Record<string, number>>;
  /** Intercept and slope of a record on the sum of the logarithms of its fields' confidences. */
  readonly record: readonly [intercept: number, slope: number];
}

export const CALIBRATION: Calibration = ${JSON.stringify(data, null, 2)};
`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const cases = await labelled();
  const pairs = crossValidated(cases);
  console.log(`${cases.titles.length} records of titles, ${cases.paragraphs.length} of paragraphs`);
  for (const [name, of] of Object.entries(pairs)) {
    const { brier: b, base, gap } = scores(of);
    console.log(
      `\n${name}: n ${of.length}, Brier ${b.toFixed(3)} (share alone ${base.toFixed(3)}), mean gap ${gap.toFixed(3)}`,
    );
    for (const { from, below, n, mean, share, interval } of reliability(of))
      console.log(
        `| ${from.toFixed(2)} to ${below.toFixed(2)} | ${n} | ${mean.toFixed(2)} | ${share.toFixed(2)} (${interval.map(x => x.toFixed(2)).join(" to ")}) |`,
      );
  }
  if (process.argv.includes("--write"))
    writeFileSync(new URL("src/read/records/calibration.ts", root), moduleOf(cases));
}
