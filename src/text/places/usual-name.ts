import { locatePlace } from "../cities/locate.ts";
import { gazetteerOf } from "./gazetteer.ts";

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
  return text;
}
