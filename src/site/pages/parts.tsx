import type { EntryRef, FieldData, IndexItem, RecordRef, Role, SourceRef, Value } from "../data.ts";
import { countOf, formatDate, formatNumber } from "../format.ts";
import { safeUrl, segment } from "../frame.ts";
import type { Html } from "../html.ts";

/** A description of the codebook: words between backticks are names in it. */
export function Described({ text }: { text: string }): Html {
  return <>{text.split("`").map((part, i) => (i % 2 === 1 ? <code>{part}</code> : part))}</>;
}

/** Records as a list: when, what, and the codes that say how sure it is. */
export function RecordList({
  records,
  showKind = false,
}: {
  records: readonly RecordRef[];
  showKind?: boolean;
}): Html {
  // Things such as organisations have no date at all: a column of "undated" would say nothing.
  const dated = records.some(({ when }) => when !== "");
  return (
    <ul class={dated ? "records" : "records uncounted"}>
      {records.map(record => (
        <li>
          {dated && <span class="when">{record.when === "" ? "undated" : formatDate(record.when)}</span>}
          <span>
            <a href={record.href}>{record.label}</a>
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

/** A field's label without the remark in brackets that tells it from its neighbour in a form. */
const shortLabel = (label: string) => label.replace(/ \(.*\)$/, "").toLowerCase();

/** Each record where it first stands: a record in two roles is listed once and counted in both. */
function listedOnce(roles: readonly Role[]): { role: Role; fresh: readonly RecordRef[] }[] {
  const seen = new Set<string>();
  return roles.map(role => {
    const fresh = role.records.filter(({ kind, id }) => !seen.has(`${kind} ${id}`));
    for (const { kind, id } of fresh) seen.add(`${kind} ${id}`);
    return { role, fresh };
  });
}

/** One section for each field in which a record or country stands. */
export function Roles({ roles }: { roles: readonly Role[] }): Html {
  return (
    <>
      {listedOnce(roles).map(({ role, fresh }) => (
        <section>
          <h3>
            {role.kindPlural}: {shortLabel(role.fieldLabel)}{" "}
            <span class="pill">{formatNumber(role.records.length)} documented</span>
          </h3>
          {fresh.length > 0 && <FoldedRecords records={fresh} />}
          {fresh.length < role.records.length && (
            <p class="hint">{countOf(role.records.length - fresh.length, "record")} of these stand above.</p>
          )}
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

/** Sources as a numbered list, each with the way to the original. */
export function SourceList({ sources }: { sources: readonly SourceRef[] }): Html {
  return (
    <ol class="sources">
      {sources.map((source, i) => {
        const url = safeUrl(source.url);
        return (
          <li id={`source-${i + 1}`}>
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
    </ol>
  );
}

/** A value in words with its link. */
export function Shown({ value }: { value: Value }): Html {
  const outside = safeUrl(value.href) !== null;
  // Isolated, so that a name in a script that runs from right to left does not turn what stands beside it.
  if (value.href === "") return <bdi>{value.text}</bdi>;
  return (
    <a href={value.href} rel={outside ? "noopener noreferrer external" : undefined}>
      {value.text}
    </a>
  );
}

/** `1 4`: the numbers of sources in the list below, `1 to 6` where it is all of them. */
function Numbers({ sources, all }: { sources: readonly SourceRef[]; all: readonly SourceRef[] }) {
  if (all.length > 2 && sources.length === all.length)
    return (
      <span class="refs">
        <a href="#source-1" aria-label={`sources 1 to ${all.length}`}>
          1 to {all.length}
        </a>
      </span>
    );
  return (
    <span class="refs">
      {sources.map(source => {
        const number = all.findIndex(({ id }) => id === source.id) + 1;
        const name = [source.publisher, source.title].filter(Boolean).join(": ") || source.id;
        return number === 0 ? (
          <a href={`/sources/${segment(source.id)}`}>{name}</a>
        ) : (
          <a href={`#source-${number}`} title={name} aria-label={`source ${number}: ${name}`}>
            {number}
          </a>
        );
      })}
    </span>
  );
}

function Statements({ field, sources: all }: { field: FieldData; sources: readonly SourceRef[] }) {
  const told = field.statements.filter(({ sources }) => sources.length > 0);
  const same = told.every(({ sources }) => sources.length === told[0]?.sources.length);
  if (told.length === 0) return null;
  // Where every value of a list rests on the same sources, they are named once.
  if (!field.disagreement && same) return <Numbers sources={told[0]!.sources} all={all} />;
  return (
    <>
      {field.disagreement && <p class="by">Sources disagree:</p>}
      {told.map(({ value, sources, seq }) => (
        <p class="by">
          <bdi>{value.text}</bdi> <Numbers sources={sources} all={all} />
          {field.disagreement && ` entry ${seq}`}
        </p>
      ))}
    </>
  );
}

/** The fields of a record; the numbers behind a value are those of the sources that state it. */
export function Fields({
  fields,
  sources,
}: {
  fields: readonly FieldData[];
  sources: readonly SourceRef[];
}): Html {
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
            <Statements field={field} sources={sources} />
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
  const counted = items.some(({ count }) => count !== null);
  return (
    <ul class={counted ? "records" : "records uncounted"}>
      {items.map(item => (
        <li>
          {counted && (
            <span class="when">{item.count === null ? "" : countOf(item.count, item.noun ?? "record")}</span>
          )}
          <span>
            <a href={item.href}>{item.label}</a>
          </span>
          {item.text !== "" && (
            <span class="meta">
              <Described text={item.text} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
