import type { SmallWords } from "./frames/small-words.ts";
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
  /** Small words of single steps, as `SmallWords` has them. */
  readonly didSo: Words;
  readonly relatives: Words;
  readonly goodsAtLarge: Words;
  readonly partitives: Words;
  readonly peopleAtLarge: Words;
  readonly keepsFrom: Words;
  readonly lacking: Words;
  readonly rivals: Words;
  readonly opensWithin: Words;
  readonly negatesObject: Words;
  readonly inserting: Words;
  readonly openSaid: Words;
  readonly beforeName: Words;
  readonly openRole: Words;
  readonly endRole: Words;
  readonly thing: Words;
  readonly against: Words;
  readonly dutyBound: Words;
  readonly expected: readonly string[];
  /** First words of these. */
  readonly expects: Words;
  readonly listener: RegExp | null;
  /** Finds people without a name before their place; a maker's name behind its preposition. */
  readonly peopleAt: RegExp | null;
  readonly makerName: RegExp;
  /** Finds the characters behind a number up to the next that ends a noun; marks of the past. */
  readonly denseRun: RegExp | null;
  readonly past: Words;
  readonly counters: Words;
  readonly makesUp: Words;
  readonly per: Words;
  readonly perHeads: Words;
  readonly describing: readonly string[];
  readonly behind: boolean;
  readonly bareNames: boolean;
  /** Prepositions that are written together with the word behind them. */
  readonly attached: Words;
  /** Words that before a name or a number mark what something is done to. */
  readonly marksObject: Words;
  readonly verbFirst: boolean;
  readonly freeOrder: boolean;
  readonly sourceHeads: Words;
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

/** The end of a sentence's part: people, with what may stand before them, and what joins them to the place behind. */
const peopleAt = ({ somePeople, ofPlace }: SmallWords): RegExp | null =>
  ofPlace === ""
    ? null
    : new RegExp(
        `(?:^|[,;:–—،؛，；：、]\\s*|\\s)((?:(?:${somePeople || "(?!)"}) )?[\\p{L}-]+ (?:${ofPlace}) )$`,
        "iu",
      );

/** A preposition and a name in capitals, with the small words that stand inside of names. */
const makerName = ({ nameJoiners }: LanguageFrames): RegExp =>
  new RegExp(
    `^\\s+(\\p{L}+)\\s+((?:\\p{L}+[’']?\\s+)?\\p{Lu}[\\p{L}\\p{N}.’'&-]*(?:\\s+(?:(?:${nameJoiners})\\s+)*\\p{Lu}[\\p{L}\\p{N}.’'&-]*)*)`,
    "u",
  );

export function grammarOf(frames: LanguageFrames): Grammar {
  const { language, small } = frames;
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
    didSo: set(small.didSo),
    relatives: set(small.relatives),
    partitives: set(small.partitives),
    peopleAtLarge: set(small.peopleAtLarge),
    goodsAtLarge: set(small.goodsAtLarge),
    keepsFrom: set(small.keepsFrom),
    lacking: set(small.lacking),
    rivals: set(small.rivals),
    opensWithin: set(small.opensWithin),
    negatesObject: set(small.negatesObject),
    inserting: set(small.inserting),
    openSaid: set(small.openSaid),
    beforeName: set(small.beforeName),
    openRole: set(small.openRole),
    endRole: set(small.endRole),
    thing: set(small.thing),
    against: set(small.against),
    dutyBound: set(small.dutyBound),
    expected: [...set(small.expected)],
    expects: new Set([...set(small.expected)].map(phrase => phrase.split(" ")[0]!)),
    listener: small.listener,
    peopleAt: peopleAt(small),
    makerName: makerName(frames),
    denseRun: small.endNoun === "" ? null : new RegExp(`^[^\\s\\d，。、；：,.;:${small.endNoun}]{1,12}`, "u"),
    past: set(small.past),
    counters: set(small.counters),
    makesUp: set(small.makesUp),
    per: set(small.per),
    perHeads: set(small.perHeads),
    describing: [...set(small.describing)],
    behind: frames.adjectives === "behind",
    bareNames: frames.bareNames,
    attached: set(frames.attached),
    marksObject: set(frames.marksObject),
    verbFirst: frames.verbFirst,
    freeOrder: frames.freeOrder ?? false,
    sourceHeads: set(frames.sourceHeads),
    by: remembered(frame => set(frame.words[language]?.by)),
    to: remembered(frame => set(frame.words[language]?.to)),
  };
}
