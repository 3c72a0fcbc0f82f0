/**
 * Forms under which an inflected word may stand in the gazetteer. These are not lemmas: the gazetteer is stored by the
 * same stems, and a stem is tried only where the word itself is unknown.
 */

const RU_ENDINGS =
  "иями ями ами иях ого его ому ему ыми ими ией ием иям ях ах ия ию ии ов ев ей ой ом ем ам ям ая яя ое ее ые ие ый ий ую юю ых их ым им а я о е у ю ы и ь й".split(
    " ",
  );

/** Russian: every stem that a case ending may leave, of four letters or more; the longest first, so that "Нигерии" is no Niger. */
export function russianForms(word: string): string[] {
  const forms: string[] = [];
  for (const ending of RU_ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) forms.push(word.slice(0, -ending.length));
  }
  return forms.sort((a, b) => b.length - a.length);
}

/** Russian: the cases of a short name, whose stem would be too short to tell from other words. */
export function russianCases(name: string): string[] {
  if (name.length > 5 || name.length < 3 || /[оуиеэ]$/.test(name)) return [];
  const base = name.slice(0, -1);
  if (name.endsWith("а")) return ["ы", "е", "у", "ой"].map(ending => base + ending);
  if (name.endsWith("я")) return ["и", "ю", "ей"].map(ending => base + ending);
  return /[аяьйы]$/.test(name) ? [] : ["а", "у", "ом", "е"].map(ending => name + ending);
}

/** Russian: the stem under which a name in its first case is stored; names that do not change are stored whole. */
export function russianStem(word: string): string {
  const stem = word.replace(/(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$/, "");
  if (stem !== word && stem.length >= 4) return stem;
  const noun = word.replace(/[аяьйы]$/, "");
  return noun.length >= 4 ? noun : word;
}

const AR_PREFIXES = [
  "وال",
  "بال",
  "كال",
  "فال",
  "وبال",
  "ولل",
  "لل",
  "ال",
  "وب",
  "ول",
  "و",
  "ب",
  "ل",
  "ف",
  "ك",
];
const AR_SUFFIXES = ["يين", "يون", "يات", "يان", "يه", "ين", "ون", "ات", "ه", "ا"];

/** Arabic: the word without conjunctions, prepositions and article in front, and without the endings of adjectives. */
export function arabicForms(word: string): string[] {
  const forms: string[] = [];
  const bases = [word];
  for (const prefix of AR_PREFIXES) {
    if (word.startsWith(prefix) && word.length - prefix.length >= 3) bases.push(word.slice(prefix.length));
  }
  for (const base of bases) {
    forms.push(base);
    for (const suffix of AR_SUFFIXES) {
      if (base.endsWith(suffix) && base.length - suffix.length >= 3) {
        const cut = base.slice(0, -suffix.length);
        forms.push(suffix.startsWith("ي") ? `${cut}ي` : cut);
      }
    }
  }
  return forms;
}

/** German: an adjective of a country without its ending ("chinesischen", "deutsches"). */
export function germanForms(word: string): string[] {
  const found = /^(.*sch)(?:e|en|er|es|em)$/.exec(word);
  return found ? [found[1]!] : [];
}

/** Spanish, French, Portuguese demonyms: singular and masculine forms of a plural or feminine. */
export function romanceForms(word: string): string[] {
  const forms: string[] = [];
  const add = (form: string): void => {
    if (form.length >= 3 && form !== word) forms.push(form);
  };
  const single = word.replace(/(?:es|s)$/, "");
  add(word.replace(/s$/, ""));
  add(single);
  for (const base of [word, word.replace(/s$/, ""), single]) {
    add(base.replace(/a$/, "o"));
    add(base.replace(/a$/, ""));
    add(base.replace(/e$/, ""));
    add(base.replace(/ienne$/, "ien"));
    add(base.replace(/enne$/, "en"));
    add(base.replace(/onne$/, "on"));
    add(base.replace(/ine$/, "in"));
    add(base.replace(/ane$/, "an"));
    add(base.replace(/que$/, "c"));
    add(base.replace(/esa$/, "és"));
    add(base.replace(/ese$/, "és"));
    add(base.replace(/esa$/, "ês"));
    add(base.replace(/ese$/, "ês"));
    add(base.replace(/ana$/, "án"));
    add(base.replace(/ane$/, "án"));
    add(base.replace(/ã$/, "ão"));
    add(base.replace(/õe$/, "ão"));
    add(base.replace(/ana$/, "ano"));
    add(base.replace(/eia$/, "eu"));
  }
  return forms;
}
