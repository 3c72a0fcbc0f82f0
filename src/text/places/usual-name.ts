import { cityKey } from "../cities/key.ts";
import { locatePlace } from "../cities/locate.ts";
import { listOf } from "../pack/lists.ts";
import { gazetteerOf } from "./gazetteer.ts";
import { placePacks } from "./packs/index.ts";

/**
 * A town or region as the gazetteer calls it, so that texts in all languages give one name, also where the text inflects it ("в Новосибирске"); as
 * the text writes it where it is not known.
 */
export function usualPlaceName(text: string, country: string, language: string): string {
  const inflected = gazetteerOf(language).variants?.(text.toLowerCase()) ?? [];
  for (const name of [text, ...inflected]) {
    const point = locatePlace(name, country);
    if (point && !point.partly && point.precision !== "country") return point.name;
  }
  return capitalCalled([text, ...inflected], country, language) ?? text;
}

/** The capital of a country as English calls it, where one of the names is the first that another language has for it ("Moscou", "Moscow"). */
function capitalCalled(names: readonly string[], country: string, language: string): string | null {
  const called = (code: string) => listOf(placePacks[code]?.capitals[country])[0];
  const own = called(language);
  const usual = called("en");
  if (own === undefined || usual === undefined) return null;
  return names.some(name => cityKey(name) === cityKey(own)) ? usual : null;
}
