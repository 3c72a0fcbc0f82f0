import type { CaptureTable } from "../table/table.ts";
import type { Model } from "./models.ts";
import { LoglinearFitter } from "./poisson-fit.ts";
import { type Profile, profileInterval } from "./profile.ts";

/** Profile likelihood interval of a log-linear model; null where the model cannot be fitted to the table. */
export function profileModel(
  table: CaptureTable,
  { terms }: Model,
  { level = 0.95, dropped }: { level?: number; dropped?: Uint8Array } = {},
): Profile | null {
  const fitter = new LoglinearFitter(table.lists.length);
  const start = fitter.fit(terms, table.counts, { dropped });
  if (!start.converged) return null;
  const completed = (unseen: number) => {
    const { mu } = fitter.fit(terms, table.counts, { dropped, unseen });
    // e^0 where nothing is unseen: 0 log 0 is 0, whatever the fitted count.
    let sum = unseen > 0 ? unseen * Math.log(mu[0]!) : 0;
    for (let cell = 1; cell < mu.length; cell++)
      if (table.counts[cell]! > 0) sum += table.counts[cell]! * Math.log(mu[cell]!);
    return sum;
  };
  return profileInterval(table.observed, completed, { level, around: start.mu[0]! });
}
