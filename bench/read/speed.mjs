// How fast claims are read. A core that is shared with other work (most virtual machines lend half of one) gives its full speed only
// now and then, and a long reading averages over both. So texts of 30,000 characters are read again and again: the least time tells
// what the code takes on a core of its own, the median what this machine gave; and the same words are cut by Intl.Segmenter by turns,
// which is a ratio that no machine changes much.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);
const { readClaims } = await import(new URL("dist/read/index.js", root));

const LANGUAGES = ["en", "es", "fr", "ru", "zh", "ar", "pt"];
const LENGTH = 30_000;
const ROUNDS = 40;
/** Readings until V8 has compiled what a language needs. */
const WARM = 20;

export const documentOf = (text, language) => ({
  title: "",
  language,
  sha256: "",
  characters: text.length,
  text,
  url: "",
  publisher: "",
  authors: [],
  published: "2025-11-13",
  format: "text",
  links: [],
  warnings: [],
});

export function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const sorted = values => [...values].sort((a, b) => a - b);
export const median = values => sorted(values)[Math.floor(values.length / 2)];

/** The golden texts of a language, repeated to a length. */
export function goldenText(language, length) {
  const folder = new URL("cases/read/", root);
  const once = readdirSync(folder)
    .filter(name => name.startsWith(`${language}-`) && existsSync(new URL(`${name}/input.txt`, folder)))
    .map(name => readFileSync(new URL(`${name}/input.txt`, folder), "utf8"))
    .join("\n\n");
  return `${once}\n\n`.repeat(Math.ceil(length / once.length)).slice(0, length);
}

/** Sentences of news and encyclopaedias, in which few numbers stand: the golden texts have a claim every few words. */
function pudText(language, length) {
  const file = new URL("../shared/bench/pud/pud.jsonl", root);
  if (!existsSync(file)) return null;
  const rows = readFileSync(file, "utf8").trim().split("\n").map(JSON.parse);
  const once = rows.flatMap(row => row[language] ?? []).join("\n");
  return once === "" ? null : once.slice(0, length);
}

/** Share of slices of about a millisecond that ran at nearly the best speed of this core. */
function undisturbed() {
  const slice = () => {
    let sum = 0;
    for (let i = 0; i < 1e6; i++) sum += i % 7;
    return sum;
  };
  const times = Array.from({ length: 1500 }, () => time(slice)).slice(100);
  const least = Math.min(...times);
  return times.filter(each => each < 1.25 * least).length / times.length;
}

function speedOf(name, text, language, made) {
  const words = new Intl.Segmenter(language, { granularity: "word" });
  const read = () => readClaims(documentOf(text, language), made);
  const cut = () => {
    let n = 0;
    for (const { isWordLike } of words.segment(text)) if (isWordLike) n++;
    return n;
  };
  for (let i = 0; i < WARM; i++) read();
  cut();
  const rounds = Array.from({ length: ROUNDS }, () => [time(read), time(cut)]);
  const times = rounds.map(([reading]) => reading);
  const speed = ms => (text.length / ms / 1000).toFixed(2);
  return {
    name: `${language}: ${name}, against cutting its words by Intl.Segmenter`,
    ratio: median(rounds.map(([reading, cutting]) => reading / cutting)),
    detail: `${speed(Math.min(...times))} M characters/s undisturbed, ${speed(median(times))} at the median`,
  };
}

/** Speed by language, and how much of a core this machine gave meanwhile. */
export function speeds(made) {
  const gauge = undisturbed();
  const rows = LANGUAGES.flatMap(language => {
    const [golden, pud] = [goldenText(language, LENGTH), pudText(language, LENGTH)];
    return [
      speedOf("golden text", golden, language, made),
      ...(pud ? [speedOf("sentences of PUD", pud, language, made)] : []),
    ];
  });
  const share = (100 * (gauge + undisturbed())) / 2;
  return [
    ...rows,
    { name: "time in which the core ran at its full speed", ratio: null, detail: `${share.toFixed(0)} %` },
  ];
}

/** Whether time is linear in length: by turns, since a machine is not equally fast for long. */
export const linearity = made =>
  ["en", "zh"].map(language => {
    const texts = [200_000, 400_000].map(length => goldenText(language, length));
    const took = text => time(() => readClaims(documentOf(text, language), made));
    const ratios = Array.from({ length: 7 }, () => {
      const [short, long] = texts.map(took);
      return long / short;
    });
    return {
      name: `${language}: time for twice the text`,
      ratio: median(ratios),
      detail: "200,000 and 400,000",
    };
  });
