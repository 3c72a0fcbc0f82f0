import { citiesCountries, cityLines, whenReplaced } from "./file.ts";
import { cityKey, type Point } from "./locate.ts";

/** A large town, and whether its name can mean no other. */
export interface LargeCity {
  readonly point: Point;
  readonly thousands: number;
  /** Is no other large town of its name, or none with a tenth of its people? */
  readonly alone: boolean;
}

/** Thousands of people from which a town is known by its name without its country; capitals are whatever their size. */
const LARGE = 100;

let cities: Map<string, LargeCity[]> | null = null;
whenReplaced(() => {
  cities = null;
});

/** Large towns of the world by the keys of all their names; of one name, the largest first. */
export function largeCities(): ReadonlyMap<string, readonly LargeCity[]> {
  if (cities) return cities;
  cities = new Map();
  for (const country of citiesCountries())
    for (const { name, others, thousands, capital, lat, lon } of cityLines(country, { regions: false })) {
      // The capital stands first and the others by size: behind the first small one that is no capital none is large.
      if (thousands < LARGE && !capital) break;
      const point: Point = { lat, lon, precision: "city", name, country, region: "" };
      for (const key of new Set([name, ...others].map(cityKey))) {
        const list = cities.get(key);
        const city = { point, thousands, alone: true };
        if (list) list.push(city);
        else cities.set(key, [city]);
      }
    }
  for (const [key, list] of cities) if (list.length > 1) cities.set(key, ranked(list));
  return cities;
}

const ranked = (list: readonly LargeCity[]): LargeCity[] =>
  [...list]
    .sort((a, b) => b.thousands - a.thousands || (a.point.country < b.point.country ? -1 : 1))
    .map((city, at, all) => ({ ...city, alone: at === 0 && 10 * all[1]!.thousands <= city.thousands }));

/** The point of a large town whose country is not told; null where none has the name, or two large ones in different countries. */
export function locateAnywhere(name: string): Point | null {
  const found = largeCities().get(cityKey(name)) ?? [];
  const best = found[0];
  if (!best) return null;
  return best.alone || found.every(({ point }) => point.country === best.point.country) ? best.point : null;
}
