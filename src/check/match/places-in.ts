import { readPlaces } from "../../text/index.ts";

type Places = readonly ReturnType<typeof readPlaces>[number][];

/** One rule after the other asks for the places of the same sentence; those of so many texts are remembered, and of no long one. */
const REMEMBERED = 1_000;
const LONG = 1_000;
const PLACES = new Map<string, Places>();

/** Places that a text names, by the words of a language. */
export function placesIn(text: string, language: string): Places {
  if (text.length > LONG) return readPlaces(text, { language });
  const key = `${language}|${text}`;
  const known = PLACES.get(key);
  if (known) return known;
  if (PLACES.size >= REMEMBERED) PLACES.clear();
  const places = readPlaces(text, { language });
  PLACES.set(key, places);
  return places;
}
