import { UserError } from "../../codebook/errors.ts";
import type { Random } from "../random.ts";

/** Distribution of the draws, one a cluster. */
export type WildWeights = "rademacher" | "webb" | "mammen";

interface DrawOptions {
  readonly weights?: WildWeights;
  readonly draws?: number;
  readonly random?: Random;
}

/** Draws of the bootstrap. */
export interface Draws {
  readonly count: number;
  readonly enumerated: boolean;
  /** Draw `d` of cluster `g` at `d * G + g`. */
  readonly values: Float64Array;
}

/** Draws for so many clusters; all there are of signs, where those are few. */
export function drawsOf(G: number, { weights = "rademacher", draws = 9999, random }: DrawOptions): Draws {
  if (weights === "rademacher" && G <= 25 && 2 ** G <= Math.max(draws, 1024)) return allSigns(G);
  if (random === undefined) {
    throw new UserError({
      code: "random",
      message: "random draws need a seed",
      hint: "give a seed (--seed 1)",
    });
  }
  const values = Float64Array.from({ length: draws * G }, () => DRAW[weights](random()));
  return { count: draws, enumerated: false, values };
}

const WEBB = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];
const ROOT5 = Math.sqrt(5);

const DRAW: Readonly<Record<WildWeights, (uniform: number) => number>> = {
  rademacher: uniform => (uniform < 0.5 ? -1 : 1),
  webb: uniform => WEBB[Math.min(5, Math.floor(6 * uniform))]!,
  mammen: uniform => (uniform < (ROOT5 + 1) / (2 * ROOT5) ? (1 - ROOT5) / 2 : (1 + ROOT5) / 2),
};

function allSigns(G: number): Draws {
  const count = 2 ** G;
  const values = new Float64Array(count * G);
  for (let draw = 0; draw < count; draw++)
    for (let g = 0; g < G; g++) values[draw * G + g] = (draw >> g) & 1 ? 1 : -1;
  return { count, enumerated: true, values };
}
