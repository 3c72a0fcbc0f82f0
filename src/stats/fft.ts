/** Discrete Fourier transform in place, length a power of 2 (Cooley and Tukey 1965). `inverse` leaves the factor 1/n to the caller. */
export function fft(real: Float64Array, imaginary: Float64Array, { inverse = false } = {}): void {
  const n = real.length;
  reverseBits(real, imaginary);
  for (let size = 2; size <= n; size *= 2) {
    const angle = ((inverse ? 2 : -2) * Math.PI) / size;
    const half = size / 2;
    for (let k = 0; k < half; k++) {
      const cos = Math.cos(angle * k);
      const sin = Math.sin(angle * k);
      for (let at = k; at < n; at += size) {
        const re = real[at + half]! * cos - imaginary[at + half]! * sin;
        const im = real[at + half]! * sin + imaginary[at + half]! * cos;
        real[at + half] = real[at]! - re;
        imaginary[at + half] = imaginary[at]! - im;
        real[at] = real[at]! + re;
        imaginary[at] = imaginary[at]! + im;
      }
    }
  }
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
  const n = real.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [real[i], real[j]] = [real[j]!, real[i]!];
    [imaginary[i], imaginary[j]] = [imaginary[j]!, imaginary[i]!];
  }
}

/** Autocovariances of a series at lags 0 to n − 1, divided by n (the biased estimate), by way of the power spectrum. */
export function autocovariance(x: Float64Array): Float64Array {
  const n = x.length;
  let size = 1;
  while (size < 2 * n) size *= 2;
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  let mean = 0;
  for (let i = 0; i < n; i++) mean += x[i]!;
  mean /= n;
  for (let i = 0; i < n; i++) real[i] = x[i]! - mean;
  fft(real, imaginary);
  for (let i = 0; i < size; i++) {
    real[i] = real[i]! * real[i]! + imaginary[i]! * imaginary[i]!;
    imaginary[i] = 0;
  }
  fft(real, imaginary, { inverse: true });
  return Float64Array.from({ length: n }, (_, lag) => real[lag]! / size / n);
}
