/** How many characters decide the language of a document. */
const SAMPLE = 4000;
/** Texts shorter than this are left to what the markup declares, where it declares anything. */
const SHORT = 60;

/** A sample from the middle of a long text, where menus and bylines are rare. */
function sampleOf(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= SAMPLE) return trimmed;
  const start = Math.min(Math.floor(trimmed.length / 4), trimmed.length - SAMPLE);
  return trimmed.slice(start, start + SAMPLE);
}

/** BCP 47 primary tag of a text's language; `declared` decides for texts too short to tell. `und` where nothing tells. */
export async function detectLanguage(text: string, declared = ""): Promise<string> {
  const sample = sampleOf(text);
  if (sample.length < SHORT && declared !== "") return declared;
  const { eld } = await import("eld/small");
  return eld.detect(sample).language || declared || "und";
}
