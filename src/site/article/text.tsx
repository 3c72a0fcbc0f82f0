import type { CheckedClaim, CheckedDocument } from "../../check/types.ts";
import type { Span } from "../../read/types.ts";
import type { Html } from "../html.ts";
import { Sign } from "../icons.tsx";
import { verdictWords } from "../verdicts.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { ClaimCard, numberOf } from "./card.tsx";
import type { Links } from "./evidence.tsx";
import { type Segment, segmentsOf } from "./segments.ts";

function Tag({ claim }: { claim: CheckedClaim }) {
  return (
    <span class={`tag v-${claim.finding.verdict}`} aria-hidden="true">
      <Sign verdict={claim.finding.verdict} />
      {numberOf(claim)}
    </span>
  );
}

/** Words followed by a sign: the last word and the sign stay on one line. */
function Tagged({ words, claim }: { words: string; claim: CheckedClaim }) {
  const cut = words.trimEnd().search(/\S+$/);
  return (
    <>
      {words.slice(0, cut)}
      <span class="nb">
        {words.slice(cut)}
        <Tag claim={claim} />
      </span>
    </>
  );
}

const spoken = (claim: CheckedClaim) =>
  ` (claim ${numberOf(claim)}: ${verdictWords(claim.finding.verdict).label.toLowerCase()})`;

/** A claim that lies wholly under shorter ones has no stretch of its own: its sign alone is the link. */
function SignOnly({ claim }: { claim: CheckedClaim }) {
  return (
    <a
      class={`mark sign-only v-${claim.finding.verdict}`}
      id={`m-${claim.id}`}
      href={`#${claim.id}`}
      data-claim={claim.id}
    >
      <span class="vh">{spoken(claim)}</span>
      <Tag claim={claim} />
    </a>
  );
}

function Stretch({ text, segment, drawn }: { text: string; segment: Segment; drawn: ReadonlySet<string> }) {
  const { claim, first, ending } = segment;
  const words = text.slice(segment.start, segment.end);
  const own = claim !== null && ending.some(({ id }) => id === claim.id);
  const others = ending.filter(({ id }) => id !== claim?.id);
  const className = claim === null ? undefined : `mark v-${claim.finding.verdict}`;
  return (
    <>
      {claim === null ? (
        words
      ) : first ? (
        <a class={className} id={`m-${claim.id}`} href={`#${claim.id}`} data-claim={claim.id}>
          {own ? <Tagged words={words} claim={claim} /> : words}
          <span class="vh">{spoken(claim)}</span>
        </a>
      ) : (
        <span class={className} data-claim={claim.id}>
          {own ? <Tagged words={words} claim={claim} /> : words}
        </span>
      )}
      {others.map(other => (drawn.has(other.id) ? <Tag claim={other} /> : <SignOnly claim={other} />))}
    </>
  );
}

function Marked({ text, span, claims }: { text: string; span: Span; claims: readonly CheckedClaim[] }) {
  const segments = segmentsOf(span, claims);
  const drawn = new Set(segments.flatMap(({ claim }) => (claim === null ? [] : [claim.id])));
  return (
    <>
      {segments.map(segment => (
        <Stretch text={text} segment={segment} drawn={drawn} />
      ))}
    </>
  );
}

const startsIn = (claim: CheckedClaim, [start, end]: Span) => claim.span[0] >= start && claim.span[0] < end;

function Row({
  text,
  block,
  claims,
  links,
}: {
  text: string;
  block: Block;
  claims: readonly CheckedClaim[];
  links: Links;
}) {
  const cards = claims.filter(claim => startsIn(claim, block.span));
  const marked = <Marked text={text} span={block.span} claims={claims} />;
  return (
    <div class={`row ${block.kind}`}>
      {block.kind === "heading" ? <h2>{marked}</h2> : <p>{marked}</p>}
      {cards.length > 0 && (
        <div class="cards">
          {cards.map(claim => (
            <ClaimCard claim={claim} links={links} />
          ))}
        </div>
      )}
    </div>
  );
}

/** The text set for reading, each claim marked, the findings of a paragraph beside it. */
export function MarkedText({ checked, links }: { checked: CheckedDocument; links: Links }): Html {
  const { text, title, language } = checked.document;
  const blocks = blocksOf(text).filter(({ span }, i) => {
    const repeatsTitle = i === 0 && text.slice(...span) === title;
    return !repeatsTitle || checked.claims.some(claim => startsIn(claim, span));
  });
  const rightToLeft = /^(ar|fa|he|ur|ug)\b/.test(language);
  return (
    <article class="text" lang={language || undefined} dir={rightToLeft ? "rtl" : undefined}>
      {blocks.map(block => (
        <Row text={text} block={block} claims={checked.claims} links={links} />
      ))}
      {checked.claims.length > 0 && <h2 class="notes-heading">Findings</h2>}
    </article>
  );
}
