import type { Attribution, Span } from "../types.ts";
import { attributionOf, type Material } from "./attribution.ts";
import { inside } from "./spans.ts";

/** What is told behind a semicolon, by a speaker of its own. */
export interface PartVoice {
  readonly span: Span;
  readonly attribution: Attribution;
}

/**
 * "The firm says it serves 100 countries; researchers counted 52": the parts of a sentence behind its semicolons, and behind a comma and "but",
 * that somebody else tells. A part that names nobody goes on with whoever spoke before.
 */
export function voicesByPart(m: Material): PartVoice[] {
  const { spans, turns } = partsBehind(m);
  return spans.flatMap(span => {
    const within = <T extends { readonly span: Span }>(items: readonly T[]) =>
      items.filter(item => inside(item.span, span));
    const attribution = attributionOf({
      ...m,
      span,
      cues: within(m.cues),
      dates: within(m.dates),
      found: within(m.found),
    });
    if (!attribution || m.pronouns.has(attribution.to.toLowerCase())) return [];
    // Behind "but" a speaker comes at once, or tells the whole sentence.
    const late = turns.has(span[0]) && attribution.span[0] - span[0] > TURN_REACH;
    return late ? [] : [{ span, attribution }];
  });
}

/** Characters between the comma before "but" and the speaker behind it. */
const TURN_REACH = 10;

/** Stretches behind the semicolons, and behind the commas before "but", that stand outside quotation marks; and where the latter begin. */
function partsBehind({ text, span, quoted, cues, found }: Material): {
  spans: Span[];
  turns: ReadonlySet<number>;
} {
  const said = text.slice(...span);
  const turns = new Set(found.length > 1 ? turnsIn(text, cues) : []);
  const stops = /[;；؛]/.test(said) ? [...said.matchAll(/[;；؛]/g)] : [];
  const cuts = [...stops.map(({ index }) => span[0] + index + 1), ...turns]
    .filter(cut => !quoted.some(([from, to]) => from < cut && cut <= to))
    .sort((a, b) => a - b);
  return { spans: cuts.map((from, i): Span => [from, cuts[i + 1] ?? span[1]]), turns };
}

/** Where a comma and a word that turns what was said round open a part. */
const turnsIn = (text: string, cues: Material["cues"]): number[] =>
  cues.flatMap(({ name, span: [from] }) =>
    name === "contrasting" && /[,，،]\s*$/.test(text.slice(Math.max(0, from - 2), from)) ? [from] : [],
  );
