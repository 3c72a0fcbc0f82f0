/**
 * Comparisons that know what the world calls things: countries, towns, institutions, a megabyte of words. A thread that helps with the work loads them only
 * if a column needs them, or most of its start would go into reading what it never uses.
 */
export type Worldly = "organisation" | "place";

/** Level of two texts that are not equal. */
export type TextLevel = (first: string, second: string) => number;

const LOADERS: Readonly<Record<Worldly, () => Promise<TextLevel>>> = {
  organisation: async () => (await import("../names/organisations.ts")).nameLevel,
  place: async () => (await import("./positions.ts")).placeLevel,
};

const known = new Map<Worldly, TextLevel>();

/** Makes comparisons known that are loaded already. */
export function knowWorldly(levels: Readonly<Record<Worldly, TextLevel>>): void {
  known.set("organisation", levels.organisation).set("place", levels.place);
}

/** Loads what the comparisons of these types need and is not there yet; null where nothing is missing. */
export function loadWorldly(types: readonly string[]): Promise<unknown> | null {
  const missing = (Object.keys(LOADERS) as Worldly[]).filter(
    type => types.includes(type) && !known.has(type),
  );
  if (missing.length === 0) return null;
  return Promise.all(missing.map(async type => known.set(type, await LOADERS[type]())));
}

/** The comparison of a type, which must be known by now. */
export function worldlyLevel(type: Worldly): TextLevel {
  const level = known.get(type);
  if (!level) throw new Error(`the comparison of columns of type "${type}" was not loaded`);
  return level;
}
