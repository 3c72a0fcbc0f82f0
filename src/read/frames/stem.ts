/** Light stems: they only have to be the same for the forms of one word, and rarely for two words. */

/** English: plural and possessive s. */
export function stemEnglish(word: string): string {
  const n = word.length;
  if (n < 4 || word.charCodeAt(n - 1) !== 115) return word;
  if (word.endsWith("ies") && n > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith("sses") || word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes"))
    return word.slice(0, -2);
  return word.endsWith("ss") || word.endsWith("us") || word.endsWith("is") ? word : word.slice(0, -1);
}

const ACCENTS = /[\u0300-\u036f]/g;
const bare = (word: string): string => word.normalize("NFD").replace(ACCENTS, "");

/** Spanish, Portuguese, French: accents, plural, and the gender of adjectives and participles. */
export function stemRomance(word: string): string {
  const plain = bare(word);
  if (plain.length < 4) return plain;
  return plain.replace(/(?:es|as|os|s|e|a|o)$/, "");
}

const RUSSIAN_ENDING =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ией|ать|ять|ить|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ым|им|ом|ем|ую|юю|ию|ия|ии|ью|ам|ям|их|ых|а|я|о|е|у|ю|ы|и|ь|й)$/;

/** Russian: the case ending of words of five letters and more. */
export function stemRussian(word: string): string {
  if (word.length < 5) return word;
  const stem = word.replace(RUSSIAN_ENDING, "");
  return stem.length >= 3 ? stem : word;
}

const ARABIC_MARKS = /[\u064B-\u0652\u0670\u0640]/g;
const ARABIC_START = /^(?:وال|بال|كال|فال|ال|لل|و)(?=.{3})/;
const ARABIC_END = /(?<=.{3})(?:ها|ان|ات|ون|ين|وا|يه|ية|ه|ة|ي|ا)$/;

/** "That he", "that she": without its ending it would be the stem of verbs and nouns ("أنهى"). */
const ARABIC_THAT = /^(?:و|ل|ب)?ان(?:ه|ها|هم|هن|هما|نا|ني|ك|كم)$/;

/**
 * Arabic: vowel marks, the spellings of alef and ya, joined "and", "by", "to" with the article, and plain endings (Larkey,
 * Ballesteros & Connell 2002, "Improving stemming for Arabic information retrieval", the light stemmer).
 */
export function stemArabic(word: string): string {
  const plain = word.replace(ARABIC_MARKS, "").replace(/[أإآ]/g, "ا").replace(/ى/g, "ي");
  if (ARABIC_THAT.test(plain)) return `=${plain}`;
  return plain.replace(ARABIC_START, "").replace(ARABIC_END, "");
}

/** Languages without endings that matter here. */
export const stemNone = (word: string): string => word;
