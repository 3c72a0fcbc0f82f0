import { seededRandom } from "../../dist/effect/index.js";

/**
 * The panels of the published fixest benchmarks: 10 years a person, 23 persons a firm; firms drawn at random (`simple`)
 * or in turn, so that persons and firms form one long ring (`difficult`); `shuffled` is difficult with rows in no order. `count` is a Poisson outcome of
 * the same regressor and effects. Regressors after the first are noise.
 */
export function panel(rows, kind, { seed = 42, regressors = 1 } = {}) {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const persons = Math.round(rows / 10);
  const firms = Math.round(persons / 23);
  const effects = [persons, firms, 10].map(size => Float64Array.from({ length: size }, normal));
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  if (kind === "shuffled") {
    for (let i = rows - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
  }
  const columns = Object.fromEntries(
    ["id", "firm", "year", "x1", "y", "count"].map(name => [name, new Float64Array(rows)]),
  );
  for (let place = 0; place < rows; place++) {
    const row = order[place];
    const id = Math.floor(row / 10);
    const firm = kind === "simple" ? Math.floor(random() * firms) : row % firms;
    const year = row % 10;
    const x1 = normal();
    columns.id[place] = id;
    columns.firm[place] = firm;
    columns.year[place] = year;
    columns.x1[place] = x1;
    const mean = Math.exp((x1 + effects[0][id] + effects[1][firm] + effects[2][year]) / 3);
    columns.count[place] = poisson(mean, random);
    columns.y[place] = x1 + effects[0][id] + effects[1][firm] + effects[2][year] + normal();
  }
  for (let j = 2; j <= regressors; j++) columns[`x${j}`] = Float64Array.from({ length: rows }, normal);
  return columns;
}

/** A Poisson draw by multiplication (Knuth 1969, section 3.4.1); means here are small. */
function poisson(mean, random) {
  const end = Math.exp(-mean);
  let product = random();
  let count = 0;
  for (; product > end; count++) product *= random();
  return count;
}
