import { packs } from "../pack/languages.ts";
import { listOf } from "../pack/lists.ts";

/** Names and short forms of months and weekdays in all languages with a pack, as the packs write them. */
export const calendarNames = (): string[] =>
  Object.values(packs).flatMap(({ dates }) => [...dates.months, ...dates.weekdays].flatMap(listOf));
