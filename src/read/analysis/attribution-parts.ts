import type { Attribution, Span } from "../types.ts";
import { attributionOf, type Material } from "./attribution.ts";
import { inside } from "./spans.ts";

/** What is told behind a semicolon, by a speaker of its own. */
export interface PartVoice {
  readonly span: Span;
  readonly attribution: Attribution;
}

/**
 * "The firm says it serves 100 countries; researchers counted 52": the parts of a sentence behind its semicolons that somebody else tells.
 * A part that names nobody goes on with whoever spoke before.
 */
export function voicesByPart(m: Material): PartVoice[] {
  return partsBehind(m).flatMap(span => {
    const within = <T extends { readonly span: Span }>(items: readonly T[]) =>
      items.filter(item => inside(item.span, span));
    const attribution = attributionOf({
      ...m,
      span,
      cues: within(m.cues),
      dates: within(m.dates),
      found: within(m.found),
    });
    return attribution && !m.pronouns.has(attribution.to.toLowerCase()) ? [{ span, attribution }] : [];
  });
}

/** Stretches behind the semicolons that stand outside quotation marks. */
function partsBehind({ text, span, quoted }: Material): Span[] {
  const said = text.slice(...span);
  if (!/[;；؛]/.test(said)) return [];
  const cuts = [...said.matchAll(/[;；؛]/g)]
    .map(({ index }) => span[0] + index + 1)
    .filter(cut => !quoted.some(([from, to]) => from < cut && cut <= to));
  return cuts.map((from, i): Span => [from, cuts[i + 1] ?? span[1]]);
}
