/** Sum of the weights of rows. */
export function sumOfWeights(weights: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < weights.length; row++) sum += weights[row]!;
  return sum;
}

/** Products within these bounds can take one more factor within them. */
const [LEAST, MOST] = [1e-150, 1e150];

/** Sum of the logarithms of the weights of rows, which are positive: of few, since most weights are multiplied first. */
export function sumOfLogWeights(weights: Float64Array): number {
  let sum = 0;
  let product = 1;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    if (!(weight > LEAST && weight < MOST)) {
      sum += Math.log(weight);
      continue;
    }
    product *= weight;
    if (product > LEAST && product < MOST) continue;
    sum += Math.log(product);
    product = 1;
  }
  return sum + Math.log(product);
}
