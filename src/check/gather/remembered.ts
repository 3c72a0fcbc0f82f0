import type { Book } from "../../book/types.ts";
import type { Figure } from "./types.ts";

/** Most figures of a large book that are remembered; beyond that all are forgotten. */
const REMEMBERED = 20_000;

interface Memory {
  readonly head: string;
  readonly asked: Map<string, Promise<readonly Figure[]>>;
  readonly figures: Map<string, Figure>;
}

const MEMORIES = new WeakMap<Book, Memory>();

function memoryOf(book: Book): Memory {
  const known = MEMORIES.get(book);
  if (known?.head === book.head.hash && known.figures.size <= REMEMBERED) return known;
  const memory = { head: book.head.hash, asked: new Map(), figures: new Map() };
  MEMORIES.set(book, memory);
  return memory;
}

/**
 * Figures of a large book by what was asked: text after text is held against those of the same measures. One figure is one object however it
 * was asked for, so that what was found out about it once is known. Of another state of the book nothing is taken.
 */
export function rememberedFigures(
  book: Book,
  question: string,
  ask: () => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const { asked, figures } = memoryOf(book);
  const known = asked.get(question);
  if (known) return known;
  const answer = ask().then(found =>
    found.map(figure => {
      const one = figures.get(figure.id) ?? figure;
      figures.set(one.id, one);
      return one;
    }),
  );
  asked.set(question, answer);
  // A question that failed may be asked again.
  answer.catch(() => asked.delete(question));
  return answer;
}

/** Each figure once, in the order of the ids. */
export const inOrderOfId = (figures: readonly Figure[]): Figure[] =>
  [...new Map(figures.map(figure => [figure.id, figure] as const)).values()].sort((a, b) =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  );
