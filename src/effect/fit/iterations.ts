/** Relative change of the deviance at which the iterations of a generalised linear model end. */
export const CONVERGED = 1e-13;
/** Weight of the largest move of the linear predictor beside the change of the deviance: ends below 1e-10. */
export const SETTLED = 1e-3;
export const MOST_ITERATIONS = 60;
/** Tolerance of the fixed-effects solve while the deviance still moves. */
export const COARSE = 1e-5;
