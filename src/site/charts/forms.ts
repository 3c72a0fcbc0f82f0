import { CHART_FORMS, type ChartForm } from "../../codebook/index.ts";
import { type Cut, isYear, yearIndex } from "./cut.ts";

/** The forms that a cut can be drawn in; a codebook names one as the default of an indicator. */
export const FORMS = CHART_FORMS;
export type Form = ChartForm;

const dated = (cut: Cut): Set<string> =>
  new Set(cut.cells.map(cell => cell.codes[yearIndex(cut)] ?? "").filter(isYear));

/** Why a cut cannot be drawn in a form, in words; null where it can. */
export function misfit(cut: Cut, form: Form): string | null {
  const { dimensions } = cut;
  const year = yearIndex(cut);
  const others = dimensions.length - (year < 0 ? 0 : 1);
  switch (form) {
    case "dot":
    case "bar":
      return null;
    case "map":
      return dimensions.length === 1 && dimensions[0]!.domain === "country"
        ? null
        : "a map needs one dimension, a country";
    case "line":
      if (year < 0 || others > 0) return "a line needs one dimension, a year";
      return dated(cut).size > 1 ? null : "a line needs two years or more";
    case "multiples":
      return dimensions.length > 1 ? null : "small multiples need two dimensions or more";
    case "slope":
    case "bump":
      if (year < 0 || others === 0) return `a ${form} chart needs a year and another dimension`;
      return dated(cut).size > 1 ? null : `a ${form} chart needs two years or more`;
    case "events":
      if (year < 0 || others === 0) return "a time line of events needs a year and another dimension";
      return dated(cut).size > 0 ? null : "nothing in it has a year";
  }
}

/** So many countries are found faster on a map than in rows. */
const MANY = 10;

/**
 * The form that is drawn when nobody asks for one. `declared` is the codebook's, where the cut is the one it was declared for; another
 * cut, or a form that does not fit, takes the nearest: countries on a map, years on a line, years of several things in panels,
 * else rows.
 */
export function formFor(cut: Cut, declared: Form | null): Form {
  const fits = (form: Form) => misfit(cut, form) === null;
  if (declared !== null && fits(declared)) return declared;
  if (cut.cells.length > MANY && fits("map")) return "map";
  if (fits("line")) return "line";
  if (fits("multiples") && dated(cut).size > 1) return "multiples";
  return cut.counts ? "bar" : "dot";
}
