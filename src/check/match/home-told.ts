import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { placesIn } from "./places-in.ts";

/** A firm that a text calls one of a country where the book does not know it to be at home. */
export interface HomeTold {
  readonly name: string;
  /** ISO 3166 alpha-3. */
  readonly home: string;
}

interface Context {
  readonly language: string;
  readonly shelf: Pick<Shelf, "entities" | "records">;
}

/** Parts of one state that are written both ways. */
const SAME: Readonly<Record<string, string>> = { HKG: "CHN", MAC: "CHN" };
const state = (code: string): string => SAME[code] ?? code;

/**
 * The first firm of a sentence whose nationality it tells otherwise than the book does; null where there is none. Firms that the book
 * places nowhere, in two states, or under an owner may be of either.
 */
export function homeTold(sentence: string, entities: readonly string[], context: Context): HomeTold | null {
  const { language, shelf } = context;
  const places = placesIn(sentence, language);
  const demonyms = places.filter(({ form }) => form === "demonym");
  if (places.length === 0) return null;
  for (const id of entities) {
    const entity = shelf.entities.get(id);
    if (!entity || !FIRMS.has(entity.kind) || entity.country === "") continue;
    const owner = shelf.entities.get(entity.parent);
    if (entity.parent !== "" && owner?.country !== entity.country) continue;
    // The reader knows a firm by a part of its name ("Vega" of "Vega concern").
    const span = spanOf(sentence, [entity.name, ...entity.aliases, ...nameWordsOf(entity.name)]);
    const told =
      span &&
      (demonyms.find(place => isOf(sentence, place.span, span)) ??
        places.find(place => place.form === "name" && isBehind(sentence, place.span, span)));
    if (!told || homesOf(id, entity.country, shelf).has(state(told.country))) continue;
    return { name: entity.name, home: entity.country };
  }
  return null;
}

const FIRMS = new Set(["vendor", "company"]);

const nameWordsOf = (name: string): string[] => name.match(/\p{Lu}[\p{L}\p{N}]{2,}/gu) ?? [];

type At = readonly [number, number];

function spanOf(sentence: string, names: readonly string[]): At | null {
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const at = sentence.indexOf(name);
    if (at >= 0 && !/\p{L}/u.test(sentence[at - 1] ?? "") && !/\p{L}/u.test(sentence[at + name.length] ?? ""))
      return [at, at + name.length];
  }
  return null;
}

/** "The Chinese firm Vega", "la empresa china Vega", "Vega, a Chinese company", "Vega, una empresa china". */
function isOf(sentence: string, place: At, name: At): boolean {
  const [firm, article] = [idiom("firm"), idiom("article")];
  if (place[1] <= name[0]) {
    const between = sentence.slice(place[1], name[0]);
    if (between === " ") return firm.before(sentence, place[0]) !== null;
    const last = firm.before(between, between.length);
    return last !== null && /^\s(?:\p{Ll}[\p{Ll}-]*\s){0,2}$/u.test(between.slice(0, last[0]));
  }
  const between = sentence.slice(name[1], place[0]);
  const a = between.startsWith(", ") ? article.after(between, 2) : null;
  if (!a) return false;
  return (firm.after(between, a[1])?.[1] ?? a[1]) >= between.trimEnd().length;
}

/** "Axis, of Denmark,": between two commas. */
function isBehind(sentence: string, place: At, name: At): boolean {
  const between = place[0] > name[1] ? sentence.slice(name[1], place[0]) : "";
  const of = between.startsWith(", ") ? idiom("inPlace").after(between, 1) : null;
  return of !== null && between.slice(of[1]).trim() === "" && sentence[place[1]] === ",";
}

/** Where the book has a firm at home: by its own row, and by the records that name it alone. */
function homesOf(id: string, country: string, { records }: Pick<Shelf, "records">): ReadonlySet<string> {
  const homes = new Set([state(country)]);
  for (const rows of records.values())
    for (const record of rows) for (const home of homesIn(id, record)) homes.add(state(home));
  return homes;
}

const homesIn = (id: string, { row }: RecordRow): readonly string[] =>
  texts(row["vendors"]).includes(id) ? texts(row["vendor_country"]) : [];
