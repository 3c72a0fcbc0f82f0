import { remembering } from "../remember.ts";

const ARABIC_FOLD: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
  ک: "ك",
  ی: "ي",
};
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u061c]/g;
const ARABIC_MARKS = /[\u064b-\u065f\u0670]/g;

/** The folded form under which a word is looked up. */
export function foldWord(word: string): string {
  let plain = true;
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) > 0x7f) {
      plain = false;
      break;
    }
  }
  return plain ? word.toLowerCase() : foldedUnicode(word);
}

const foldedUnicode = remembering((word): string => {
  let out = word.normalize("NFKC").replace(INVISIBLE, "").replace(/İ/g, "i").toLowerCase();
  out = out.replace(/\u0307/g, "");
  if (/[\u0600-\u06ff]/.test(out)) {
    out = out.replace(ARABIC_MARKS, "").replace(/[أإآٱىةکی]/g, ch => ARABIC_FOLD[ch] ?? ch);
  }
  return out.replace(/ё/g, "е").replace(/[’ʼ`´]/g, "'");
});

const SIGN_FOLD: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "«": '"',
  "»": '"',
  "＂": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "–",
  "—": "—",
  "―": "—",
  "−": "-",
  "－": "-",
  "﹣": "-",
  "～": "~",
  "〜": "~",
  "∼": "~",
  "％": "%",
  "﹪": "%",
  "٪": "%",
  "，": ",",
  "、": ",",
  "،": ",",
  "。": ".",
  "．": ".",
  "｡": ".",
  "：": ":",
  "；": ";",
  "؛": ";",
  "（": "(",
  "）": ")",
  "／": "/",
  "＄": "$",
  "﹩": "$",
  "￥": "¥",
  "￡": "£",
  "？": "?",
  "؟": "?",
  "！": "!",
  "＋": "+",
  º: "°",
  "˚": "°",
  "′": "′",
  "…": "…",
  "۔": ".",
  "।": ".",
  "＜": "<",
  "＞": ">",
  "＝": "=",
  "×": "×",
  "⁄": "/",
  "∕": "/",
};

/** The keys of characters that are tokens of their own, 256 a page: one string each for all texts, which maps compare by its address. */
const CHARACTERS: (string | undefined)[][] = [];

export function characterKey(code: number): string {
  CHARACTERS[code >> 8] ??= [];
  const page = CHARACTERS[code >> 8]!;
  let key = page[code & 255];
  if (key === undefined) {
    const ch = String.fromCharCode(code);
    key = SIGN_FOLD[ch] ?? ch;
    page[code & 255] = key;
  }
  return key;
}
