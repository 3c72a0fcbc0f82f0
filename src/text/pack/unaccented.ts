import { listOf } from "./lists.ts";
import type { Pack } from "./pack.ts";

const MARKS = /([a-z])[\u0300-\u0303\u0308\u0327]/gi;

const ACCENTED = /[\u0080-\uffff]/;

const plainOf = (text: string): string =>
  ACCENTED.test(text) ? text.normalize("NFD").replace(MARKS, "$1").normalize("NFC") : text;

/** Phrases of so many words cannot be taken for other words. */
const LONG = 3;

/** Participles that lose their accent are forms of the present: "la semaine passé(e)" against "la semaine passe". */
const PARTICIPLE = /és?$/;

/** Whether a phrase without its accents still says what it said: "a" and "des" do not. */
function staysClear(phrase: string, stop: ReadonlySet<string>): boolean {
  const words = phrase.split(/[\s']+/);
  const isClear = (word: string, i: number): boolean =>
    plainOf(word) === word || !((i === 0 && stop.has(plainOf(word))) || PARTICIPLE.test(word));
  return words.length >= LONG || words.every(isClear);
}

/** A list with the phrases that are also written without accents. */
function bothWays(list: string, stop: ReadonlySet<string>): string {
  if (!ACCENTED.test(list)) return list;
  const items = listOf(list);
  const known = new Set(items);
  const plain = items
    .filter(item => ACCENTED.test(item) && staysClear(item.split("=")[0]!, stop))
    .map(plainOf);
  const added = plain.filter(item => !known.has(item));
  return added.length === 0 ? list : [...items, ...new Set(added)].join("|");
}

function mapped(value: unknown, stop: ReadonlySet<string>): unknown {
  if (typeof value === "string") return bothWays(value, stop);
  if (Array.isArray(value)) return value.map(item => mapped(item, stop));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item, stop)]));
}

/** A pack whose dates are also read as they are written in haste: "la semaine derniere", "fevrier". */
export function withUnaccented(pack: Pack): Pack {
  const stop = new Set(listOf(pack.quantity.stop));
  const { ordinals } = pack.numbers;
  return {
    ...pack,
    numbers: { ...pack.numbers, ...(ordinals && { ordinals: bothWays(ordinals, stop) }) },
    dates: mapped(pack.dates, stop) as Pack["dates"],
  };
}
