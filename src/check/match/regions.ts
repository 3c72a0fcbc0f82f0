import { type IdiomName, idiom } from "../../text/index.ts";

/** Parts of the world by the word that English figures use, and the idioms that name them. */
const REGIONS = {
  africa: "africa",
  asia: "asia",
  europe: "europe",
  latin: "latinAmerica",
  pacific: "pacific",
  east: "middleEast",
} as const satisfies Readonly<Record<string, IdiomName>>;

/** Parts of the world that a text names. */
export const regionsIn = (text: string): string[] =>
  Object.entries(REGIONS).flatMap(([word, name]) => (idiom(name).test(text) ? [word] : []));
