import type { CueName } from "../lexicon.ts";
import type { Attribution, Span } from "../types.ts";
import { attributionOf, type Material } from "./attribution.ts";
import { inside } from "./spans.ts";

/** What is told behind a semicolon, or a word that sets it against what was told before, by a speaker of its own. */
export interface PartVoice {
  readonly span: Span;
  readonly attribution: Attribution;
}

/**
 * "The firm says it serves 100 countries; researchers counted 52", "the firm denies it, although officials say": the parts of a sentence
 * that somebody else tells. A part that names nobody goes on with whoever spoke before.
 */
export function voicesByPart(m: Material): PartVoice[] {
  return partsBehind(m).flatMap(({ span, told }) => {
    const within = <T extends { readonly span: Span }>(items: readonly T[]) =>
      items.filter(item => inside(item.span, told));
    const attribution = attributionOf({
      ...m,
      span: told,
      cues: within(m.cues),
      dates: within(m.dates),
      found: within(m.found),
    });
    if (!attribution || m.pronouns.has(attribution.to.toLowerCase())) return [];
    // Behind "but" a speaker comes at once, or tells the whole sentence.
    const late = told[0] > span[0] && attribution.span[0] - told[0] > TURN_REACH;
    return late ? [] : [{ span, attribution }];
  });
}

/** Characters between "but" and the speaker behind it. */
const TURN_REACH = 10;

interface Part {
  readonly span: Span;
  /** The part without the word that opens it. */
  readonly told: Span;
}

/** Where a part begins, and where its words do. */
type Cut = readonly [start: number, behind: number];

/** Stretches behind the semicolons that stand outside quotation marks, and behind the openers of what somebody else tells. */
function partsBehind(m: Material): Part[] {
  const { text, span, quoted } = m;
  const said = text.slice(...span);
  const marks: Cut[] = /[;；؛]/.test(said)
    ? [...said.matchAll(/[;；؛]/g)].map(({ index }) => [span[0] + index + 1, span[0] + index + 1])
    : [];
  const cuts = [...marks, ...openersIn(m)]
    .filter(([cut]) => !quoted.some(([from, to]) => from < cut && cut <= to))
    .sort((a, b) => a[0] - b[0]);
  return cuts.map(([from, behind], i): Part => {
    const to = cuts[i + 1]?.[0] ?? span[1];
    return { span: [from, to], told: [behind, to] };
  });
}

const OPENERS: ReadonlySet<CueName> = new Set(["contrasting", "subordinating", "joining"]);
const TELLS: ReadonlySet<CueName> = new Set(["says", "accordingTo"]);

/** ", although former officials say": behind a comma an opener between two words of telling. */
function openersIn({ text, cues, found }: Material): Cut[] {
  const tells = cues.filter(({ name }) => TELLS.has(name)).map(({ span }) => span[0]);
  if (tells.length + found.length < 2) return [];
  tells.push(...found.map(({ cue }) => cue[0]));
  const [first, last] = [Math.min(...tells), Math.max(...tells)];
  return cues
    .filter(({ name, span: [from, to] }) => OPENERS.has(name) && first < from && to <= last)
    .filter(({ span: [from] }) => /[,،，]\s*$/.test(text.slice(Math.max(0, from - 2), from)))
    .map(({ span: [from, to] }): Cut => [from, to]);
}
