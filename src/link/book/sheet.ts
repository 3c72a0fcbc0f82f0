import { writeCsv } from "../../codebook/write-csv.ts";
import { type DrawnSheet, drawnSheet } from "../quality/drawn-sheet.ts";
import type { Label } from "../quality/labels.ts";
import { drawPairs, type Stratum, strataOf } from "../quality/strata.ts";
import { type StratifiedQuality, stratifiedQuality } from "../quality/strata-quality.ts";
import type { KindModel } from "./model.ts";
import { explainPairOf, type ProposeOptions, proposeFrom } from "./propose-events.ts";

/** The strata of a kind's pairs, and the clusters that its rule alone would make. */
export interface KindStrata {
  readonly strata: readonly Stratum[];
  readonly clusters: Int32Array;
}

/** Pairs that the rule joins or that come near, whatever has been decided on them: so that a rule can be judged by labels. */
export function kindStrata(
  model: KindModel,
  { threshold }: Pick<ProposeOptions, "threshold"> = {},
): KindStrata {
  const { joined, near } = proposeFrom(model, {
    most: Number.POSITIVE_INFINITY,
    ...(threshold !== undefined && { threshold }),
  });
  const places = new Map(model.ids.map((id, at) => [id, at]));
  const all = [...joined, ...near];
  const clusters = Int32Array.from(model.ids, (_, row) => row);
  for (const { records } of joined) {
    const [a, b] = records.map(id => clusters[places.get(id)!]!) as [number, number];
    for (let row = 0; row < clusters.length; row++) if (clusters[row] === b) clusters[row] = a;
  }
  const pairs = {
    a: all.map(({ records }) => places.get(records[0])!),
    b: all.map(({ records }) => places.get(records[1])!),
    probability: all.map(({ probability }) => probability),
    length: all.length,
  };
  return { strata: strataOf(pairs, clusters), clusters };
}

/**
 * A sheet of pairs to be judged by a person who sees values and no score: drawn at random within strata, most where the model is least sure, in
 * an order by chance from a seed. The last column is for 1 (same) or 0.
 */
export function labellingSheet(model: KindModel, size: number, seed = 1): DrawnSheet {
  const { strata } = kindStrata(model);
  const drawn = drawPairs(strata, size, seed);
  const names = model.fields.map(({ name }) => name);
  const csv = writeCsv(
    ["a", "b", ...names.flatMap(field => [`${field} of a`, `${field} of b`]), "same"],
    drawn.map(([a, b]) => {
      const { records, evidence } = explainPairOf(model, a, b);
      return [...records, ...evidence.flatMap(({ values }) => values), ""];
    }),
  );
  return drawnSheet(csv, { asked: size, pairs: drawn.length, strata, others: NOT_DRAWN });
}

const NOT_DRAWN = "any other two records are less than 5% likely to be one";

/** What labels say of the rule of a kind at a threshold. */
export function kindQuality(
  model: KindModel,
  labels: readonly Label[],
  options: Pick<ProposeOptions, "threshold"> = {},
): StratifiedQuality {
  const { strata, clusters } = kindStrata(model, options);
  return stratifiedQuality(strata, labels, clusters);
}
