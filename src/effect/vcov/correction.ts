import { UserError } from "../../codebook/errors.ts";

/** Small-sample corrections, named as fixest's `ssc()` names them. */
export interface Correction {
  /** `K.adj`: multiply by (n - 1)/(n - K). Default true. */
  readonly adjustK: boolean;
  /** `K.fixef`: which levels count in K: those not nested in a cluster (default), all, or none. */
  readonly countEffects: "nonnested" | "full" | "none";
  /** `K.exact`: count the rank of the dummies instead of their number. Default false. */
  readonly exactK: boolean;
  /** `G.adj`: multiply by G/(G - 1). Default true. */
  readonly adjustG: boolean;
  /** `G.df`: with several ways, one factor of the smallest G (default) or each part its own. */
  readonly clusterDf: "min" | "conventional";
  /** `t.df`: G - 1 degrees of freedom of the smallest G (default) or n - K. */
  readonly tDf: "min" | "conventional";
}

export const DEFAULT_CORRECTION: Correction = {
  adjustK: true,
  countEffects: "nonnested",
  exactK: false,
  adjustG: true,
  clusterDf: "min",
  tDf: "min",
};

const KEYS: Readonly<Record<string, (value: string) => Partial<Correction> | null>> = {
  "k.adj": value => switched(value, on => ({ adjustK: on })),
  "k.fixef": value =>
    value === "nonnested" || value === "full" || value === "none" ? { countEffects: value } : null,
  "k.exact": value => switched(value, on => ({ exactK: on })),
  "g.adj": value => switched(value, on => ({ adjustG: on })),
  "g.df": value => (value === "min" || value === "conventional" ? { clusterDf: value } : null),
  "t.df": value => (value === "min" || value === "conventional" ? { tDf: value } : null),
};

function switched(value: string, make: (on: boolean) => Partial<Correction>): Partial<Correction> | null {
  return value === "true" || value === "false" ? make(value === "true") : null;
}

/** Reads `none`, or settings such as `K.fixef=full,G.adj=false,t.df=conventional`; what is not named keeps its default. */
export function parseCorrection(text: string | undefined): Correction {
  if (text === undefined || text.trim() === "" || text === "default") return DEFAULT_CORRECTION;
  if (text.trim() === "none") return { ...DEFAULT_CORRECTION, adjustK: false, adjustG: false };
  const changes = text.split(",").map(setting => {
    const [key = "", value = ""] = setting.split("=").map(part => part.trim().toLowerCase());
    const change = KEYS[key]?.(value) ?? null;
    if (change === null) throw unreadable(setting.trim());
    return change;
  });
  return Object.assign({}, DEFAULT_CORRECTION, ...changes);
}

function unreadable(setting: string): UserError {
  return new UserError({
    code: "correction",
    column: "ssc",
    message: `cannot read "${setting}"`,
    expected:
      "none, or a list of K.adj=true|false, K.fixef=nonnested|full|none, K.exact=true|false, G.adj=true|false, " +
      "G.df=min|conventional, t.df=min|conventional",
    received: setting,
  });
}
