/**
 * Towns and regions of the world with their coordinates, from GeoNames (CC BY 4.0): `assets/cities.tsv`, written by
 * `scripts/make-cities.mjs`. A section a country, opened by `#` and its code; in it regions, opened by `@`, then towns, the capital first and
 * the others by population, so that whoever wants the large ones stops early.
 */

/** The files by their name, as far as they are needed. */
const files = new Map<string, string>();
let sections: Map<string, readonly [from: number, to: number]> | null = null;

export type CityFile = "cities.tsv" | "city-names.tsv";

/**
 * Gives the texts of `assets/cities.tsv` and `assets/city-names.tsv` where they cannot be read from the package (a browser); an empty text is no
 * gazetteer, null those of the package again. Node reads them when a place is first looked for.
 */
export function provideCities(texts: Readonly<Record<CityFile, string>> | null): void {
  files.clear();
  for (const [name, text] of Object.entries(texts ?? {})) files.set(name, text);
  sections = null;
  for (const forget of kept) forget();
}

const kept: (() => void)[] = [];

/** Registers how to forget what was made from the file, for when another is given. */
export const whenReplaced = (forget: () => void): number => kept.push(forget);

/** A file of the gazetteer; empty where there is none to read. */
export function asset(name: CityFile): string {
  const known = files.get(name);
  if (known !== undefined) return known;
  const text = read(name, "utf8");
  files.set(name, text);
  return text;
}

/** The same with each of its bytes as a character, in which ASCII stands as it is and other text behind it: read in a third of the time. */
export const assetBytes = (name: CityFile): string => files.get(name) ?? read(name, "latin1");

function read(name: CityFile, encoding: "utf8" | "latin1"): string {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  return fs ? fs.readFileSync(new URL(`../../../assets/${name}`, import.meta.url), encoding) : "";
}

const fileText = () => asset("cities.tsv");

function sectionsOf(text: string): Map<string, readonly [number, number]> {
  if (sections) return sections;
  sections = new Map();
  for (let at = text.startsWith("#") ? 0 : -1; at >= 0; ) {
    const next = text.indexOf("\n#", at);
    const body = text.indexOf("\n", at) + 1;
    sections.set(text.slice(at + 1, body - 1), [body, next < 0 ? text.length : next + 1]);
    at = next < 0 ? -1 : next + 1;
  }
  return sections;
}

/** Countries of the gazetteer, by alpha-3 code. */
export const citiesCountries = (): Iterable<string> => sectionsOf(fileText()).keys();

/** Has the gazetteer towns of a country? */
export const isCitiesCountry = (country: string): boolean => sectionsOf(fileText()).has(country);

/** A line of a section: a region, or a town with its population in thousands, the place of its region, and its names beside the first. */
export interface CityLine {
  readonly region: boolean;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly thousands: number;
  readonly capital: boolean;
  /** Place of its region among the regions of the section; -1 where that is not known. */
  readonly within: number;
  readonly others: readonly string[];
}

/** The lines of a country's section, in the order of the file; regions can be passed over, and whoever has enough stops. */
export function* cityLines(country: string, { regions = true } = {}): Generator<CityLine> {
  const text = fileText();
  const [from, to] = sectionsOf(text).get(country) ?? [0, 0];
  for (let at = from; at < to; ) {
    const end = text.indexOf("\n", at);
    if (regions || text[at] !== "@") yield readLine(text.slice(at, end));
    at = end + 1;
  }
}

function readLine(line: string): CityLine {
  const [first = "", lat, lon, size = "0", within = "", others = ""] = line.split("\t");
  const region = first.startsWith("@");
  const capital = size.startsWith("*");
  return {
    region,
    name: region ? first.slice(1) : first,
    lat: Number(lat),
    lon: Number(lon),
    thousands: Number(capital ? size.slice(1) : size),
    capital,
    within: within === "" ? -1 : Number(within),
    others: others === "" ? [] : others.split(";"),
  };
}
