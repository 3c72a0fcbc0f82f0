import { toCsv, toJson } from "../check/index.ts";
import { undercountCsv } from "../count/index.ts";
import { titleOf } from "./article/blocks.ts";
import { articleView } from "./article/render.tsx";
import { indicatorPicture } from "./charts/indicator.ts";
import type { HomeData } from "./data.ts";
import { loadEvent, loadEvents, loadPair } from "./events/load.ts";
import { loadAppeal } from "./load/appeal.ts";
import { loadCountry } from "./load/country.ts";
import { loadEntity } from "./load/entity.ts";
import { loadMeasure } from "./load/figures.ts";
import { loadHome } from "./load/home.ts";
import { loadIndicator } from "./load/indicator.ts";
import { citedKind, dateField, isPointedTo } from "./load/kinds.ts";
import type { Library } from "./load/library.ts";
import {
  articleIndex,
  loadCountries,
  loadIndicatorIndex,
  loadList,
  loadMeasures,
  loadSearch,
  loadSeriesIndex,
} from "./load/lists.ts";
import { loadRecord, loadSource } from "./load/record.ts";
import { loadSeries } from "./load/series.ts";
import { loadStudy, loadStudyIndex } from "./load/study.ts";
import { loadUndercount } from "./load/undercount.ts";
import { loadTable } from "./load/wide.ts";
import { type Page, type PageRequest, page, type Site } from "./page.ts";
import { appealView } from "./pages/appeal.tsx";
import { codebookData, codebookView } from "./pages/codebook.tsx";
import { countryTable, countryView } from "./pages/country.tsx";
import { entityTable, entityView } from "./pages/entity.tsx";
import { eventTable, eventView } from "./pages/event.tsx";
import { eventsTable, eventsView } from "./pages/events.tsx";
import { figureTable, measureView } from "./pages/figures.tsx";
import { homeView } from "./pages/home.tsx";
import { indicatorTable, indicatorView } from "./pages/indicator.tsx";
import { linkTable, linkView } from "./pages/link.tsx";
import { indexTable, indexView, listView, searchTable, searchView } from "./pages/lists.tsx";
import { recordTable, recordView, sourceTable, sourceView } from "./pages/record.tsx";
import { seriesTable, seriesView } from "./pages/series.tsx";
import { studyView } from "./pages/study/study.tsx";
import { undercountSvg, undercountView } from "./pages/undercount.tsx";

/** The newest state of the first text that was kept: the sample that a new reader meets. */
async function sampleOf(site: Site): Promise<HomeData["article"]> {
  const [first] = await site.articles();
  const article = first === undefined ? null : await site.article(first.id);
  return first === undefined || article === null
    ? null
    : { ...first, title: titleOf(article.checked.document), summary: article.checked.summary };
}

/** The kind whose records have addresses under `/entities`. */
const entityKind = (library: Library) =>
  [...library.codebook.kinds.values()].find(
    kind => !kind.cited && dateField(kind) === null && isPointedTo(kind, library.codebook),
  )?.id ?? "";

const pageOf = ({ query }: PageRequest) => Number.parseInt(query.get("page") ?? "1", 10) || 1;

/** A list of the records of one kind, at an address of its own. */
const listPage = (
  path: string,
  summary: string,
  kindOf: (library: Library, request: PageRequest) => string,
): Page =>
  page({
    path,
    summary,
    query: {
      kind: "kind of record; the first of the codebook when left out",
      page: "page of the list, from 1",
    },
    load: (site, request) => loadList(site.library, kindOf(site.library, request), pageOf(request)),
    view: listView,
    table: async (data, site) => loadTable(site.library, data.kind),
  });

