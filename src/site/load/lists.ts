import type { ArticleRef, IndexData, IndexItem, ListData, SearchData } from "../data.ts";
import { segment } from "../frame.ts";
import { countKinds } from "./counts.ts";
import { dateField, fieldsOf } from "./kinds.ts";
import { addressOf, type Library } from "./library.ts";
import { ident, literal } from "./sql.ts";

const PAGE = 100;

/** One page of the records of a kind, newest first; null where the codebook has no such kind. */
export async function loadList(library: Library, kindId: string, page: number): Promise<ListData | null> {
  const kind = library.codebook.kinds.get(kindId);
  if (kind === undefined) return null;
  const kinds = await countKinds(library);
  const total = kinds.find(({ kind: id }) => id === kindId)?.count ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const date = dateField(kind);
  const order = date === null ? "id" : `${ident(`${date.id}_start`)} DESC NULLS LAST, id`;
  const instances = await library.rows(kind, `ORDER BY ${order} LIMIT ${PAGE} OFFSET ${(at - 1) * PAGE}`);
  const targets = await library.targets(instances);
  return {
    kind: kindId,
    label: kind.label.en,
    plural: kind.plural.en,
    description: kind.description,
    dated: date !== null,
    total,
    page: at,
    pages,
    records: instances.map(instance => library.refOf(instance, targets)),
    kinds,
  };
}

