import type { Book } from "../../book/types.ts";
import { claimWords } from "../../read/claim-words.ts";
import { checkBytes } from "../bytes.ts";
import type { CheckedClaim, CheckedDocument, Finding, Verdict } from "../types.ts";
import { entriesAfter, lastLooks } from "./looks.ts";
import type { Cause, Move, Watch, Watched, WatchedArticle } from "./watch-types.ts";

interface LookOptions {
  readonly language?: string;
  readonly progress?: (article: WatchedArticle) => void;
}

/**
 * Looks at kept texts again and says which findings are not what they were when each was last looked at. Both findings are made by the
 * code of today, so that only what came into the book can move one.
 */
export async function lookAgain(
  articles: readonly WatchedArticle[],
  book: Book,
  { language = "en", progress = () => {} }: LookOptions = {},
): Promise<Watch> {
  const looked = await lastLooks(book);
  const watched: Watched[] = [];
  for (const article of articles) {
    progress(article);
    const since = Math.max(article.seq, looked.get(article.sha256) ?? 0);
    watched.push(await look(article, { book, since, language }));
  }
  return { articles: watched, as_of: `${book.head.seq}:${book.head.hash}` };
}

interface Context {
  readonly book: Book;
  readonly since: number;
  readonly language: string;
}

async function look(article: WatchedArticle, { book, since, language }: Context): Promise<Watched> {
  const { sha256, name, title, mime } = article;
  const head = { id: sha256.slice(0, 12), name, title, sha256, since };
  const bytes = await book.get(sha256);
  if (bytes === null) return { ...head, moves: [], touched: 0, claims: 0, unread: "its bytes were redacted" };
  const check = checkerOf(bytes, { name, mime, language, book });
  const news = await entriesAfter(book, since);
  const now = await check(book.head.seq);
  const claims = now.claims.length;
  if (news.length === 0) return { ...head, moves: [], touched: 0, claims, unread: "" };
  const pairs = pairsOf(await check(since), now);
  const moves: Move[] = [];
  for (const pair of pairs.filter(({ before, after }) => verdictOf(before) !== verdictOf(after)))
    moves.push(moveOf(pair, await causeOf(pair, { check, news })));
  const touched = pairs.filter(
    ({ before, after }) =>
      verdictOf(before) === verdictOf(after) && evidenceKey(before) !== evidenceKey(after),
  ).length;
  return { ...head, moves, touched, claims, unread: "" };
}

type Check = (seq: number) => Promise<CheckedDocument>;

/** Checks a text against the book as of an entry, once for each entry. */
function checkerOf(
  bytes: Uint8Array,
  { name, mime, language, book }: { name: string; mime: string; language: string; book: Book },
): Check {
  const made = new Map<number, Promise<CheckedDocument>>();
  const make = async (seq: number): Promise<CheckedDocument> => {
    if (seq === book.head.seq) return checkBytes(bytes, book, { name, mime, language });
    const then = await book.asOf(seq);
    try {
      return await checkBytes(bytes, then, { name, mime, language });
    } finally {
      await then.close();
    }
  };
  return seq => {
    const checked = made.get(seq) ?? make(seq);
    made.set(seq, checked);
    return checked;
  };
}

/** One claim of a text then and now. */
interface Pair {
  readonly key: string;
  readonly before: CheckedClaim | null;
  readonly after: CheckedClaim | null;
}

/** What a claim is known again by: its characters and its form. Another codebook can read others. */
const keyOf = ({ span, form }: CheckedClaim): string => [...span, form].join(":");

const keyed = ({ claims }: CheckedDocument): Map<string, CheckedClaim> =>
  new Map(claims.map(claim => [keyOf(claim), claim] as const));

function pairsOf(before: CheckedDocument, after: CheckedDocument): Pair[] {
  const [old, today] = [keyed(before), keyed(after)];
  return [...new Set([...old.keys(), ...today.keys()])].map(key => ({
    key,
    before: old.get(key) ?? null,
    after: today.get(key) ?? null,
  }));
}

const verdictOf = (claim: CheckedClaim | null | undefined): Verdict | null => claim?.finding.verdict ?? null;

function evidenceKey(claim: CheckedClaim | null): string {
  const ids = ({ for: supporting, against }: Finding) =>
    [supporting, against].map(side => side.map(({ record, value }) => [record, value]));
  return claim === null ? "" : JSON.stringify(ids(claim.finding));
}

function moveOf({ before, after }: Pair, because: Cause): Move {
  const claim = (after ?? before)!;
  return {
    claim: claim.id,
    text: claimWords(claim).replace(/\s+/g, " "),
    before: verdictOf(before),
    after: verdictOf(after),
    reason: claim.finding.reasons[0]?.text ?? "",
    because,
  };
}

/**
 * The entry from which on the finding is what it is now, by halving: before it the verdict is another one. Where a verdict went to and fro, this is
 * one of the entries that brought today's.
 */
async function causeOf(
  { key, after: today }: Pair,
  { check, news }: { check: Check; news: readonly Cause[] },
): Promise<Cause> {
  let [other, same] = [-1, news.length - 1];
  while (same - other > 1) {
    const middle = (other + same) >> 1;
    const claim = keyed(await check(news[middle]!.seq)).get(key);
    if (verdictOf(claim) === verdictOf(today)) same = middle;
    else other = middle;
  }
  return news[same]!;
}
