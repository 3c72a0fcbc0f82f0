import { packOf } from "../pack/languages.ts";
import { listOf } from "../pack/lists.ts";

/** What a unit is called in a language: a text that has none of these words gives no quantity of it. */
export const unitWords = (unit: string, language: string): readonly string[] =>
  listOf(packOf(language).units.names[unit]);
