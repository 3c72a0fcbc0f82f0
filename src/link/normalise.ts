/**
 * The form of a value in which spelling does not matter: compatibility forms and case folded, accents of Latin, Greek and Cyrillic
 * letters dropped (marks of other scripts carry meaning and stay), punctuation as space, spaces single.
 */
export function normalise(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  return text
    .normalize("NFKD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’`´]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}@]+/gu, " ")
    .trim();
}
