import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { fieldOfRole } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { placesIn } from "./places-in.ts";
import { hasWord, plainWords } from "./words.ts";

interface Said {
  /** The sentence of the claim. */
  readonly text: string;
  readonly language: string;
  readonly codebook: Shelf["codebook"];
}

/** The role that says what a course is about. */
const TOPIC = "topic";

/**
 * Tells of records whether they may be of what a sentence says is taught: by a code that the reader knew, or by a word of the
 * sentence ("a course on the protection of dignitaries") that stands in the record. A record that states no topic says nothing of it.
 */
export function isOfTopicSaid({ roles }: Pick<Claim, "roles">, said: Said): (record: RecordRow) => boolean {
  const codes = roles[TOPIC] ?? [];
  const words = codes.length > 0 ? [] : topicWords(said);
  if (codes.length === 0 && words.length === 0) return () => true;
  return record => {
    const field = fieldOfRole(record.kind, TOPIC);
    if (!field) return true;
    const own = texts(record.row[field.id]);
    if (codes.length > 0) return own.some(code => codes.includes(code));
    const told = wordsOfRecord(record, own, { list: field.list ?? "", codebook: said.codebook });
    return words.some(word => hasWord(told, word));
  };
}

/** Words of content behind "a course on", up to whoever holds it, where and when; none in languages whose packs do not say how it is told. */
export function topicWords({ text, language, codebook }: Said): readonly string[] {
  const general = new Set(plainWords((codebook.phrases["topics.general"]?.[language] ?? []).join(" ")));
  const any = idiom("taughtAny", language).words;
  const isTelling = (word: string) =>
    word.length > SHORT && !/^\d/.test(word) && !general.has(word) && !any.has(word);
  for (const start of startsOf(text, language)) {
    const rest = text.slice(start);
    const [beyond] = idiom("taughtBy", language).find(rest);
    const end = /[,.;:()]|\p{Lu}\p{Ll}/u.exec(rest)?.index ?? rest.length;
    const words = plainWords(rest.slice(0, Math.min(end, beyond?.[0] ?? end))).filter(isTelling);
    if (words.length > 0) return words;
  }
  return isLanguageTaught(text, language) ? [LANGUAGE] : [];
}

/** By this word records call a course of a language. */
const LANGUAGE = "language";

/** "In Chinese": the adjective of a state with nothing behind it that it could belong to. */
function isLanguageTaught(text: string, language: string): boolean {
  return placesIn(text, language).some(({ form, span: [from, to] }) => {
    const isJoined =
      idiom("courseOn", language).before(text, from) ?? idiom("inPlace", language).before(text, from);
    if (form !== "demonym" || !isJoined) return false;
    return /^\s*(?:[,.;:()]|$)/u.test(text.slice(to)) || idiom("taughtBy", language).after(text, to) !== null;
  });
}

/** Where a text may begin to say what is taught: behind "trained in", or behind the first "on" after a course in its clause. */
function startsOf(text: string, language: string): readonly number[] {
  const direct = idiom("taughtIn", language)
    .find(text)
    .map(([, end]) => end);
  const courses = idiom("course", language)
    .find(text)
    .flatMap(([, end]) => {
      const clause = /^[^,.;:()]*/u.exec(text.slice(end))![0];
      return idiom("courseOn", language)
        .find(clause)
        .map(([, to]) => end + to);
    });
  return [...direct, ...courses].sort((a, b) => a - b);
}

/** Longer than small words. */
const SHORT = 3;

/** What a record says that it is about: its topics by all their names, and whatever else it says. */
function wordsOfRecord(
  { row, label }: RecordRow,
  topics: readonly string[],
  { list, codebook }: { list: string; codebook: Shelf["codebook"] },
): ReadonlySet<string> {
  const named = topics.flatMap(code => [
    codebook.lists.get(list)?.codes.get(code)?.label.en ?? code,
    ...(codebook.phrases[`${list}.${code}`]?.["en"] ?? []),
  ]);
  return new Set(plainWords([label, ...named, ...texts(row["note"])].join(" ")));
}
