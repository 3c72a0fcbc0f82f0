export { incompleteBeta } from "./beta.ts";
export * from "./distributions.ts";
export { autocovariance, fft } from "./fft.ts";
export { incompleteGamma, logBeta, logChoose, logGamma } from "./gamma.ts";
export * from "./mcmc.ts";
export { logFactorial, type Random, random } from "./random.ts";
