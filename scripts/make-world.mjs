// Writes src/site/maps/world.data.ts: the world in Equal Earth projection as SVG paths of whole units, from Natural Earth
// (world-atlas, public domain). Countries too small for the 1:110m shapes get a point, so that the Pacific is seen.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const root = fileURLToPath(new URL("..", import.meta.url));
const { countries } = await import(new URL("../dist/text/places/countries.js", import.meta.url).href);
const codeOfNumber = new Map(countries.map(country => [country.numeric, country.code]));
// Natural Earth gives these no ISO number; they are drawn as land, and Kosovo by its user-assigned code.
const codeOfName = new Map([["Kosovo", "XKX"]]);
// Not countries of Natural Earth's 1:50m data: longitude and latitude of the chief town.
const missingPoints = new Map(
  Object.entries({
    BES: [-68.27, 12.15],
    CCK: [96.83, -12.17],
    CXR: [105.68, -10.42],
    GIB: [-5.35, 36.14],
    GLP: [-61.73, 16.0],
    GUF: [-52.33, 4.92],
    MTQ: [-61.06, 14.6],
    MYT: [45.23, -12.78],
    REU: [55.45, -20.88],
    SJM: [15.63, 78.22],
    TKL: [-171.8, -9.2],
    TUV: [179.2, -8.52],
  }),
);
const smallerThan = 0.0008; // steradians, about 32,000 km2

const width = 1440;
const height = 701;
// Cut through the Bering Strait, so that no country is torn and the Pacific islands stand at the right-hand side.
const projection = geoEqualEarth().rotate([-11, 0]).fitSize([width, height], { type: "Sphere" });
const path = geoPath(projection).digits(0);
const load = scale => {
  const topology = JSON.parse(
    readFileSync(`${root}/node_modules/world-atlas/countries-${scale}.json`, "utf8"),
  );
  return feature(topology, topology.objects.countries).features;
};
const codeOf = country =>
  codeOfNumber.get(String(country.id ?? "").padStart(3, "0")) ??
  codeOfName.get(country.properties.name) ??
  "";

/** `M10,10L12,11Z` -> `M10 10l2 1z`, without points that fall on the one before. */
function relative(absolute) {
  return absolute
    .split("M")
    .filter(Boolean)
    .map(ring => {
      const points = ring
        .replace("Z", "")
        .split("L")
        .map(point => point.split(",").map(Number));
      const steps = points
        .slice(1)
        .map(([x, y], i) => [x - points[i][0], y - points[i][1]])
        .filter(([x, y]) => x || y);
      return steps.length < 2
        ? ""
        : `M${points[0].join(" ")}l${steps
            .map(step => step.join(" "))
            .join(" ")
            .replaceAll(" -", "-")}z`;
    })
    .join("");
}

const shapes = new Map();
let land = "";
for (const country of load("110m")) {
  const d = relative(path(country) ?? "");
  const code = codeOf(country);
  if (code === "ATA" || d === "") continue;
  if (code === "") land += d;
  else shapes.set(code, (shapes.get(code) ?? "") + d);
}
const points = new Map();
const place = (code, position) => points.set(code, projection(position).map(Math.round));
for (const country of load("50m")) {
  const code = codeOf(country);
  if (code && code !== "ATA" && (geoArea(country) < smallerThan || !shapes.has(code)))
    place(code, geoCentroid(country));
}
for (const [code, position] of missingPoints) if (!points.has(code)) place(code, position);

const sorted = map => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const text = `// Made by scripts/make-world.mjs from Natural Earth (public domain) through world-atlas; not edited by hand.

/** Size of the drawing that the paths below are written for. */
export const WORLD_SIZE = { width: ${width}, height: ${height} } as const;

/** The outline of the globe. */
export const WORLD_OUTLINE = "${relative(path({ type: "Sphere" }))}";

/** Land without an ISO 3166-1 code of its own. */
export const WORLD_LAND = "${land}";

/** Outline of each country by ISO 3166-1 alpha-3. */
export const WORLD_SHAPES: Readonly<Record<string, string>> = {
${sorted(shapes)
  .map(([code, d]) => `  ${code}: "${d}",`)
  .join("\n")}
};

/** Position of each country that is too small to be seen as a shape. */
export const WORLD_POINTS: Readonly<Record<string, readonly [number, number]>> = {
${sorted(points)
  .map(([code, [x, y]]) => `  ${code}: [${x}, ${y}],`)
  .join("\n")}
};
`;
writeFileSync(`${root}/src/site/maps/world.data.ts`, text);
console.log(`${shapes.size} shapes, ${points.size} points, ${text.length} characters`);
