import type { EntryRef, FieldData, IndexItem, RecordRef, Role, SourceRef, Value } from "../data.ts";
import { countOf, formatDate, formatNumber } from "../format.ts";
import { safeUrl, segment } from "../frame.ts";
import type { Html } from "../html.ts";

/** Records as a list: when, what, and the codes that say how sure it is. */
export function RecordList({
  records,
  showKind = false,
}: {
  records: readonly RecordRef[];
  showKind?: boolean;
}): Html {
  return (
    <ul class="records">
      {records.map(record => (
        <li>
          <span class="when">{record.when === "" ? "undated" : formatDate(record.when)}</span>
          <span>
            <a href={`/records/${segment(record.id)}`}>{record.label}</a>
          </span>
          <span class="meta">
            {[showKind ? record.kindLabel : "", ...record.notes].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

const SHOWN = 12;

/** A list of records of which only the first are open; the rest is one click away and needs no script. */
export function FoldedRecords({ records }: { records: readonly RecordRef[] }): Html {
  const rest = records.slice(SHOWN);
  return (
    <>
      <RecordList records={records.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details class="data">
          <summary>{countOf(rest.length, "more record")}</summary>
          <RecordList records={rest} />
        </details>
      )}
    </>
  );
}

/** One section for each field in which a record or country stands. */
export function Roles({ roles }: { roles: readonly Role[] }): Html {
  return (
    <>
      {roles.map(role => (
        <section>
          <h3>
            {role.kindPlural}: {role.fieldLabel.toLowerCase()}{" "}
            <span class="pill">{formatNumber(role.records.length)} documented</span>
          </h3>
          <FoldedRecords records={role.records} />
        </section>
      ))}
    </>
  );
}

/** Publisher, title and date of a source, linked to its page. */
export function SourceLine({ source }: { source: SourceRef }): Html {
  const name = [source.publisher, source.title].filter(Boolean).join(": ") || source.id;
  return (
    <>
      <a href={`/sources/${segment(source.id)}`}>{name}</a>
      {source.published !== "" && `, ${formatDate(source.published)}`}
      {source.kind !== "" && <span class="period"> ({source.kind})</span>}
    </>
  );
}

/** Sources as a list, each with the way to the original. */
export function SourceList({ sources }: { sources: readonly SourceRef[] }): Html {
  return (
    <ul class="plain sources">
      {sources.map(source => {
        const url = safeUrl(source.url);
        return (
          <li>
            <SourceLine source={source} />
            {url !== null && (
              <>
                {" · "}
                <a class="out" href={url} rel="noopener noreferrer external">
                  original<span class="vh"> of {source.title || source.id}</span>
                </a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A value in words with its link. */
export function Shown({ value }: { value: Value }): Html {
  const outside = safeUrl(value.href) !== null;
  if (value.href === "") return <>{value.text}</>;
  return (
    <a href={value.href} rel={outside ? "noopener noreferrer external" : undefined}>
      {value.text}
    </a>
  );
}

function Statements({ field }: { field: FieldData }) {
  const told = field.statements.filter(({ sources }) => sources.length > 0);
  if (told.length === 0) return null;
  const name = ({ publisher, title, id }: SourceRef) => publisher || title || id;
  return (
    <>
      {field.disagreement && <p class="by">Sources disagree:</p>}
      {told.map(({ value, sources, seq }) => (
        <p class="by">
          {told.length > 1 && <>{value.text}: </>}
          {sources.map((source, i) => (
            <>
              {i > 0 && ", "}
              <a href={`/sources/${segment(source.id)}`}>{name(source)}</a>
            </>
          ))}
          {` · entry ${seq}`}
        </p>
      ))}
    </>
  );
}

/** The fields of a record, each with what every source states. */
export function Fields({ fields }: { fields: readonly FieldData[] }): Html {
  return (
    <dl class="fields">
      {fields.map(field => (
        <>
          <dt title={field.description}>{field.label}</dt>
          <dd>
            <span class="value">
              {field.values.map((value, i) => (
                <>
                  {i > 0 && "; "}
                  <Shown value={value} />
                </>
              ))}
            </span>
            <Statements field={field} />
          </dd>
        </>
      ))}
    </dl>
  );
}

/** The journal entries that a page rests on. */
export function Entries({ entries }: { entries: readonly EntryRef[] }): Html {
  return (
    <ul class="plain">
      {entries.map(entry => (
        <li>
          Entry {entry.seq}: {entry.act}, {entry.at.slice(0, 10)}, by {entry.by} (
          <code>{entry.hash.slice(0, 12)}</code>)
        </li>
      ))}
    </ul>
  );
}

/** Items of an index or of search results. */
export function Items({ items }: { items: readonly IndexItem[] }): Html {
  return (
    <ul class="records">
      {items.map(item => (
        <li>
          <span class="when">{item.count === null ? "" : formatNumber(item.count)}</span>
          <span>
            <a href={item.href}>{item.label}</a>
          </span>
          {item.text !== "" && <span class="meta">{item.text}</span>}
        </li>
      ))}
    </ul>
  );
}
