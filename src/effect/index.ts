export type { EffectTerm, Formula, Term } from "./formula/formula.ts";
export { parseFormula } from "./formula/formula.ts";
