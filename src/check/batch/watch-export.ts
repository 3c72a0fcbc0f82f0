import { wordBatch, wordingOf } from "../explain/word.ts";
import type { Move, Watch, Watched } from "./watch-types.ts";

/** One line, without characters that steer a terminal or turn the direction of a line. */
const line = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** What a look at kept articles found, for a terminal: each move with its verdict before and after, and the entry that brought it. */
export function watchToTerminal({ articles, as_of }: Watch, language = "en"): string {
  if (articles.length === 0) return `${wordBatch("watch-none", language)}\n`;
  const sum = (of: (article: Watched) => number) => articles.reduce((all, each) => all + of(each), 0);
  const total = wordBatch("watch-sum", language, {
    moves: sum(({ moves }) => moves.length),
    findings: sum(({ claims }) => claims),
    articles: articles.length,
    entry: String(as_of.split(":")[0]),
  });
  return `${[...articles.flatMap(article => articleLines(article, language)), total].join("\n")}\n`;
}

function articleLines({ id, name, since, moves, touched, unread }: Watched, language: string): string[] {
  const article = `${id}  ${line(name)}`;
  if (unread !== "") return [wordBatch("watch-unread", language, { article, reason: unread })];
  const at = String(since);
  if (moves.length + touched === 0) return [wordBatch("watch-same", language, { article, since: at })];
  return [
    wordBatch("watch-moved", language, { article, moves: moves.length, since: at, touched }),
    ...moves.flatMap(move => moveLines(move, language)),
  ];
}

/** Of a long list of files the first, and how many there are. */
function few(about: string): string {
  const parts = about.split(", ");
  return parts.length > 4 ? `${parts.slice(0, 3).join(", ")} … (${parts.length})` : about;
}

function moveLines({ claim, text, before, after, reason, because }: Move, language: string): string[] {
  const { verdicts } = wordingOf(language);
  const said = (verdict: string | null, none: string) =>
    verdict === null ? wordBatch(none, language) : (verdicts[verdict] ?? verdict).toLocaleLowerCase();
  const { seq, act, about, by, at } = because;
  return [
    `  ${wordBatch("watch-move", language, {
      claim,
      text: line(text),
      before: said(before, "watch-new"),
      after: said(after, "watch-gone"),
    })}`,
    `      ${wordBatch("watch-because", language, {
      seq: String(seq),
      what: `${act}${about ? ` ${line(few(about))}` : ""}`,
      by: line(by),
      at,
    })}`,
    `      ${line(reason)}`,
  ];
}
