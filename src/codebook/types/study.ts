import type { Labels } from "./labels.ts";

/** A column of a panel that is read from a series. */
export interface PanelSeries {
  readonly label: Labels;
  /** Id of a declared series. */
  readonly series: string;
  readonly take: "value" | "class";
  /** Year at which it is fixed for each country; else it is that of the row. */
  readonly at?: number | undefined;
  /** Classes joined under new names. */
  readonly groups?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** Columns of a panel that are made from records: `NAME` (0, then 1), `NAME_first` (year) and `NAME_count` (records up to the year). */
export interface PanelTreatment {
  readonly label: Labels;
  /** Portable SQL over the wide views, one row a record and country: `record`, `country`, `year` (null without a date). */
  readonly sql: string;
  /** Countries with records of which none is dated: left out of the panel, or taken as untreated. */
  readonly undated: "exclude" | "untreated";
}

/** A country-year panel, declared; the query that builds it is made from this. */
export interface PanelDeclaration {
  readonly from: number;
  readonly to: number;
  readonly series: Readonly<Record<string, PanelSeries>>;
  readonly treatments: Readonly<Record<string, PanelTreatment>>;
}

/** Estimators of staggered adoption on one outcome and one treatment of a panel. */
export interface StudyStaggered {
  readonly label: Labels;
  readonly text?: string | undefined;
  readonly outcome: string;
  readonly treatment: string;
  readonly covariates: readonly string[];
  readonly subset?: string | undefined;
  readonly controls: "never" | "notyet";
  /** First and last period around treatment that is drawn and judged. */
  readonly window: readonly [number, number];
}

/** Regressions side by side on a panel. */
export interface StudyTable {
  readonly label: Labels;
  readonly text?: string | undefined;
  readonly vcov: string;
  readonly models: readonly {
    readonly heading: string;
    readonly formula: string;
    readonly method: "ols" | "poisson" | "logit" | "probit" | "negbin";
    readonly subset?: string | undefined;
  }[];
  readonly scatter?:
    | { readonly x: string; readonly y: string; readonly subset?: string | undefined }
    | undefined;
}

/** A worked study: a question, the panel that bears on it, what is estimated, and what that can and cannot show. */
export interface StudyDeclaration {
  readonly id: string;
  readonly label: Labels;
  readonly question: string;
  readonly panel: PanelDeclaration;
  readonly staggered: Readonly<Record<string, StudyStaggered>>;
  readonly tables: Readonly<Record<string, StudyTable>>;
  readonly shows: readonly string[];
  readonly cannot: readonly string[];
  readonly wanted: readonly string[];
}
