import type { IndexData, ListData, SearchData } from "../data.ts";
import { countOf, formatNumber } from "../format.ts";
import { segment, type Table } from "../frame.ts";
import type { View } from "../layout.tsx";
import { Described, Items, RecordList } from "./parts.tsx";

function Pager({ data }: { data: ListData }) {
  if (data.pages === 1) return null;
  const link = (page: number) => `/records?kind=${segment(data.kind)}&page=${page}`;
  return (
    <nav class="more" aria-label="Pages">
      {data.page > 1 && (
        <a href={link(data.page - 1)} rel="prev">
          {data.dated ? "Newer" : "Before"}
        </a>
      )}{" "}
      Page {data.page} of {data.pages}{" "}
      {data.page < data.pages && (
        <a href={link(data.page + 1)} rel="next">
          {data.dated ? "Older" : "After"}
        </a>
      )}
    </nav>
  );
}

/** One page of the records of a kind. */
export function listView(data: ListData): View {
  const { dated } = data;
  return {
    title: data.plural,
    description: data.description,
    csv: true,
    body: (
      <>
        <p class="kicker">
          {data.kinds.map(({ kind, plural, count }, i) => (
            <>
              {i > 0 && " · "}
              {kind === data.kind ? plural : <a href={`/records?kind=${segment(kind)}`}>{plural}</a>}{" "}
              {formatNumber(count)}
            </>
          ))}
        </p>
        <h1>{data.plural}</h1>
        <p class="lede">
          <Described text={data.description} />
        </p>
        <p class="hint">
          {countOf(data.total, "record")} documented, {dated ? "newest first" : "in the order of their ids"}.
          The CSV holds all of them with every field.
        </p>
        <RecordList records={data.records} />
        <Pager data={data} />
      </>
    ),
  };
}

/** What there is of one sort. */
export function indexView(data: IndexData): View {
  return {
    title: data.title,
    description: data.text,
    csv: true,
    body: (
      <>
        <h1>{data.title}</h1>
        <p class="lede">{data.text}</p>
        {data.groups.map(({ label, items }) => (
          <section class={items.every(({ text }) => text === "") ? "compact" : undefined}>
            {label !== "" && <h2>{label}</h2>}
            {items.length === 0 ? <p>None yet.</p> : <Items items={items} />}
          </section>
        ))}
      </>
    ),
  };
}

export function indexTable(data: IndexData): Table {
  return {
    columns: ["group", "label", "text", "count", "address"],
    rows: data.groups.flatMap(({ label, items }) =>
      items.map(item => [label, item.label, item.text, item.count, item.href]),
    ),
  };
}

/** What was found. */
export function searchView(data: SearchData): View {
  const total = data.groups.reduce((sum, { items }) => sum + items.length, 0);
  return {
    title: data.q === "" ? "Search" : `Search: ${data.q}`,
    description: "Search the book.",
    csv: true,
    body: (
      <>
        <h1>{data.q === "" ? "Search" : `Found for “${data.q}”`}</h1>
        <form class="panel" action="/search" method="get">
          <label for="q-main">Words that must all occur</label>{" "}
          <input id="q-main" name="q" type="search" value={data.q} /> <button type="submit">Search</button>
        </form>
        {data.q !== "" && total === 0 && (
          <p>
            Nothing in this book has all of these words. Try fewer words, or a country, a company, a city.
          </p>
        )}
        {data.groups.map(({ label, items, more }) => (
          <section>
            <h2>{label}</h2>
            <Items items={items} />
            {more && <p class="hint">There are more; add a word to narrow the search.</p>}
          </section>
        ))}
      </>
    ),
  };
}

export function searchTable(data: SearchData): Table {
  return {
    columns: ["group", "label", "text", "address"],
    rows: data.groups.flatMap(({ label, items }) =>
      items.map(item => [label, item.label, item.text, item.href]),
    ),
  };
}
