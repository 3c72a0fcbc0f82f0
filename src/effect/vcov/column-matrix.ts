/** Columns as one matrix by rows. */
export function columnMatrix(columns: readonly Float64Array[]): Float64Array {
  const k = columns.length;
  const n = columns[0]?.length ?? 0;
  const out = new Float64Array(n * k);
  for (let j = 0; j < k; j++) for (let row = 0; row < n; row++) out[row * k + j] = columns[j]![row]!;
  return out;
}
