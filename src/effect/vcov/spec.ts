import { UserError } from "../../codebook/errors.ts";

/** How the variance of the estimates is computed. There is no default: whoever estimates must choose. */
export type VcovSpec =
  /** Independent errors of equal variance. */
  | { readonly kind: "iid" }
  /** Heteroskedasticity-consistent; `variant` 0 to 5 as in the R package sandwich. */
  | { readonly kind: "hc"; readonly variant: 0 | 1 | 2 | 3 | 4 | 5 }
  /** Errors related within clusters, in one or more ways. `a^b` clusters by combinations. */
  | { readonly kind: "cluster"; readonly by: readonly string[] }
  /** One way of clusters, adjusted for few of them, with degrees of freedom of each coefficient's own. */
  | { readonly kind: "few"; readonly variant: "CR0" | "CR1" | "CR1S" | "CR2" | "CR3"; readonly by: string }
  /** Newey-West within units over time; `lag` null: the integer part of T^(1/4). */
  | {
      readonly kind: "nw";
      readonly lag: number | null;
      readonly unit?: string;
      readonly time?: string;
      /** Lags are differences of times; default: periods are numbered by the times that occur, as fixest does. */
      readonly calendar?: boolean;
    }
  /** Driscoll-Kraay over time. */
  | { readonly kind: "dk"; readonly lag: number | null; readonly time?: string; readonly calendar?: boolean }
  /** Conley: all pairs of rows within `cutoff` kilometres, with a uniform kernel. */
  | {
      readonly kind: "conley";
      readonly cutoff: number;
      readonly latitude: string;
      readonly longitude: string;
    };

/** What a user may write, with what it means; shown when the choice is missing or cannot be read. */
export const VCOV_CHOICES: readonly (readonly [string, string])[] = [
  ["iid", "independent errors of equal variance"],
  ["hc1", "unequal variances (hc0 to hc5; hetero is hc1)"],
  ["cluster:country", "errors related within countries"],
  ["cluster:country+year", "related within countries and within years"],
  ["cr2:country", "clusters that are few: bias-reduced (cr3: like the jackknife), own degrees of freedom"],
  ["nw:2", "Newey-West, 2 lags within the panel's units (nw: lag chosen from the number of periods)"],
  ["dk:2", "Driscoll-Kraay, 2 lags over the panel's times"],
  ["conley:200:lat+lon", "related within 200 km, from the columns lat and lon"],
];

const listChoices = () => VCOV_CHOICES.map(([text, meaning]) => `\n  ${text.padEnd(22)}${meaning}`).join("");

/** The error for a missing choice. */
export function vcovRequired(): UserError {
  return new UserError({
    code: "vcov-required",
    column: "vcov",
    message: "choose how the standard errors are computed; nothing is assumed",
    expected: `one of:${listChoices()}\n`,
  });
}

/**
 * Reads `iid`, `hc1`, `cluster:a+b`, `nw:2`, `nw:2:unit+time`, `dk:2:time`, `conley:200:lat+lon`. `:calendar` after a
 * lag counts missing times as gaps.
 */
export function parseVcov(text: string | undefined | null): VcovSpec {
  if (text === undefined || text === null || text.trim() === "") throw vcovRequired();
  const [head = "", ...rest] = text.trim().split(":");
  const kind = head.toLowerCase();
  if (kind === "iid" && rest.length === 0) return { kind: "iid" };
  if (kind === "hetero" && rest.length === 0) return { kind: "hc", variant: 1 };
  if (/^hc[0-5]$/.test(kind) && rest.length === 0) return { kind: "hc", variant: Number(kind[2]) as 0 };
  if (kind === "cluster") {
    const by = namesIn(rest.join(":"));
    if (by.length > 0) return { kind: "cluster", by };
  }
  if (/^cr([0-3]|1s)$/.test(kind)) {
    const by = rest.join(":").trim();
    if (by !== "" && !by.includes("+")) return { kind: "few", variant: kind.toUpperCase() as "CR2", by };
  }
  if (kind === "nw" || kind === "dk") {
    const lag = lagOf(rest[0]);
    const calendar = rest.at(-1) === "calendar" ? { calendar: true } : {};
    const names = namesIn(
      rest
        .slice(1)
        .filter(part => part !== "calendar")
        .join(":"),
    );
    if (lag !== undefined && kind === "nw" && names.length % 2 === 0 && names.length <= 2) {
      return { kind, lag, ...(names.length === 2 ? { unit: names[0]!, time: names[1]! } : {}), ...calendar };
    }
    if (lag !== undefined && kind === "dk" && names.length <= 1) {
      return { kind, lag, ...(names.length === 1 ? { time: names[0]! } : {}), ...calendar };
    }
  }
  if (kind === "conley") {
    const cutoff = Number(rest[0]?.replace(/km$/, ""));
    const [latitude, longitude] = namesIn(rest[1] ?? "lat+lon");
    if (cutoff > 0 && latitude && longitude) return { kind, cutoff, latitude, longitude };
  }
  throw new UserError({
    code: "vcov",
    column: "vcov",
    message: `"${text}" is no kind of standard errors${otherwise(text.trim())}`,
    expected: `one of:${listChoices()}\n`,
    received: text,
  });
}

/** What somebody means who writes as in R or Stata. */
function otherwise(text: string): string {
  if (/^(robust|white)$/i.test(text)) return "; errors with unequal variances are hc1";
  if (/^(twoway|two-way)\b/i.test(text)) return "; two ways of clusters are cluster:country+year";
  const [, , by = ""] = /^(cluster|cl)?\W*([\w.]*)\W*$/i.exec(text.replace(/^~/, "cluster ")) ?? [];
  if (/^(cluster|cl|~)/i.test(text))
    return `; clusters are named behind a colon: cluster:${by === "" ? "country" : by}`;
  return "";
}

const namesIn = (text: string): string[] =>
  text
    .split("+")
    .map(name => name.trim())
    .filter(name => name !== "");

/** undefined: not a lag; null: to be chosen. */
function lagOf(text: string | undefined): number | null | undefined {
  if (text === undefined || text === "") return null;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

const lagsOf = (lag: number): string => `${lag} ${lag === 1 ? "lag" : "lags"}`;

/** The short form of a specification: what the terminal and the contract show. */
export function vcovName(spec: VcovSpec): string {
  switch (spec.kind) {
    case "iid":
      return "iid";
    case "hc":
      return `HC${spec.variant}`;
    case "cluster":
      return `cluster: ${spec.by.join(" and ")}`;
    case "few":
      return `${spec.variant}, cluster: ${spec.by}`;
    case "nw":
      return `Newey-West, ${spec.lag === null ? "lag by T^(1/4)" : lagsOf(spec.lag)}`;
    case "dk":
      return `Driscoll-Kraay, ${spec.lag === null ? "lag by T^(1/4)" : lagsOf(spec.lag)}`;
    case "conley":
      return `Conley, ${spec.cutoff} km`;
  }
}

/** The columns that a specification reads, so that rows without them can be left out and counted. */
export function vcovColumns(spec: VcovSpec): string[] {
  if (spec.kind === "cluster") return [...new Set(spec.by.flatMap(name => name.split("^")))];
  if (spec.kind === "few") return [...new Set(spec.by.split("^"))];
  if (spec.kind === "conley") return [spec.latitude, spec.longitude];
  if (spec.kind === "nw") return [spec.unit, spec.time].filter(name => name !== undefined);
  if (spec.kind === "dk") return spec.time === undefined ? [] : [spec.time];
  return [];
}
