import type { PageTexts } from "../../../check/explain/page-types.ts";
import type { Amount } from "../../format.ts";

/** The words of a page in one language, with numbers, dates and names as that language writes them. */
export interface ArticleWords extends PageTexts {
  number(value: number): string;
  amount(amount: Amount): string;
  /** A number on an axis. */
  tick(value: number): string;
  /** A partial ISO date. */
  date(date: string): string;
  period(start: string | null, end: string | null): string;
  /** A period of evidence, as findings write it ("since 2018"). */
  label(period: string): string;
  /** A unit in the plural. */
  unit(unit: string): string;
  /** The name of whoever counted. */
  counter(name: string): string;
  languageName(code: string): string;
  measure(id: string): string;
}
