import type { PlaceMention } from "../types.ts";
import { countryPoint, locatePlace, type Point } from "./locate.ts";

/**
 * Where a place lies that a text names: a town or region, or for a country the middle of where its people live. An inflected name that the gazetteer does not know is
 * known by its country alone.
 */
export function pointOf({ text, country, form }: PlaceMention): Point | null {
  const town = form === "place" || form === "capital" ? locatePlace(text, country) : null;
  return town ?? countryPoint(country);
}
