import type { Candidate, Case } from "./case.ts";
import { isFloor } from "./interval.ts";
import { evidenceValues } from "./reasons.ts";
import type { ReasonData, Standing } from "./types.ts";

/** On which side each piece of evidence stands, whatever the verdict. */
export function standingsOf(given: Case): Standing[] {
  return given.candidates.map(candidate => {
    const { side, code } = standOf(candidate, given);
    const turned = given.context.negative && side !== "related" ? opposite(side) : side;
    return { index: candidate.index, side: turned, note: new Note(candidate, code) };
  });
}

/** Most evidence is only counted: its values are gathered when it is shown. */
class Note implements ReasonData {
  readonly code: string;
  private readonly candidate: Candidate;

  constructor(candidate: Candidate, code: string) {
    this.candidate = candidate;
    this.code = code;
  }

  get values(): ReasonData["values"] {
    return evidenceValues(this.candidate);
  }
}

type Stand = { readonly side: Standing["side"]; readonly code: string };

const opposite = (side: Standing["side"]): Standing["side"] => (side === "for" ? "against" : "for");

function standOf(candidate: Candidate, { timeline, interestedOther, interestedLater }: Case): Stand {
  const { gate, comparison } = candidate;
  if (gate.pass === "none") return { side: "related", code: `gate-${gate.why}` };
  if (gate.pass === "near")
    return { side: "related", code: candidate.sameNumber ? gate.flag : `near-${gate.flag}` };
  if (!comparison) return { side: "related", code: "gate-no-number" };
  if (interestedOther.includes(candidate))
    return { side: "related", code: interestedLater.includes(candidate) ? "later-period" : "earlier-period" };
  const other = timeline.older.includes(candidate)
    ? "earlier"
    : timeline.newer.includes(candidate)
      ? "later"
      : "";
  const fit = comparison.fit;
  if (fit === "supported" && other === "") return { side: "for", code: supportCode(candidate) };
  if (fit === "too-wide" && candidate.repeats && other === "")
    return { side: "for", code: "gives-with-hedge" };
  if (fit === "too-wide") return { side: "related", code: wideCode(candidate) };
  if (other !== "") return { side: fit === "supported" ? "for" : "related", code: `${other}-period` };
  return { side: "against", code: fit === "imprecise" ? "near-miss" : "outside" };
}

const supportCode = ({ evidence }: Candidate) =>
  evidence.class === "self-interested" ? "interested-party" : evidence.derivedFrom ? "retelling" : "inside";

const wideCode = ({ set }: Candidate) => (set !== null && isFloor(set) ? "floor-below" : "evidence-too-wide");
