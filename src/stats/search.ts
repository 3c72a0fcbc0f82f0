const GOLDEN = (3 - Math.sqrt(5)) / 2;

/** Where a function of one variable is greatest between two points, by Brent's method (1973) without derivatives; it must have one peak. */
export function findMaximum(
  f: (x: number) => number,
  { low, high, tolerance = 1e-9 }: { low: number; high: number; tolerance?: number },
): number {
  let [a, b] = [low, high];
  let x = a + GOLDEN * (b - a);
  let [w, v] = [x, x];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let step = 0;
  let before = 0;
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2;
    const near = tolerance * (Math.abs(x) + 1);
    if (Math.abs(x - middle) <= 2 * near - (b - a) / 2) break;
    let parabolic = false;
    if (Math.abs(before) > near) {
      const r = (x - w) * (fx - fv);
      let q = (x - v) * (fx - fw);
      let p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      q = Math.abs(q);
      if (Math.abs(p) < Math.abs(0.5 * q * before) && p > q * (a - x) && p < q * (b - x)) {
        before = step;
        step = p / q;
        parabolic = true;
      }
    }
    if (!parabolic) {
      before = x < middle ? b - x : a - x;
      step = GOLDEN * before;
    }
    const u = x + (Math.abs(step) >= near ? step : step > 0 ? near : -near);
    const fu = f(u);
    if (fu >= fx) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
      continue;
    }
    if (u < x) a = u;
    else b = u;
    if (fu >= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
    else if (fu >= fv || v === x || v === w) [v, fv] = [u, fu];
  }
  return x;
}

/** Root of a continuous function between two points where its signs differ: bisection with secant steps inside the bracket (ITP, Oliveira and Takahashi 2020). */
export function findRoot(
  f: (x: number) => number,
  { low, high, tolerance = 1e-10 }: { low: number; high: number; tolerance?: number },
): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  const near = tolerance * (Math.abs(a) + Math.abs(b) + 1);
  const allowed = Math.ceil(Math.log2((b - a) / (2 * near))) + 1;
  for (let i = 0; b - a > 2 * near && i < 200; i++) {
    const middle = (a + b) / 2;
    const radius = Math.max(0, near * 2 ** (allowed - i) - (b - a) / 2);
    const delta = (0.2 / (high - low)) * (b - a) ** 2;
    const falsi = (fb * a - fa * b) / (fb - fa);
    const side = Math.sign(middle - falsi);
    const towards = delta <= Math.abs(middle - falsi) ? falsi + side * delta : middle;
    const x = Math.abs(towards - middle) <= radius ? towards : middle - side * radius;
    const fx = f(x);
    if (fx === 0) return x;
    if (fx > 0 === fb > 0) [b, fb] = [x, fx];
    else [a, fa] = [x, fx];
  }
  return (a + b) / 2;
}