/** Every page of the site. The server routes by it, the description in `/openapi.json` is made from it. */
export const PAGES: readonly Page[] = [
  page({
    path: "/",
    summary: "What the book holds",
    load: async site => loadHome(site.library, await sampleOf(site)),
    view: homeView,
  }),
  page({
    path: "/countries",
    summary: "Countries with the number of records that name them",
    load: site => loadCountries(site.library),
    view: indexView,
    table: indexTable,
  }),
  page({
    path: "/countries/{id}",
    summary: "A country by ISO 3166-1 alpha-3 code: its records in every role, its classes and numbers",
    load: (site, { id }) => loadCountry(site.library, id),
    view: countryView,
    table: countryTable,
  }),
  listPage(
    "/records",
    "Records of a kind",
    (library, { query }) => query.get("kind") ?? [...library.codebook.kinds.keys()][0] ?? "",
  ),
  page({
    path: "/records/{id}",
    summary: "A record with the statements of every source",
    load: (site, { id }) => loadRecord(site.library, id),
    view: recordView,
    table: recordTable,
  }),
  listPage("/sources", "Sources", library => citedKind(library.codebook).id),
  page({
    path: "/sources/{id}",
    summary: "A source with every record that rests on it",
    load: (site, { id }) => loadSource(site.library, id),
    view: sourceView,
    table: sourceTable,
  }),
  listPage("/entities", "Entities", entityKind),
  page({
    path: "/entities/{id}",
    summary: "An organisation or product: its records, where they are, numbers about it",
    load: (site, { id }) => loadEntity(site.library, id),
    view: entityView,
    table: entityTable,
  }),
  page({
    path: "/events",
    summary: "Which records are joined to one event, which came near, and how well they can be told apart",
    load: site => loadEvents(site.library),
    view: eventsView,
    table: eventsTable,
  }),
  page({
    path: "/events/{id}",
    summary:
      "An event: its records, its independent sources, and why it is one; old ids lead to the event of today",
    load: (site, { id }) => loadEvent(site.library, id),
    view: eventView,
    table: eventTable,
  }),
  page({
    path: "/links/{id}",
    summary: "The evidence for and against two records being one event, as `a,b`",
    load: (site, { id }) => loadPair(site.library, id),
    view: linkView,
    table: linkTable,
  }),
  page({
    path: "/series",
    summary: "Country-year series",
    load: async site => loadSeriesIndex(site.library),
    view: indexView,
    table: indexTable,
  }),
  page({
    path: "/series/{id}",
    summary: "A series by country and year, with its maker and terms",
    load: (site, { id }) => loadSeries(site.library, id),
    view: seriesView,
    table: seriesTable,
  }),
  page({
    path: "/measures",
    summary: "Measures with the number of figures of each",
    load: site => loadMeasures(site.library),
    view: indexView,
    table: indexTable,
  }),
  page({
    path: "/measures/{id}",
    summary: "The figures of a measure, with interval, counter and origin",
    load: (site, { id }) => loadMeasure(site.library, id),
    view: measureView,
    table: data => figureTable([data.group]),
  }),
  page({
    path: "/indicators",
    summary: "Indicators that the book recomputes",
    load: async site => loadIndicatorIndex(site.library),
    view: indexView,
    table: indexTable,
  }),
  page({
    path: "/indicators/{id}",
    summary: "An indicator with interval, query and coverage",
    query: {
      by: "dimensions to cut by, joined by commas",
      chart: "form of the chart; the one that suits when left out",
      "*": "a dimension and the value it is kept to",
    },
    load: (site, { id, query }) => loadIndicator(site.library, id, query),
    view: indicatorView,
    table: indicatorTable,
    picture: data => indicatorPicture(data),
    sql: ({ result }) => `${result.query}\n`,
  }),
  page({
    path: "/studies",
    summary: "Worked studies on panels built from the book",
    load: async site => loadStudyIndex(site.library),
    view: indexView,
    table: indexTable,
  }),
  page({
    path: "/studies/{id}",
    summary: "A worked study: its panel, estimates, sensitivity and evidence; as CSV its panel",
    load: (site, { id }) => loadStudy(site.library, id),
    view: ({ data }) => studyView(data),
    json: ({ data }) => data,
    csv: ({ csv }) => csv,
  }),
  page({
    path: "/undercount/{id}",
    summary: "How many events of a kind no source reports: every method side by side",
    load: (site, { id }) => loadUndercount(site.library, id),
    view: undercountView,
    csv: ({ result }) => undercountCsv(result),
    picture: undercountSvg,
  }),
  page({
    path: "/articles",
    summary: "Texts kept in the book",
    load: async site => articleIndex(await site.articles()),
    view: indexView,
    table: indexTable,
  }),
  page({
    path: "/articles/{id}",
    summary: "A kept text, checked against the book as it is now",
    query: {
      lang: "language of labels and explanations (en, zh, es, fr, pt, ru, ar); without it that of the text",
    },
    load: (site, { id, query }) => site.article(id, query.get("lang") ?? ""),
    view: ({ checked, citations, codebook = null }) =>
      articleView(checked, { citations, codebook, appeals: true }),
    json: ({ checked }) => toJson(checked),
    csv: ({ checked }) => toCsv(checked),
  }),
  page({
    path: "/appeals/{id}",
    summary: "A finding, the corrections of it that stand, and the way to correct it, as `article,claim`",
    load: async (site, { id }) => {
      const [article = "", claim = ""] = id.split(",");
      const found = await site.article(article);
      return found === null ? null : loadAppeal(site.library, { article, claim }, found.checked);
    },
    view: appealView,
  }),
  page({
    path: "/search",
    summary: "Records and names that hold all the words",
    query: { q: "words" },
    load: (site, { query }) => loadSearch(site.library, (query.get("q") ?? "").slice(0, 200)),
    view: searchView,
    table: searchTable,
  }),
  page({
    path: "/codebook",
    summary: "What the book can hold and what its words mean",
    load: async site => site.library.codebook,
    view: codebookView,
    json: codebookData,
  }),
];

/** The sections in the head of every page. */
export const SECTIONS = [
  { href: "/check", label: "Check a text" },
  { href: "/articles", label: "Articles" },
  { href: "/countries", label: "Countries" },
  { href: "/records", label: "Records" },
  { href: "/events", label: "Events" },
  { href: "/entities", label: "Entities" },
  { href: "/indicators", label: "Indicators" },
  { href: "/studies", label: "Studies" },
  { href: "/measures", label: "Measures" },
  { href: "/series", label: "Series" },
  { href: "/sources", label: "Sources" },
] as const;
