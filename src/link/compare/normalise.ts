/**
 * The form of a value in which spelling does not matter: compatibility forms and case folded, accents of Latin, Greek and Cyrillic
 * letters dropped (marks of other scripts carry meaning and stay), punctuation as space, spaces single.
 */
export function normalise(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  const usual = USUAL.test(text);
  return text
    .normalize("NFKD")
    .replace(usual ? USUAL_ACCENTS : ACCENTS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’`´]/g, "")
    .replace(usual ? USUAL_BETWEEN : BETWEEN, " ")
    .trim();
}

const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
const BETWEEN = /[^\p{L}\p{M}\p{N}@]+/gu;

/**
 * Latin letters and the usual punctuation, for which short classes say the same as those of Unicode; a process that reads nothing else never
 * makes these. (Not µ, which is Greek, and ŉ, which has a letter of no script.)
 */
const USUAL = /^[\0-\u00b4\u00b6-\u0148\u014a-\u017f\u2010-\u2027]*$/;
const USUAL_ACCENTS = /(?<=[A-Za-z\u00c0-\u017f])[\u0300-\u036f]+/g;
const USUAL_BETWEEN = /(?:(?![\u0300-\u036f])[^a-z0-9@\u00df-\u00f6\u00f8-\u017f])+/g;
