/** How a language shows that a name is a place: words before it, and whether its letters have capitals. Keys as `foldWord` makes them. */
export interface PlaceContext {
  /** "in Nakuru", "в Самаре": the word before. */
  readonly before: ReadonlySet<string>;
  /** Characters are written without spaces, so that a name of two of them needs `suffix` or a word before it. */
  readonly dense?: boolean;
  /** A word for town behind the name (大连市). */
  readonly suffix?: string;
  /** Names of towns, by their keys, that are common words here ("the city"). */
  readonly words: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const CONTEXTS: Readonly<Record<string, Omit<PlaceContext, "words"> & { readonly words?: string }>> = {
  en: { before: words("in at from to near around outside via across visited toward towards") },
  es: { before: words("en a desde hacia hasta") },
  fr: { before: words("à depuis vers") },
  pt: { before: words("em no na para até") },
  it: { before: words("a ad in da") },
  de: { before: words("in aus nach bei von") },
  nl: { before: words("in uit naar te bij") },
  ru: { before: words("в во из под") },
  ar: { before: words("في من الي"), words: "مدينة المدينة مدينه المدينه الجديدة القلعة الجزيرة" },
  id: { before: words("di ke dari") },
  tr: { before: words("") },
  zh: { before: words("在 到 赴 从 從 于 於 抵"), dense: true, suffix: "市" },
  ja: { before: words(""), dense: true, suffix: "市" },
};

const built = new Map<string, PlaceContext>();

/** Null for a language of which nothing is known here: its towns are those of its pack alone. */
export function contextOf(language: string): PlaceContext | null {
  const known = built.get(language);
  if (known) return known;
  const found = CONTEXTS[language];
  if (!found) return null;
  const made = { ...found, words: words(found.words ?? "") };
  built.set(language, made);
  return made;
}
