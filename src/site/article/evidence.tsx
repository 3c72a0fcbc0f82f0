import type { Evidence, IndicatorValue } from "../../check/types.ts";
import { safeUrl, segment } from "../frame.ts";
import type { Html } from "../html.ts";
import type { Citation } from "./correction.ts";
import { type ArticleWords, fill, fillWith } from "./words/index.ts";

/** Where the links of a checked text lead, and the words of its page. */
export interface Links {
  /** What stands before `/records/ID`; null where there is no site to link to, as in a file of its own. */
  readonly site: string | null;
  readonly citations: ReadonlyMap<string, Citation>;
  readonly words: ArticleWords;
  /** What stands before the id of a claim in the address where its finding is corrected; left out where it cannot be. */
  readonly appeal?: string | null;
}

function SourceLink({ id, links }: { id: string; links: Links }) {
  const citation = links.citations.get(id);
  const name = citation === undefined ? id : citation.publisher || citation.title || id;
  const inside = (
    <>
      {links.site === null ? name : <a href={`${links.site}/sources/${segment(id)}`}>{name}</a>}
      {citation !== undefined && citation.title !== "" && citation.title !== name && (
        <>
          {", "}
          <cite>{citation.title}</cite>
        </>
      )}
      {citation !== undefined && citation.published !== "" && `, ${links.words.date(citation.published)}`}
    </>
  );
  const url = safeUrl(citation?.url ?? "");
  return (
    <li>
      {inside}
      {url !== null && (
        <>
          {" "}
          <a class="out" href={url} rel="noopener noreferrer external">
            {links.words.original}
            <span class="vh">{fill(links.words.ofOriginal, { name })}</span>
          </a>
        </>
      )}
    </li>
  );
}

const counted = ({ value, low, high }: Evidence) => value !== null || low !== null || high !== null;

interface ItemProps {
  readonly evidence: Evidence;
  readonly links: Links;
  /** Sentences that the card has said already. */
  readonly said: readonly string[];
}

function EvidenceItem({ evidence, links, said }: ItemProps) {
  const sources = [...new Set([evidence.source, ...evidence.sources])].filter(Boolean);
  const label = evidence.label || evidence.record;
  const { words } = links;
  return (
    <li class="evidence">
      <p class="says">
        {counted(evidence) && <strong>{words.amount(evidence)}</strong>}
        {counted(evidence) && label !== "" && " · "}
        {links.site === null ? (
          label
        ) : (
          <a href={`${links.site}/records/${segment(evidence.record)}`}>{label}</a>
        )}
        {evidence.period !== "" && <span class="period"> {words.label(evidence.period)}</span>}
      </p>
      <p class="whose">
        {evidence.origin !== "" && <>{words.counter(evidence.origin)}, </>}
        <span class={`class ${evidence.class}`}>
          {evidence.class === "independent" ? words.independent : words.interested}
        </span>
      </p>
      {evidence.note !== "" && !said.includes(evidence.note) && <p class="note">{evidence.note}</p>}
      {sources.length > 0 && (
        <ul class="sources">
          {sources.map(id => (
            <SourceLink id={id} links={links} />
          ))}
        </ul>
      )}
    </li>
  );
}

export interface Side {
  readonly name: "for" | "against" | "related";
  readonly evidence: readonly Evidence[];
  readonly links: Links;
  readonly said: readonly string[];
  /** Pieces that are further away and not listed. */
  readonly left?: number;
}

// More pieces than this are one click away: a margin is narrow.
const OPEN = 4;

function Pieces({ evidence, links, said }: Pick<Side, "evidence" | "links" | "said">) {
  return (
    <ul>
      {evidence.map(item => (
        <EvidenceItem evidence={item} links={links} said={said} />
      ))}
    </ul>
  );
}

/** The evidence on one side of a claim; nothing where there is none. */
export function EvidenceSide({ name, evidence, links, said, left = 0 }: Side): Html | null {
  if (evidence.length === 0) return null;
  const rest = evidence.slice(OPEN);
  return (
    <section class={`side ${name}`}>
      <h3 data-unprinted={links.words.unprinted}>
        {links.words.sides[name]} <span class="count">{evidence.length}</span>
      </h3>
      <Pieces evidence={evidence.slice(0, OPEN)} links={links} said={said} />
      {rest.length > 0 && (
        <details class="rest">
          <summary data-unprinted={links.words.unprinted}>
            {fill(links.words.more, { n: rest.length })}
          </summary>
          <Pieces evidence={rest} links={links} said={said} />
        </details>
      )}
      {left > 0 && <p class="left">{fill(links.words.further, { n: links.words.number(left) })}</p>}
    </section>
  );
}

/** What the book itself computes for the claim's measure, with its query. */
export function IndicatorBox({ indicator, links }: { indicator: IndicatorValue; links: Links }): Html {
  const { id, value, low, high, as_of, query } = indicator;
  const floor = low !== null && high === null;
  const { words } = links;
  const amount = words.amount({ value, low: floor ? null : low, high, qualifier: floor ? "at-least" : "" });
  const link = links.site === null ? id : <a href={`${links.site}/indicators/${segment(id)}`}>{id}</a>;
  return (
    <section class="side own">
      <h3>{words.recomputed}</h3>
      <p>
        {fillWith(words.recomputedBy, {
          amount: <strong>{amount}</strong>,
          documented: floor ? words.documented : "",
          indicator: link,
          entry: as_of.split(":")[0] ?? "",
        })}
      </p>
      <details class="query">
        <summary>{words.query}</summary>
        <pre tabindex={0}>
          <code>{query}</code>
        </pre>
      </details>
    </section>
  );
}
