import type { RecordData, SourceData } from "../data.ts";
import { countOf, formatDate, languageName } from "../format.ts";
import { safeUrl, segment, type Table } from "../frame.ts";
import type { View } from "../layout.tsx";
import { Entries, Fields, FoldedRecords, Roles, SourceList } from "./parts.tsx";

/** A record of any kind, made from the fields that the codebook declares. */
export function recordView(data: RecordData): View {
  return {
    title: data.label,
    description: data.sentence,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href={`/records?kind=${segment(data.kind)}`}>{data.kindLabel}</a> · <code>{data.id}</code>
        </p>
        <h1>{data.label}</h1>
        <p class="lede">{data.sentence}</p>
        <h2>What is stated</h2>
        <Fields fields={data.fields} sources={data.sources} />
        {data.sources.length > 0 && (
          <>
            <h2>Sources</h2>
            <p class="hint">
              {countOf(data.sources.length, "source")} of the whole record. Where several are named, which of
              them bears which field was not noted, so that each stands beside every field.
            </p>
            <SourceList sources={data.sources} />
          </>
        )}
        {data.roles.length > 0 && (
          <>
            <h2>Records that point here</h2>
            <Roles roles={data.roles} />
          </>
        )}
        {data.event && (
          <p>
            <a href={`/events/${segment(data.id)}`}>Its event</a>: which other records tell of it or nearly
            do, and which sources have it from each other.
          </p>
        )}
        <h2>In the journal</h2>
        <Entries entries={data.entries} />
      </>
    ),
  };
}

/** One row for each value that sources state. */
export function recordTable(data: { readonly fields: RecordData["fields"] }): Table {
  return {
    columns: ["field", "value", "number", "low", "high", "unit", "qualifier", "sources", "entry"],
    rows: data.fields.flatMap(field =>
      field.statements.map(({ value, sources, seq }) => [
        field.id,
        value.text,
        value.amount?.value ?? null,
        value.amount?.low ?? null,
        value.amount?.high ?? null,
        value.amount?.unit ?? "",
        value.amount?.qualifier ?? "",
        sources.map(({ id }) => id),
        seq,
      ]),
    ),
  };
}

/** A source with everything that rests on it. */
export function sourceView(data: SourceData): View {
  const url = safeUrl(data.url);
  const facts = [
    data.author,
    data.publisher,
    data.published === "" ? "undated" : formatDate(data.published),
    data.language === "" ? "" : languageName(data.language),
    data.kind,
  ].filter(Boolean);
  return {
    title: data.title || data.id,
    description: `${data.publisher}: ${countOf(data.records.length, "record")} of this book rest on it.`,
    csv: true,
    body: (
      <>
        <p class="kicker">
          <a href="/sources">Source</a> · <code>{data.id}</code>
        </p>
        <h1 lang={data.language || undefined}>{data.title || data.id}</h1>
        <p class="lede">{facts.join(" · ")}</p>
        {url !== null && (
          <p>
            <a href={url} rel="noopener noreferrer external">
              {url}
            </a>
          </p>
        )}
        <h2>What rests on it</h2>
        {data.records.length === 0 ? (
          <p>No record of this book rests on this source.</p>
        ) : (
          <>
            <p class="hint">{countOf(data.records.length, "record")} name it among their sources.</p>
            <FoldedRecords records={data.records} />
          </>
        )}
      </>
    ),
  };
}

/** One row for each record that rests on a source. */
export function sourceTable(data: SourceData): Table {
  return {
    columns: ["kind", "id", "label", "when", "notes"],
    rows: data.records.map(({ kind, id, label, when, notes }) => [kind, id, label, when, notes]),
  };
}
