import type {
  LabelQuality,
  Labels,
  LinkResult,
  Spec,
  StratifiedQuality,
  Table,
} from "../../../link/index.ts";
import { type Invocation, option } from "../../command.ts";
import { readFile } from "./spec.ts";

/** Labels in a file that an option names, null where it was not given. */
export async function labelsIn(
  name: "labels" | "decisions" | "learn",
  { table, spec, invocation }: { table: Table; spec: Spec; invocation: Invocation },
): Promise<Labels | null> {
  const file = option(invocation, name);
  if (file === null) return null;
  const { readLabels, readTable, rowsByName } = await import("../../../link/index.ts");
  const labels = readLabels(
    readTable(readFile(file, name, invocation), file, { least: 1 }),
    rowsByName(table, spec.id),
    file,
  );
  const { unknown, undecided, contradictory } = labels.leftOut;
  // What is measured on labels says itself what was left out of them.
  if (name !== "labels" && unknown + undecided + contradictory > 0)
    invocation.effects.err(
      `custodes: ${file}: left out of --${name}: ${unknown} that name a row that is not there, ${undecided} that say neither 0 nor 1, ${contradictory} that contradict each other`,
    );
  return labels;
}

export interface Qualities {
  readonly quality: LabelQuality;
  /** Of all pairs; only where the labels stand in a sheet that `--sample` drew, because others are no sample of anything. */
  readonly stratified: StratifiedQuality | null;
}

/** What labels say: of the labelled pairs, and of all. */
export async function qualityOn(
  table: Table,
  result: LinkResult,
  invocation: Invocation,
): Promise<Qualities | null> {
  const labels = await labelsIn("labels", { table, spec: result.spec, invocation });
  if (labels === null) return null;
  const { labelQuality, strataOf, stratifiedQuality } = await import("../../../link/index.ts");
  const { pairs, clusters } = result;
  return {
    quality: labelQuality(labels, clusters.of),
    stratified: labels.sampled
      ? stratifiedQuality(strataOf(pairs, clusters.of), labels.pairs, clusters.of)
      : null,
  };
}
