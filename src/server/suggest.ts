import { nearest } from "../codebook/suggest.ts";
import type { Library } from "../site/index.ts";
import { PAGES } from "../site/index.ts";
import { decoded } from "./address.ts";

interface Suggestion {
  readonly href: string;
  readonly label: string;
}

// Comparing an id with every record of a larger book would make a wrong address dear.
const MOST_RECORDS = 200_000;
const MOST = 5;

const idOf = (path: string) => decoded(path.split("/").at(-1) ?? "");

async function likeRecords(library: Library, id: string): Promise<Suggestion[]> {
  const kinds = [...library.codebook.kinds.keys()].map(kind => `"${kind.replaceAll('"', '""')}"`);
  const all = kinds.map(kind => `SELECT id FROM ${kind}`).join(" UNION ALL ");
  const [size] = await library.book.sql<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM (${all})`);
  if (Number(size?.count ?? 0) > MOST_RECORDS) return [];
  const rows = await library.book.sql<{ id: string }>(
    `SELECT id FROM (SELECT id, jaro_winkler_similarity(id, $1) AS near FROM (${all})) WHERE near > 0.86 ORDER BY near DESC, id LIMIT ${MOST}`,
    [id],
  );
  const found = await library.instances(rows.map(row => row.id));
  return rows.flatMap(row => {
    const instance = found.get(row.id);
    return instance === undefined
      ? []
      : [{ href: library.addressOf(instance), label: library.nameOf(instance) }];
  });
}

function likeNames(library: Library, path: string, id: string): Suggestion[] {
  const { measures, series, indicators } = library.codebook;
  if (path.startsWith("/countries/")) {
    const byName = new Map(
      [...library.countries.values()].map(({ code, name }) => [name.toLowerCase(), code]),
    );
    const name = nearest(id.toLowerCase(), byName.keys());
    const code = library.countries.has(id.toUpperCase())
      ? id.toUpperCase()
      : ((name === null ? null : byName.get(name)) ?? nearest(id.toUpperCase(), library.countries.keys()));
    return code === null || code === undefined
      ? []
      : [{ href: `/countries/${code}`, label: library.countryName(code) }];
  }
  for (const [section, names] of [
    ["measures", measures],
    ["series", series],
    ["indicators", indicators],
  ] as const) {
    if (!path.startsWith(`/${section}/`)) continue;
    const near = nearest(id, names.keys());
    return near === null ? [] : [{ href: `/${section}/${near}`, label: names.get(near)?.label.en ?? near }];
  }
  return [];
}

/** Addresses that may have been meant by one that leads nowhere. */
export async function suggestFor(library: Library, path: string): Promise<Suggestion[]> {
  const id = idOf(path);
  const section = `/${path.split("/")[1] ?? ""}`;
  const lists = PAGES.filter(page => !page.path.includes("{")).map(page => page.path);
  const list = lists.includes(section) ? section : nearest(section, lists);
  const records = /^\/(records|sources|entities)\//.test(path) ? await likeRecords(library, id) : [];
  const names = likeNames(library, path, id);
  return [
    ...records,
    ...names,
    ...(list === null || list === "/" ? [] : [{ href: list, label: `All of ${list.slice(1)}` }]),
    ...(id === ""
      ? []
      : [{ href: `/search?q=${encodeURIComponent(id.replaceAll("-", " "))}`, label: `Search for “${id}”` }]),
  ];
}
