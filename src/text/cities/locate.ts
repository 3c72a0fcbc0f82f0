import type { Position } from "./distance.ts";
import { cityLines, isCitiesCountry, whenReplaced } from "./file.ts";
import { cityKey } from "./key.ts";

/** How exactly a place is known. */
export type Precision = "city" | "region" | "country";

/** A point for a named place: the town itself, or the middle of where the people of a region or country live. */
export interface Point extends Position {
  readonly precision: Precision;
  /** As the gazetteer names it; of a country, its code. */
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** The region that a town lies in; of a region its own name; empty where that is not known. */
  readonly region: string;
  /** Was only a part of the words found ("Kabul and provinces", "Karrada, Baghdad")? The place is then this one or more. */
  readonly partly?: true;
}

interface Section {
  readonly points: ReadonlyMap<string, Point>;
  readonly regions: ReadonlyMap<string, Point>;
  readonly middle: Point;
}

const kept = new Map<string, Section>();
whenReplaced(() => kept.clear());

/** Words that a name of a region has before or behind its own: "Oromia Region", "Estado de México". */
const REGION_WORDS =
  / (?:province|region|state|county|district|governorate|prefecture|department|division|oblast|republic|canton|territory|city|municipality|autonomous region)$/;

/** The Arabic article, which other languages leave out ("Al Hillah"). */
const ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|az) (?=.{3})/;

function sectionOf(country: string): Section {
  const known = kept.get(country);
  if (known) return known;
  const points = new Map<string, Point>();
  const regions = new Map<string, Point>();
  const names: string[] = [];
  const late: [string, Point][] = [];
  let [weight, lat, lon] = [0, 0, 0];
  for (const line of cityLines(country)) {
    const at = { lat: line.lat, lon: line.lon, country, name: line.name };
    if (line.region) {
      names.push(line.name);
      const point: Point = { ...at, precision: "region", region: line.name };
      for (const key of new Set([cityKey(line.name), bareRegion(line.name)]))
        if (!regions.has(key)) regions.set(key, point);
      continue;
    }
    const people = line.thousands + 1;
    [weight, lat, lon] = [weight + people, lat + people * line.lat, lon + people * line.lon];
    const point: Point = { ...at, precision: "city", region: names[line.within] ?? "" };
    const key = cityKey(line.name);
    if (!points.has(key)) points.set(key, point);
    if (ARTICLE.test(key)) late.push([key.replace(ARTICLE, ""), point]);
    for (const other of line.others) late.push([cityKey(other), point]);
  }
  // The usual names of all towns go before the other names of any.
  for (const [key, point] of late) if (!points.has(key)) points.set(key, point);
  const middle: Point = {
    lat: weight > 0 ? lat / weight : 0,
    lon: weight > 0 ? lon / weight : 0,
    precision: "country",
    name: country,
    country,
    region: "",
  };
  const section = { points, regions, middle };
  kept.set(country, section);
  return section;
}

const bareRegion = (name: string) => cityKey(name).replace(REGION_WORDS, "");

/** What stands beside a place in a field: "Salvador and 80+ towns", "Kabul and provinces", "greater Accra area". */
const AROUND =
  /\s+(?:and|&)\s+(?:\d|at least|other|border|more|its|the|towns|provinces|districts|surroundings).*$|\s+(?:area|metro|airport|city|metropolitan area)$|^(?:greater|metro|near|outside|central|downtown)\s+/gi;

/** The parts of a field that names one place or several, or a place and what it lies in. */
const partsOf = (text: string) =>
  text
    .split(/[;|/,()،、，；]|\s+(?:and|et|y|и)\s+/u)
    .map(part => part.trim())
    .filter(part => part !== "");

function inSection(text: string, country: string): Point | null {
  const { points, regions } = sectionOf(country);
  const find = (name: string) => {
    const key = cityKey(name);
    return key === "" ? undefined : (points.get(key) ?? regions.get(key) ?? regions.get(bareRegion(name)));
  };
  const whole = find(text);
  if (whole) return whole;
  const near = find(text.replace(AROUND, ""));
  return near ? { ...near, partly: true } : null;
}

/** A field of a record is no text; what is longer names no place. */
const LONGEST = 200;

/**
 * The point of a place that a field names in a country: the town, else the region, else null. Where several stand ("Karrada, Baghdad"), the first
 * that is known. An empty name is the country itself.
 */
export function locatePlace(text: string, country: string): Point | null {
  if (text.length > LONGEST) return null;
  if (text.trim() === "") return isCitiesCountry(country) ? sectionOf(country).middle : null;
  const whole = inSection(text, country);
  if (whole) return whole;
  for (const part of partsOf(text)) {
    const found = inSection(part, country);
    if (found) return { ...found, partly: true };
  }
  return null;
}

/** The middle of where the people of a country live; null for one without towns in the gazetteer. */
export const countryPoint = (country: string): Point | null =>
  isCitiesCountry(country) ? sectionOf(country).middle : null;
