import type { CheckedClaim, CheckedDocument } from "../../check/types.ts";
import type { Span } from "../../read/types.ts";
import type { Html } from "../html.ts";
import { Sign } from "../icons.tsx";
import { type Block, type BlockCell, blocksOf } from "./blocks.ts";
import { ClaimCard, numberOf } from "./card.tsx";
import { directionOf } from "./direction.ts";
import type { Links } from "./evidence.tsx";
import { type Segment, segmentsOf } from "./segments.ts";
import { verdictIn } from "./summary.tsx";
import { type ArticleWords, fill } from "./words/index.ts";

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

const spoken = (claim: CheckedClaim, words: ArticleWords) =>
  fill(words.spoken, {
    n: numberOf(claim),
    verdict: verdictIn(claim.finding.verdict, words).label.toLowerCase(),
  });

/** A claim that lies wholly under shorter ones has no stretch of its own: its sign alone is the link. */
function SignOnly({ claim, words }: { claim: CheckedClaim; words: ArticleWords }) {
  return (
    <a
      class={`mark sign-only v-${claim.finding.verdict}`}
      id={`m-${claim.id}`}
      href={`#${claim.id}`}
      data-claim={claim.id}
    >
      <span class="vh">{spoken(claim, words)}</span>
      <span class="nb">
        <Tag claim={claim} />
      </span>
    </a>
  );
}

interface Stretched {
  readonly text: string;
  readonly segment: Segment;
  readonly drawn: ReadonlySet<string>;
  readonly page: ArticleWords;
}

function Stretch({ text, segment, drawn, page }: Stretched) {
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
          <span class="vh">{spoken(claim, page)}</span>
        </a>
      ) : (
        <span class={className} data-claim={claim.id}>
          {own ? <Tagged words={words} claim={claim} /> : words}
        </span>
      )}
      {others.map(other =>
        drawn.has(other.id) ? (
          <span class="nb">
            <Tag claim={other} />
          </span>
        ) : (
          <SignOnly claim={other} words={page} />
        ),
      )}
    </>
  );
}

interface MarkedProps {
  readonly text: string;
  readonly span: Span;
  readonly claims: readonly CheckedClaim[];
  readonly page: ArticleWords;
}

function Marked({ text, span, claims, page }: MarkedProps) {
  const segments = segmentsOf(span, claims);
  const drawn = new Set(segments.flatMap(({ claim }) => (claim === null ? [] : [claim.id])));
  return (
    <>
      {segments.map(segment => (
        <Stretch text={text} segment={segment} drawn={drawn} page={page} />
      ))}
    </>
  );
}

const startsIn = (claim: CheckedClaim, [start, end]: Span) => claim.span[0] >= start && claim.span[0] < end;

interface BlockProps extends Omit<MarkedProps, "span"> {
  readonly block: Block;
}

/** The cells of a row, each under its column. */
function Cells({ cells, ...marked }: Omit<MarkedProps, "span"> & { cells: readonly BlockCell[] }) {
  const width = cells.reduce((sum, { across }) => sum + across, 0);
  return (
    <p class={`columns-${width}`}>
      {cells.map(({ span, across }) => (
        <span class={across > 1 ? `cell across-${across}` : "cell"}>
          <Marked {...marked} span={span} />
        </span>
      ))}
    </p>
  );
}

function Words({ block, ...marked }: BlockProps) {
  if (block.cells) return <Cells {...marked} cells={block.cells} />;
  const words = <Marked {...marked} span={block.span} />;
  return block.kind === "heading" ? <h2>{words}</h2> : <p>{words}</p>;
}

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
  return (
    <div class={`row ${block.kind}`}>
      <Words text={text} block={block} claims={claims} page={links.words} />
      {cards.length > 0 && (
        <div class="cards" lang={links.words.language} dir={directionOf(links.words.language)}>
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
  const blocks = blocksOf(checked.document).filter(({ span }, i) => {
    const repeatsTitle = i === 0 && text.slice(...span) === title;
    return !repeatsTitle || checked.claims.some(claim => startsIn(claim, span));
  });
  return (
    <article
      class="text"
      aria-labelledby="article-title"
      lang={language || undefined}
      dir={directionOf(language)}
    >
      {blocks.map(block => (
        <Row text={text} block={block} claims={checked.claims} links={links} />
      ))}
      {checked.claims.length > 0 && (
        <h2 class="notes-heading" lang={links.words.language} dir={directionOf(links.words.language)}>
          {links.words.findings}
        </h2>
      )}
    </article>
  );
}