/** Every country that any record names, with how many, by region. */
export async function loadCountries(library: Library): Promise<IndexData> {
  const parts = [...library.codebook.kinds.values()].flatMap(kind =>
    fieldsOf(kind, "country").map(field =>
      field.many
        ? `SELECT unnest(${ident(field.id)}) AS code, ${literal(kind.id)} || id AS id FROM ${ident(kind.id)}`
        : `SELECT ${ident(field.id)} AS code, ${literal(kind.id)} || id AS id FROM ${ident(kind.id)}`,
    ),
  );
  const rows = await library.book.sql<{ code: string; count: number }>(
    `SELECT code, count(DISTINCT id)::INTEGER AS count FROM (${parts.join(" UNION ALL ")}) WHERE code IS NOT NULL GROUP BY code`,
  );
  const counts = new Map(rows.map(({ code, count }) => [code, Number(count)]));
  const named = [...library.countries.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const regions = [...new Set(named.map(({ region }) => region))].sort();
  return {
    title: "Countries",
    text: "Records that name a country in any role. A country without a number has no record in this book; that is not evidence that nothing happened there.",
    groups: regions.map(region => ({
      label: region,
      items: named
        .filter(country => country.region === region)
        .map(
          ({ code, name }): IndexItem => ({
            href: `/countries/${code}`,
            label: name,
            text: "",
            count: counts.get(code) ?? null,
          }),
        ),
    })),
  };
}

export function loadSeriesIndex(library: Library): IndexData {
  const items = [...library.codebook.series.values()].map(
    (series): IndexItem => ({
      href: `/series/${segment(series.id)}`,
      label: series.label.en,
      text: `${series.maker}. ${series.terms}`,
      count: null,
    }),
  );
  return {
    title: "Series",
    text: "Measures of countries by year, each with its maker and its terms.",
    groups: [{ label: "", items }],
  };
}

/** Measures with the number of figures of each, those with figures first. */
export async function loadMeasures(library: Library): Promise<IndexData> {
  const parts = [...library.codebook.kinds.values()].flatMap(kind =>
    fieldsOf(kind, "measure").map(field => `SELECT ${ident(field.id)} AS measure FROM ${ident(kind.id)}`),
  );
  const rows =
    parts.length === 0
      ? []
      : await library.book.sql<{ measure: string; count: number }>(
          `SELECT measure, count(*)::INTEGER AS count FROM (${parts.join(" UNION ALL ")}) GROUP BY measure`,
        );
  const counts = new Map(rows.map(({ measure, count }) => [measure, Number(count)]));
  const items = [...library.codebook.measures.values()]
    .map(
      (measure): IndexItem => ({
        href: `/measures/${segment(measure.id)}`,
        label: measure.label.en,
        text: measure.description,
        count: counts.get(measure.id) ?? null,
        noun: "figure",
      }),
    )
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  return {
    title: "Measures",
    text: "What figures, claims and indicators count, with the figures that the book has.",
    groups: [{ label: "", items }],
  };
}

export function loadIndicatorIndex(library: Library): IndexData {
  const items = [...library.codebook.indicators.values()].map(
    (indicator): IndexItem => ({
      href: `/indicators/${segment(indicator.id)}`,
      label: indicator.label.en,
      text: indicator.description,
      count: null,
    }),
  );
  return {
    title: "Indicators",
    text: "Measures that this book recomputes from its own records, each with its interval and its query.",
    groups: [
      { label: "", items },
      { label: "What no source reports", items: undercounts(library) },
    ].filter(group => group.items.length > 0),
  };
}

/** Kinds whose reporters are declared: of them it can be said how much their lists miss. */
function undercounts(library: Library): IndexItem[] {
  return [...library.codebook.kinds.values()]
    .filter(({ reporters }) => reporters !== undefined)
    .map(kind => ({
      href: `/undercount/${segment(kind.id)}`,
      label: `${kind.plural.en}: what no source reports`,
      text: "Multiple systems estimation from who reported which event: every method side by side, with its interval and what it takes for granted.",
      count: null,
    }));
}

export function articleIndex(articles: readonly ArticleRef[]): IndexData {
  return {
    title: "Checked articles",
    text: "Texts that are kept in this book, each checked against its newest state.",
    groups: [
      {
        label: "",
        items: articles.map(({ id, title, at }) => ({
          href: `/articles/${id}`,
          label: title,
          text: `Kept on ${at.slice(0, 10)}.`,
          count: null,
        })),
      },
    ],
  };
}

const HITS = 20;

/** Records, countries, measures, series and indicators whose words hold all the words asked for. */
export async function loadSearch(library: Library, q: string): Promise<SearchData> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return { q, groups: [] };
  const match = (text: string) => words.every(word => text.toLowerCase().includes(word));
  const kinds = await Promise.all(
    [...library.codebook.kinds.values()].map(async kind => {
      const instances = await library.reader.matching(kind, words, HITS + 1);
      const targets = await library.targets(instances);
      return {
        label: kind.plural.en,
        more: instances.length > HITS,
        items: instances.slice(0, HITS).map((instance): IndexItem => {
          const ref = library.refOf(instance, targets);
          return {
            href: addressOf(library.codebook, kind, ref.id),
            label: ref.label,
            text: ref.when,
            count: null,
          };
        }),
      };
    }),
  );
  const named = [
    ...[...library.countries.values()].map(({ code, name }) => ({
      href: `/countries/${code}`,
      label: name,
      text: code,
    })),
    ...[...library.codebook.measures.values()].map(({ id, label }) => ({
      href: `/measures/${segment(id)}`,
      label: label.en,
      text: "measure",
    })),
    ...[...library.codebook.indicators.values()].map(({ id, label }) => ({
      href: `/indicators/${segment(id)}`,
      label: label.en,
      text: "indicator",
    })),
    ...[...library.codebook.studies.values()].map(({ id, label }) => ({
      href: `/studies/${segment(id)}`,
      label: label.en,
      text: "study",
    })),
    ...[...library.codebook.series.values()].map(({ id, label }) => ({
      href: `/series/${segment(id)}`,
      label: label.en,
      text: "series",
    })),
  ].filter(item => match(`${item.label} ${item.text}`));
  const first = {
    label: "Countries, measures, series",
    more: false,
    items: named.slice(0, HITS).map(item => ({ ...item, count: null })),
  };
  return { q, groups: [first, ...kinds].filter(({ items }) => items.length > 0) };
}
