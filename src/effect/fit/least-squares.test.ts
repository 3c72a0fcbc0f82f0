import { expect, test } from "vitest";
import { choleskyInverse, orderedCholesky } from "../../stats/linalg.ts";
import { seededRandom } from "../random.ts";
import { gramOf, innerProduct } from "./products.ts";

const random = seededRandom(5);
const columnsOf = (count: number, rows: number) =>
  Array.from({ length: count }, () => Float64Array.from({ length: rows }, () => random() - 0.5));

test.each([
  [33, 700, false],
  [34, 256, true],
  [41, 1000, true],
])("products of %i columns by blocks are those of the plain sums (%i rows)", (k, rows, weighted) => {
  const columns = columnsOf(k, rows);
  const weights = weighted ? Float64Array.from({ length: rows }, () => 0.2 + random()) : null;
  const gram = gramOf(columns, weights);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++)
      expect(gram[i * k + j]).toBeCloseTo(innerProduct(columns[i]!, columns[j]!, weights), 10);
});

test("the inverse of a factor times the matrix is the identity, and left-out columns stay zero", () => {
  const columns = columnsOf(12, 60);
  columns[7] = columns[2]!.map((value, row) => value + columns[4]![row]!);
  const gram = gramOf(columns, null);
  const { factor, kept } = orderedCholesky(gram, { tolerance: 1e-10 });
  expect(kept[7]).toBe(0);
  const inverse = choleskyInverse(factor);
  for (let i = 0; i < 12; i++)
    for (let j = 0; j < 12; j++) {
      let sum = 0;
      for (let k = 0; k < 12; k++) if (k !== 7) sum += inverse[i * 12 + k]! * gram[k * 12 + j]!;
      if (i === 7 || j === 7) expect(inverse[i * 12 + j]).toBe(0);
      else expect(sum).toBeCloseTo(Number(i === j), 8);
    }
});
