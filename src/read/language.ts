import { identifyLanguage, identifySurely } from "../text/index.ts";

/** Texts shorter than this are left to what the markup declares, where it declares anything. */
const SHORT = 60;
/** And than this, where neither script nor small words say otherwise. */
const FEW_SENTENCES = 400;
/** How much of a long text is shown to the identifier, in characters. */
const SAMPLE = 2000;

/** A sample from inside a long text, where menus and bylines are rare. */
function sampleOf(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= SAMPLE) return trimmed;
  const start = Math.min(Math.floor(trimmed.length / 4), trimmed.length - SAMPLE);
  return trimmed.slice(start, start + SAMPLE);
}

/** ISO 639-1 code of a text's language; `declared` decides for texts too short to tell. */
export function detectLanguage(text: string, declared = ""): string {
  const sample = sampleOf(text);
  if (declared === "" || sample.length >= FEW_SENTENCES) return identifyLanguage(sample);
  return (sample.length < SHORT ? "" : identifySurely(sample)) || declared;
}
