import { count, pText, significant } from "./numbers.ts";

/** Names in words of what a fit is measured by. */
const MEASURES: Readonly<Record<string, string>> = {
  rmse: "RMSE",
  ssr: "sum of squared residuals",
  r2: "R²",
  ar2: "adjusted R²",
  wr2: "within R²",
  r2_second_stage: "R² of the second stage",
  ll: "log-likelihood",
  loglik: "log-likelihood",
  pseudo_r2: "pseudo R²",
  bic: "BIC",
  se_theta: "std. error of theta",
};

/** Of what can be tested. With several endogenous regressors the name of one follows that of its test. */
const TESTS: Readonly<Record<string, string>> = {
  wu_hausman: "Wu-Hausman",
  sargan: "Sargan",
  first_stage_F: "first stage F",
  first_stage_wald: "first stage Wald F",
  effective_F: "effective F",
};

/** Measures in one line, tests with their p values in another. */
export function statisticsLines(fit: Readonly<Record<string, number>>): string[] {
  const measures: string[] = [];
  const tests: string[] = [];
  for (const [name, value] of Object.entries(fit)) {
    const test = Object.keys(TESTS).find(key => name === key || name.startsWith(`${key}_`));
    if (test === undefined) measures.push(`${MEASURES[name] ?? name} ${numberText(value)}`);
    else if (!isP(name, test)) tests.push(testText(fit, name, test));
  }
  return [measures.join(", "), ...(tests.length > 0 ? [`Tests: ${tests.join(", ")}`] : [])];
}

const isP = (name: string, test: string) => name === `${test}_p` || name.startsWith(`${test}_p_`);

function testText(fit: Readonly<Record<string, number>>, name: string, test: string): string {
  const of = name.slice(test.length);
  const p = fit[`${test}_p${of}`];
  const value = `${TESTS[test]}${of.replace(/^_/, " of ")} ${numberText(fit[name]!)}`;
  return p === undefined || Number.isNaN(p) ? value : `${value} (p ${pText(p)})`;
}

/** Above this a whole number is one by chance: its last digits are rounding. */
const LARGEST_COUNT = 1e9;

const numberText = (value: number) =>
  Number.isInteger(value) && Math.abs(value) <= LARGEST_COUNT ? count(value) : significant(value, 5);
