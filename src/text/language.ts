import { eld } from "eld/small";

/** Enough for a sure answer; more text only costs time. */
const SAMPLE = 400;

/** Scripts that settle the language alone; Han with kana is Japanese. */
function byScript(text: string): string {
  let [han, kana, hangul, latin, other, letters] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41) continue;
    if (code < 0x250) {
      if ((code | 32) >= 97 && (code | 32) <= 122) latin++;
      else if (code >= 0xc0) latin++;
    } else if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (code >= 0x3040 && code <= 0x30ff) kana++;
    else if (code >= 0xac00 && code <= 0xd7a3) hangul++;
    else if (code >= 0x370 && code < 0x2000) other++;
  }
  letters = han + kana + hangul + latin + other;
  if (letters === 0) return "";
  if (kana > 0 && kana * 8 >= han && (kana + han) * 3 > letters) return "ja";
  if (hangul * 2 > letters) return "ko";
  if (han * 3 > letters) return "zh";
  return "?";
}

/**
 * ISO 639-1 code of the language a text (best a paragraph) is written in; "en" where nothing tells. Chinese, Japanese and
 * Korean are told by script, the rest by the small model of eld on the first characters.
 */
export function identifyLanguage(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const script = byScript(sample);
  if (script !== "?") return script || "en";
  const found = eld.detect(sample).language;
  return found === "" ? "en" : found;
}
