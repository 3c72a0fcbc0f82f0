import { WORD } from "../tokens/token.ts";
import { tokenize } from "../tokens/tokenize.ts";
import { lazyDetector } from "./detector.ts";

/** Enough for a sure answer; more text only costs time. */
const SAMPLE = 400;

/** The commonest small words, by which a sentence in Latin or Cyrillic letters mostly gives itself away. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in is was for that on with as by are from at this have has were be it an not which their been its or they we you he she would will can about more than when who",
  es: "de la que el en y los del se las por un para con una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante fue es son ha han",
  fr: "de la le et les des en un du une que est pour qui dans sur au plus par ne pas avec ce il sont sa cette ses mais aux été ont comme nous on leur elle entre après être même ou d l qu n s a",
  pt: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso entre era são foram",
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur",
  it: "di che e la il un a per è in una sono mi ho ma lo ha le si ti i con cosa se io come da ci no questo qui del della dei nel nella gli alla non più anche dal delle al stato degli",
  nl: "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog door naar heeft hij worden werd uit deze over tot kan wel was ze onder meer geen",
  tr: "ve bir bu için de da ile olarak çok daha olan gibi sonra kadar en ne var o ancak her ise değil ama diye büyük yeni göre ilk tarafından iki olduğunu olduğu",
  id: "yang dan di dari untuk dengan pada ini itu dalam tidak adalah akan ke oleh juga telah karena sebagai bisa ada mereka lebih para dapat tersebut atau saat seperti hingga sudah menjadi bahwa kami",
  hi: "है के में की का और से को पर हैं ने कि यह नहीं भी एक जो कर था लिए इस गया वह तो अपने या हो थे थी जा होने साथ",
  sv: "och i att det som en på är av för med den till inte de om ett han men var jag från vi så har kan hade när sig sin skulle",
  pl: "i w na z się do nie że to jest o jak po co od za przez dla są oraz tym był być jego",
  ru: "и в не на что с по он как к у но из за от это его все так было о же был бы для мы они она или если при также после до со году которые который быть более",
};

const words = new Map<string, readonly string[]>();

function wordTable(): ReadonlyMap<string, readonly string[]> {
  if (words.size === 0) {
    for (const [language, list] of Object.entries(SMALL_WORDS)) {
      for (const word of list.split(" ")) words.set(word, [...(words.get(word) ?? []), language]);
    }
  }
  return words;
}

/** The language whose small words stand out in a text; "" when none does. */
function bySmallWords(text: string): string {
  const table = wordTable();
  const counts = new Map<string, number>();
  for (const token of tokenize(text)) {
    const languages = token.kind === WORD ? table.get(token.key) : undefined;
    if (languages)
      for (const language of languages)
        counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 3) return "";
  return best[1] >= 1.6 * (second?.[1] ?? 0) ? best[0] : "";
}

interface Scripts {
  /** Latin letters of words with a capital: names stay as they are in a text of any script, and do not count. */
  names: number;
  han: number;
  kana: number;
  hangul: number;
  latin: number;
  cyrillic: number;
  arabic: number;
  devanagari: number;
  other: number;
}

function countScripts(text: string): Scripts {
  const s: Scripts = {
    names: 0,
    han: 0,
    kana: 0,
    hangul: 0,
    latin: 0,
    cyrillic: 0,
    arabic: 0,
    devanagari: 0,
    other: 0,
  };
  let isName: boolean | null = null;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41) {
      // A figure or a stroke inside a name does not end it ("F-16s").
      if (code <= 0x20) isName = null;
      continue;
    }
    if (code < 0x250) {
      if (((code | 32) >= 97 && (code | 32) <= 122) || code >= 0xc0) {
        isName ??= code <= 0x5a || (code >= 0xc0 && code <= 0xde);
        if (isName) s.names++;
        else s.latin++;
      }
      continue;
    }
    isName = null;
    if (code >= 0x400 && code < 0x530) s.cyrillic++;
    else if (code >= 0x600 && code < 0x700) s.arabic++;
    else if (code >= 0x900 && code < 0x980) s.devanagari++;
    else if (code >= 0x4e00 && code <= 0x9fff) s.han++;
    else if (code >= 0x3040 && code <= 0x30ff) s.kana++;
    else if (code >= 0xac00 && code <= 0xd7a3) s.hangul++;
    else if (code >= 0x370 && code < 0x2000) s.other++;
  }
  return s;
}

/** A language that its script settles, "?" for one that needs a closer look, "" where there are no letters. */
function byScript(text: string): string {
  const s = countScripts(text);
  const all = Object.values(s).reduce((a, b) => a + b, 0);
  if (all === 0) return "";
  const letters = all - s.names;
  if (s.kana > 0 && s.kana * 8 >= s.han && (s.kana + s.han) * 3 > letters) return "ja";
  if (s.hangul * 2 > letters) return "ko";
  if (s.han > 0 && s.han * 3 >= letters) return "zh";
  if (s.arabic * 2 > letters) return /[پچژگکیےٹ]/.test(text) ? "?" : "ar";
  if (s.cyrillic * 2 > letters)
    return /[ыэ]/i.test(text) && !/[іїєўґђћџљњјѓќңғүұқөһәӣӯҷҳ]/i.test(text) ? "ru" : "?";
  return "?";
}

/**
 * ISO 639-1 code of the language a text (best a paragraph) is written in; "en" where nothing tells. Script and small words
 * settle nearly all text; what they leave open goes to the small model of eld.
 */
export function identifyLanguage(text: string): string {
  const sample = sampleOf(text);
  return surely(sample) ?? (lazyDetector()?.(sample) || "en");
}

/** The same where script or small words settle it; empty where only the model could guess, which of a sentence full of names it does badly. */
export const identifySurely = (text: string): string => surely(sampleOf(text)) ?? "";

const sampleOf = (text: string): string => (text.length > SAMPLE ? text.slice(0, SAMPLE) : text);

function surely(sample: string): string | null {
  const script = byScript(sample);
  if (script !== "?") return script || "en";
  return bySmallWords(sample) || null;
}
