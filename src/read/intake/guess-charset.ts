/**
 * Tells an encoding that nobody declares by the letters it gives: in the right one the commonest letters of a script are as common as they are
 * in that script, in any other they are not (composite of Li and Momoi 2001, "A composite approach to language/encoding detection", sections 4.1
 * and 4.7: code points that are legal, then how common the characters are).
 */

interface Candidate {
  readonly charset: string;
  /** The commonest characters of what is written in it. */
  readonly common: ReadonlySet<string>;
  /** Share of them among all that are not ASCII, in ordinary text. */
  readonly expected: number;
}

const RUSSIAN = new Set("оеаинтсрвл");
const HAN = "，。、“”年月日人大上中不在有一地出";
const CANDIDATES: readonly Candidate[] = [
  { charset: "gb18030", common: new Set(`${HAN}的国和了为是个这来对与会说`), expected: 0.25 },
  { charset: "big5", common: new Set(`${HAN}的國和了為是個這來對與會說`), expected: 0.25 },
  { charset: "shift_jis", common: new Set("、。のにはをたがでとしてる"), expected: 0.3 },
  { charset: "euc-jp", common: new Set("、。のにはをたがでとしてる"), expected: 0.3 },
  { charset: "euc-kr", common: new Set("이다는의에을가하고한지로도사인를은"), expected: 0.3 },
  { charset: "windows-1251", common: RUSSIAN, expected: 0.6 },
  { charset: "koi8-r", common: RUSSIAN, expected: 0.6 },
  { charset: "iso-8859-5", common: RUSSIAN, expected: 0.6 },
  { charset: "ibm866", common: RUSSIAN, expected: 0.6 },
  { charset: "windows-1256", common: new Set("اليمنوتربة"), expected: 0.6 },
  { charset: "windows-1253", common: new Set("αοιετσνηυρ"), expected: 0.6 },
];

/** Bytes that are looked at. */
const WINDOW = 1 << 16;
/** So few letters tell nothing. */
const FEWEST = 8;
/** A candidate is taken from this share of what is expected on. */
const ENOUGH = 0.5;

/** The encoding whose letters are the likeliest; empty where none is likely, as in Western text, where such bytes stand alone. */
export function guessCharset(bytes: Uint8Array): string {
  const seen = bytes.subarray(0, WINDOW);
  if (standAlone(seen)) return "";
  let best = { charset: "", score: ENOUGH };
  for (const candidate of CANDIDATES) {
    const score = scoreOf(seen, candidate);
    if (score > best.score) best = { charset: candidate.charset, score };
  }
  return best.charset;
}

/** Do most bytes above ASCII stand between ASCII ones, as accented letters do? */
function standAlone(bytes: Uint8Array): boolean {
  let all = 0;
  let alone = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    all++;
    if ((bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 1] ?? 0) < 0x80) alone++;
  }
  return alone * 2 > all;
}

/** How common its common letters are, against what is expected; 0 where the bytes are not legal in it. */
function scoreOf(bytes: Uint8Array, { charset, common, expected }: Candidate): number {
  let text: string;
  try {
    // A character that the window cuts is no fault.
    text = new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return 0;
  }
  let all = 0;
  let found = 0;
  for (const character of text) {
    if (character < "\u0080") continue;
    all++;
    if (common.has(character)) found++;
  }
  return all < FEWEST ? 0 : found / all / expected;
}
