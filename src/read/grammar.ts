import type { Frame, LanguageFrames } from "./frames/types.ts";

type Words = ReadonlySet<string>;

/** The small words of a language as sets, for steps over single tokens. */
export interface Grammar {
  readonly prepositions: Words;
  readonly locating: Words;
  readonly agents: Words;
  readonly passive: Words;
  readonly articles: Words;
  readonly listJoints: Words;
  readonly verbs: Words;
  readonly determiners: Words;
  readonly of: Words;
  readonly what: Words;
  readonly nameJoiners: Words;
  /** Coordinating words. */
  readonly joining: Words;
  readonly behind: boolean;
  readonly bareNames: boolean;
  /** Prepositions of a frame's givers and takers. */
  readonly by: (frame: Frame) => Words;
  readonly to: (frame: Frame) => Words;
}

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
    articles: set(frames.articles),
    listJoints: set(frames.listJoints),
    verbs: set(frames.verbs),
    determiners: set(frames.determiners),
    of: set(frames.of),
    what: set(frames.what),
    nameJoiners: set(frames.nameJoiners),
    joining: set(frames.joining),
    behind: frames.adjectives === "behind",
    bareNames: frames.bareNames,
    by: remembered(frame => set(frame.words[language]?.by)),
    to: remembered(frame => set(frame.words[language]?.to)),
  };
}
