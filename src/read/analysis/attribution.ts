import type { Attribution as Found } from "../../text/index.ts";
import type { Attribution, Span } from "../types.ts";
import { inside, overlaps } from "./spans.ts";
import { according, before, behind, saying, teller, widened } from "./speaker-names.ts";
import { withoutTime } from "./speaker-time.ts";
import { speaks } from "./speaks.ts";
import { type Material, small } from "./speech.ts";
import { ownStudy, studyIn, withMaker } from "./studies.ts";
import type { Cue } from "./types.ts";

export type { Material } from "./speech.ts";

/** A phrase that only gives a thing its name ("what one analyst calls ...") attributes that name and not the sentence. */
const onlyNames = (cues: readonly Cue[], cue: Span): boolean =>
  cues.some(each => each.name === "calls" && inside(each.span, cue));

/** A phrase that names who counted or who passes it on is not the speaker where somebody else speaks. */
const aside = (cues: readonly Cue[], span: Span): boolean =>
  cues.some(cue => (cue.name === "sourced" || cue.name === "retold") && overlaps(cue.span, span));

/** Whoever a sentence names as the one who says, counts or shows what it tells; null where it speaks for itself. */
export function attributionOf(m: Material): Attribution | null {
  const found = speakerOf(m);
  if (!found) return null;
  const named = withoutConcession(m, withoutTime(m, found));
  return withoutListener(m, withoutAuxiliaries(m, withoutPaper(m, named)));
}

/** "Although the ministry denies it": the word that grants what is said is no part of the name. */
function withoutConcession({ text, cues }: Material, found: Attribution): Attribution {
  const { span, to } = found;
  const cue = cues.find(each => each.name === "conceding" && each.span[0] === span[0]);
  if (!cue || to.length !== span[1] - span[0] || cue.span[1] >= span[1]) return found;
  const from = cue.span[1] + /^\s*/.exec(text.slice(cue.span[1], span[1]))![0].length;
  return { ...found, to: text.slice(from, span[1]), span: [from, span[1]] };
}

/** "Researchers at the institute have counted": what stands before the verb is no part of the name. */
function withoutAuxiliaries({ auxiliaries }: Material, found: Attribution): Attribution {
  let to = found.to;
  for (let cut = /\s(\S+)$/.exec(to); cut && auxiliaries.has(cut[1]!); cut = /\s(\S+)$/.exec(to))
    to = to.slice(0, cut.index);
  const end = found.span[0] + to.length;
  return to === found.to ? found : { to, span: [found.span[0], end] };
}

/** "представитель мэрии в интервью «Азия-Плюс»": whoever passes it on is not part of the speaker's name. */
function withoutPaper({ text, cues }: Material, found: Attribution): Attribution {
  const paper = cues.find(
    cue => cue.name === "retold" && cue.span[0] > found.span[0] && inside(cue.span, found.span),
  );
  if (!paper) return found;
  const to = text.slice(found.span[0], paper.span[0]).trimEnd();
  return { to, span: [found.span[0], found.span[0] + to.length] };
}

/** "Researchers found far fewer: a report by the institute counts 73": what a colon announces is told by the study behind it. */
const isAnnounced = ({ text, numbers }: Material, first: Found, study: Attribution): boolean =>
  /[:;]/.test(text.slice(first.span[1], study.span[0])) &&
  numbers.every(number => number[0] >= study.span[0]);

/** "un ancien ministre à l'AFP", "el ministro a EFE": whom he told it is no part of the speaker. */
function withoutListener({ listener: pattern }: Material, found: Attribution): Attribution {
  const listener = pattern?.exec(found.to);
  if (!listener || found.to.length !== found.span[1] - found.span[0]) return found;
  const [from] = found.span;
  const to = found.to.slice(0, listener.index);
  const end = from + found.to.length;
  const paper = listener[1]!;
  return {
    to,
    span: [from, from + to.length],
    chain: [{ role: "reteller", to: paper, span: [end - paper.length, end] }],
  };
}

function speakerOf(m: Material): Attribution | null {
  const study = studyIn(m);
  const outside = (span: Span) => !m.quoted.some(quote => inside(span, quote));
  const heard = m.found.filter(each => outside(each.cue) && !onlyNames(m.cues, each.cue) && speaks(m, each));
  const first = heard.find(each => !aside(m.cues, each.cue) || before(m) !== null) ?? heard[0];
  if (study && (!first || first.span[1] > study.span[0] || isAnnounced(m, first, study)))
    return ownStudy(study, first, m.text);
  // A name before an apposition outweighs words behind the verb ("X, the maker of Y, says it sells ...").
  const apposed =
    first && first.speaker[0] > first.cue[0] && first.speaker[0] >= first.cue[1] ? before(m) : null;
  if (apposed) return apposed;
  const told =
    first && first.speaker[0] >= first.cue[1] && aside(m.cues, first.cue) ? teller(m, first.cue) : null;
  if (told) return told;
  if (first) return withMaker(m, widened(m, { to: small(first.text, first.unnamed), span: first.speaker }));
  return saying(m) ?? behind(m) ?? before(m) ?? according(m);
}
