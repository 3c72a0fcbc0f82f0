import type { Attribution as Found } from "../../text/index.ts";
import type { Attribution, Span } from "../types.ts";
import { inside, overlaps } from "./spans.ts";
import { type Material, small } from "./speech.ts";

/** Longest name of a study, in characters ("research from the university's centre for ..."). */
const STUDY_REACH = 90;

/** "research from X shows": the study with its maker, up to the verb of finding. Of two the one behind a colon tells what is told there. */
export function studyIn(m: Material): Attribution | null {
  const { text } = m;
  const [first, ...more] = studiesIn(m);
  if (!first) return foundBy(m);
  const behind = more.find(
    ({ span }) =>
      /[:;]/.test(text.slice(first.span[1], span[0])) && m.numbers.every(number => number[0] >= span[0]),
  );
  return behind ?? first;
}

/** "We estimate": behind a pronoun the word is a verb, and the study is that of whoever writes. */
const isDone = ({ text, pronouns, span }: Material, at: number): boolean =>
  pronouns.has(
    /(\p{L}+)\s+$/u.exec(text.slice(Math.max(span[0], at - DONE_REACH), at))?.[1]?.toLowerCase() ?? "",
  );

/** Longest pronoun and the spaces behind it. */
const DONE_REACH = 16;

function studiesIn(m: Material): Attribution[] {
  const { text, cues } = m;
  return cues.flatMap(study => {
    if (study.name !== "studies" || isDone(m, study.span[0])) return [];
    const verb = cues.find(cue => cue.name === "findings" && cue.span[0] >= study.span[1]);
    if (!verb || verb.span[0] - study.span[0] > STUDY_REACH) return [];
    if (/[,;:.!?–—]/.test(text.slice(study.span[1], verb.span[0]))) return [];
    const length = text.slice(study.span[0], verb.span[0]).trimEnd().length;
    const span: Span = [study.span[0], study.span[0] + length];
    return [{ to: small(text.slice(...span), true), span }];
  });
}

/** "أظهرت دراسة": the study right behind its verb, where verbs stand first. */
function foundBy({ text, cues, verbFirst }: Material): Attribution | null {
  if (!verbFirst) return null;
  for (const verb of cues.filter(cue => cue.name === "findings")) {
    const study = cues.find(
      cue => cue.name === "studies" && cue.span[0] >= verb.span[1] && cue.span[0] - verb.span[1] <= 1,
    );
    if (study) return { to: text.slice(...study.span), span: study.span };
  }
  return null;
}

/** "Police statistics show": the words before a study belong to it. */
export function ownStudy(study: Attribution, first: Found | undefined, text: string): Attribution {
  if (!first || !overlaps(first.speaker, study.span) || first.speaker[0] >= study.span[0]) return study;
  const span: Span = [first.speaker[0], study.span[1]];
  return { to: text.slice(...span), span };
}

/** "according to a 2023 count by the institute": a study is told with its maker. */
export function withMaker(
  { text, cues, span, makers, makerName }: Material,
  found: Attribution,
): Attribution {
  if (!cues.some(cue => cue.name === "studies" && inside(cue.span, found.span))) return found;
  const rest = text.slice(found.span[1], Math.min(span[1], found.span[1] + STUDY_REACH));
  // The pattern of names is large; most studies have no word for a maker behind them.
  const [first = ""] = rest.trimStart().split(/\s/, 1);
  if (!makers.has(first.toLowerCase())) return found;
  const maker = makerName?.exec(rest);
  if (!maker) return found;
  const whole: Span = [found.span[0], found.span[1] + maker[0].replace(/[.]$/, "").length];
  return { to: text.slice(...whole), span: whole };
}
