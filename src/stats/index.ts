export { incompleteBeta } from "./beta.ts";
export * from "./distributions.ts";
export { incompleteGamma, logBeta, logChoose, logGamma } from "./gamma.ts";
