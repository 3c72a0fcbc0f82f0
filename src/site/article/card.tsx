import type { CheckedClaim } from "../../check/types.ts";
import { claimWords } from "../../read/claim-words.ts";
import { segment } from "../frame.ts";
import type { Html } from "../html.ts";
import { Sign } from "../icons.tsx";
import { ClaimChart } from "./claim-chart.tsx";
import { correctionOf } from "./correction.ts";
import { EvidenceSide, IndicatorBox, type Links } from "./evidence.tsx";
import { verdictIn } from "./summary.tsx";
import { type ArticleWords, fill } from "./words/index.ts";

/** The number that a reader sees at a mark and at its card: claims are numbered as they stand in the text. */
export const numberOf = (claim: CheckedClaim): string => claim.id.replace(/^\D+/, "") || claim.id;

function readAs(claim: CheckedClaim, words: ArticleWords): string {
  const amount =
    claim.value === null ? "" : words.amount({ ...claim, low: claim.high === null ? null : claim.value });
  const attribution =
    claim.attribution === null ? "" : fill(words.accordingTo, { name: claim.attribution.to || words.nobody });
  return [
    claim.subject,
    claim.measure === "" ? "" : words.measure(claim.measure),
    amount,
    claim.population === "" ? "" : fill(words.ofPopulation, { population: claim.population }),
    words.period(...claim.period),
    attribution,
  ]
    .filter(Boolean)
    .join(words.readJoiner);
}

function Correction({ claim, links }: { claim: CheckedClaim; links: Links }) {
  const correction = correctionOf(claim, links.citations, links.words);
  if (correction === null) return null;
  return (
    <section class="correction">
      <h3>{links.words.editor}</h3>
      <p id={`fix-${claim.id}`}>{correction}</p>
      <button
        type="button"
        class="copy"
        data-copy={`fix-${claim.id}`}
        data-done={links.words.copied}
        data-failed={links.words.notCopied}
        hidden
      >
        {links.words.copy}
      </button>
    </section>
  );
}

function Body({ claim, links }: { claim: CheckedClaim; links: Links }) {
  const { finding } = claim;
  const { words } = links;
  const read = readAs(claim, words);
  const [, ...others] = finding.reasons;
  const said = finding.reasons.map(({ text }) => text);
  const nothing = finding.for.length + finding.against.length + finding.related.length === 0;
  return (
    <div class="body" id={claim.id}>
      <p class="quoted">
        <a href={`#m-${claim.id}`}>{fill(words.quoted, { text: claimWords(claim) })}</a>
      </p>
      {read !== "" && <p class="read-as">{fill(words.readAs, { read })}</p>}
      {others.length > 0 && (
        <ul class="reasons">
          {others.map(reason => (
            <li data-code={reason.code}>{reason.text}</li>
          ))}
        </ul>
      )}
      <ClaimChart claim={claim} words={words} />
      <EvidenceSide name="for" evidence={finding.for} links={links} said={said} />
      <EvidenceSide name="against" evidence={finding.against} links={links} said={said} />
      {finding.indicator !== null && <IndicatorBox indicator={finding.indicator} links={links} />}
      <EvidenceSide
        name="related"
        evidence={finding.related}
        links={links}
        said={said}
        left={finding.left ?? 0}
      />
      {nothing && finding.indicator === null && <p class="none">{words.nothing}</p>}
      {finding.missing !== "" && (
        <p class="missing">
          <b>{words.missing}</b> {finding.missing}
        </p>
      )}
      <Correction claim={claim} links={links} />
      {links.appeal != null && (
        <p class="appeal">
          <a href={`${links.appeal}${segment(claim.id)}`} rel="nofollow">
            {words.appeal}
          </a>
        </p>
      )}
    </div>
  );
}

/** The finding on one claim: closed, the verdict and its first reason; opened, all the evidence. */
export function ClaimCard({ claim, links }: { claim: CheckedClaim; links: Links }): Html {
  const { verdict, reasons } = claim.finding;
  const words = verdictIn(verdict, links.words);
  return (
    <details class={`card v-${verdict}`} id={`card-${claim.id}`} data-claim={claim.id}>
      <summary>
        <span class="head">
          <span class="n">{numberOf(claim)}</span>
          <Sign verdict={verdict} />
          <span class="verdict">{words.label}</span>
        </span>
        <span class="gist">{reasons[0]?.text ?? words.meaning}</span>
      </summary>
      <Body claim={claim} links={links} />
    </details>
  );
}
