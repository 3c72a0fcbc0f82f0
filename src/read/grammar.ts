import type { Frame, LanguageFrames } from "./frames/types.ts";

type Words = ReadonlySet<string>;

/** The small words of a language as sets, for steps over single tokens. */
export interface Grammar {
  readonly prepositions: Words;
  readonly locating: Words;
  readonly agents: Words;
  readonly passive: Words;
  /** What stands between a study and its maker: an agent's preposition, or one of belonging. */
  readonly makers: Words;
  readonly articles: Words;
  readonly listJoints: Words;
  readonly verbs: Words;
  readonly determiners: Words;
  readonly of: Words;
  /** Small words inside of phrases, which need not be said. */
  readonly binding: Words;
  readonly what: Words;
  readonly that: Words;
  readonly nameJoiners: Words;
  /** Coordinating words. */
  readonly joining: Words;
  /** Articles, determiners and joining words: they name nobody. */
  readonly fillers: Words;
  readonly pronouns: Words;
  /** What points back at the things counted, behind a number. */
  readonly ofThem: Words;
  /** Articles of what is not known yet. */
  readonly indefinite: Words;
  readonly behind: boolean;
  readonly bareNames: boolean;
  /** Prepositions that are written together with the word behind them. */
  readonly attached: Words;
  readonly verbFirst: boolean;
  /** Prepositions of a frame's givers and takers. */
  readonly by: (frame: Frame) => Words;
  readonly to: (frame: Frame) => Words;
}

/** A word that a name may stand behind and that names nobody itself. */
export const isArticle = (key: string, { articles, determiners }: Grammar): boolean =>
  articles.has(key) || determiners.has(key);

const set = (list: string | undefined): Words => new Set((list ?? "").split("|").filter(Boolean));

function remembered(make: (frame: Frame) => Words): (frame: Frame) => Words {
  const known = new Map<Frame, Words>();
  return frame => {
    let found = known.get(frame);
    if (!found) {
      found = make(frame);
      known.set(frame, found);
    }
    return found;
  };
}

export function grammarOf(frames: LanguageFrames): Grammar {
  const { language } = frames;
  return {
    prepositions: set(frames.prepositions),
    locating: set(frames.locating),
    agents: set(frames.agents),
    passive: set(frames.passive),
    makers: new Set([...set(frames.agents), ...set(frames.of), ...set(frames.makers)]),
    articles: set(frames.articles),
    listJoints: set(frames.listJoints),
    verbs: set(frames.verbs),
    determiners: set(frames.determiners),
    of: set(frames.of),
    binding: set(frames.binding),
    what: set(frames.what),
    that: set(frames.that),
    nameJoiners: set(frames.nameJoiners),
    joining: set(frames.joining),
    fillers: new Set([...set(frames.determiners), ...set(frames.joining), ...set(frames.articles)]),
    pronouns: set(frames.pronouns),
    ofThem: set(frames.ofThem),
    indefinite: set(frames.indefinite),
    behind: frames.adjectives === "behind",
    bareNames: frames.bareNames,
    attached: set(frames.attached),
    verbFirst: frames.verbFirst,
    by: remembered(frame => set(frame.words[language]?.by)),
    to: remembered(frame => set(frame.words[language]?.to)),
  };
}
