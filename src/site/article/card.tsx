import type { CheckedClaim } from "../../check/types.ts";
import { formatAmount, formatPeriod } from "../format.ts";
import type { Html } from "../html.ts";
import { Sign } from "../icons.tsx";
import { verdictWords } from "../verdicts.ts";
import { ClaimChart } from "./claim-chart.tsx";
import { correctionOf } from "./correction.ts";
import { EvidenceSide, IndicatorBox, type Links } from "./evidence.tsx";

/** The number that a reader sees at a mark and at its card: claims are numbered as they stand in the text. */
export const numberOf = (claim: CheckedClaim): string => claim.id.replace(/^\D+/, "") || claim.id;

function readAs(claim: CheckedClaim): string {
  const amount =
    claim.value === null ? "" : formatAmount({ ...claim, low: claim.high === null ? null : claim.value });
  const attribution =
    claim.attribution === null ? "" : `according to ${claim.attribution.to || "nobody named"}`;
  return [
    claim.subject,
    claim.measure.replaceAll("-", " "),
    amount,
    claim.population === "" ? "" : `of ${claim.population}`,
    formatPeriod(...claim.period),
    attribution,
  ]
    .filter(Boolean)
    .join("; ");
}

function Correction({ claim, links }: { claim: CheckedClaim; links: Links }) {
  const correction = correctionOf(claim, links.citations);
  if (correction === null) return null;
  return (
    <section class="correction">
      <h4>For the editor</h4>
      <p id={`fix-${claim.id}`}>{correction}</p>
      <button type="button" class="copy" data-copy={`fix-${claim.id}`} hidden>
        Copy
      </button>
    </section>
  );
}

function Body({ claim, links }: { claim: CheckedClaim; links: Links }) {
  const { finding } = claim;
  const [, ...others] = finding.reasons;
  const said = finding.reasons.map(({ text }) => text);
  const nothing = finding.for.length + finding.against.length + finding.related.length === 0;
  return (
    <div class="body" id={claim.id}>
      <p class="quoted">
        <a href={`#m-${claim.id}`}>“{claim.text}”</a>
      </p>
      {readAs(claim) !== "" && <p class="read-as">Read as: {readAs(claim)}.</p>}
      {others.length > 0 && (
        <ul class="reasons">
          {others.map(reason => (
            <li data-code={reason.code}>{reason.text}</li>
          ))}
        </ul>
      )}
      <ClaimChart claim={claim} />
      <EvidenceSide title="Evidence for" name="for" evidence={finding.for} links={links} said={said} />
      <EvidenceSide
        title="Evidence against"
        name="against"
        evidence={finding.against}
        links={links}
        said={said}
      />
      {finding.indicator !== null && <IndicatorBox indicator={finding.indicator} links={links} />}
      <EvidenceSide
        title="Found, but not comparable"
        name="related"
        evidence={finding.related}
        links={links}
        said={said}
      />
      {nothing && finding.indicator === null && (
        <p class="none">The book holds no evidence on either side.</p>
      )}
      {finding.missing !== "" && (
        <p class="missing">
          <b>What would settle it:</b> {finding.missing}
        </p>
      )}
      <Correction claim={claim} links={links} />
    </div>
  );
}

/** The finding on one claim: closed, the verdict and its first reason; opened, all the evidence. */
export function ClaimCard({ claim, links }: { claim: CheckedClaim; links: Links }): Html {
  const { verdict, reasons } = claim.finding;
  const words = verdictWords(verdict);
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
