const INV_SQRT_2PI = 0.3989422804014327;

/** Standard normal density. */
export function normalPdf(x: number): number {
  return INV_SQRT_2PI * Math.exp(-0.5 * x * x);
}

/** P(Z <= x) for a standard normal Z. */
export function normalCdf(x: number): number {
  return normalSf(-x);
}

/** P(Z > x), accurate in the far tail. */
export function normalSf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 2) return x > 39 ? 0 : normalPdf(x) * millsRatio(x);
  if (x < -2) return 1 - normalSf(-x);
  return 0.5 - normalPdf(x) * oddSeries(x);
}

/** Σ x^(2k+1) / (1 · 3 ... (2k + 1)), Marsaglia (2004), "Evaluating the normal distribution". */
function oddSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return sum;
}

/** (1 − Φ(x))/φ(x) for x > 2 by the continued fraction of Laplace (DLMF 7.9.1), evaluated from the far end. */
function millsRatio(x: number): number {
  let tail = x;
  for (let k = Math.ceil(30 + 400 / (x * x)); k >= 1; k--) tail = x + k / tail;
  return 1 / tail;
}

/** Φ⁻¹(p): −∞ at 0, ∞ at 1, NaN outside. Wichura (1988), algorithm AS 241 (PPND16). */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, CENTRE);
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const x = r <= 5 ? ratio(r - 1.6, MIDDLE) : ratio(r - 5, FAR);
  return q < 0 ? -x : x;
}

function ratio(r: number, [top, bottom]: readonly [readonly number[], readonly number[]]): number {
  let a = 0;
  let b = 0;
  for (let i = 7; i >= 0; i--) {
    a = a * r + top[i]!;
    b = b * r + bottom[i]!;
  }
  return a / b;
}

const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
] as const;
const MIDDLE = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const FAR = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;
