import type { Claim } from "../../read/types.ts";
import { wordReason } from "../explain/word.ts";
import { STUDIES } from "../gather/schema.ts";
import type { Figure, Shelf, SourceRow } from "../gather/types.ts";
import { inOrder } from "../match/order.ts";
import { plainWords } from "../match/words.ts";
import { isSameName, isUnnamed, wordsOf } from "../rule/names.ts";
import type { Evidence } from "../types.ts";
import { figureShown, othersThan } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Words that every study shares. */
const COMMON = new Set(
  "research,study,studie,studies,show,shows,find,finds,found,says,said,researcher,researchers,report,paper,evidence,effect,effects,increase,increases,actually,country,countries,from,that,with,their,them,into,have,more,than,this,these,those,which,what,when,were,been,used,using,after,does,university,according".split(
    ",",
  ),
);

/** Fewest words of content that a study and a sentence must share, besides the name of who made it. */
const SHARED = 4;
const SHARED_WHEN_NAMED = 2;

interface Study {
  readonly source: SourceRow;
  /** Who made it, where the source only retells it; else empty. */
  readonly retold: string;
  readonly figures: readonly Figure[];
  readonly shared: number;
  readonly named: boolean;
}

/** Checks "research shows": supported by a record of the study itself; a population or condition that the text leaves out is said. */
export function checkStudy(claim: Claim, context: CheckContext): Outcome {
  const studies = studiesOf(claim, context);
  const [best] = studies;
  if (!best)
    return outcome("unverifiable", {
      reasons: [reason("no-study")],
      // Who names another maker does not mean these, but an editor will want to see them.
      related: studiesLike(claim, context)
        .slice(0, 4)
        .map(study => studyShown(study, context)),
      missing: reason("missing-study"),
    });
  const shown = studies.slice(0, 4).map(study => studyShown(study, context));
  const dropped = droppedConditions(best, claim, context);
  const { publisher, title, published } = best.source;
  const values = {
    counter: best.retold || publisher,
    label: title,
    period: published.slice(0, 4),
    condition: dropped.join(", "),
    population: best.figures[0]?.note ?? "",
  };
  const isRetold = best.retold !== "";
  const onRecord = reason(isRetold ? "study-retold" : "study-on-record", values);
  const missing = isRetold ? reason("missing-study") : null;
  if (claim.polarity === "negative")
    return outcome("unverifiable", { reasons: [onRecord], related: shown, missing });
  return dropped.length > 0
    ? outcome("imprecise", { reasons: [reason("condition-dropped", values)], for: shown, missing })
    : outcome("supported", { reasons: [onRecord], for: shown, missing });
}

const content = (text: string): string[] => [
  ...new Set(plainWords(text).filter(word => word.length > 3 && !COMMON.has(word))),
];

/** Studies of the book that a sentence may mean: by whom it names and by the words they share. */
export function studiesOf(claim: Claim, context: CheckContext): Study[] {
  const sentence = context.document.text.slice(...claim.sentence);
  // Who names an institution means its study and no other.
  return studiesLike(claim, context).filter(({ named }) => named || !namesMaker(claim, sentence));
}

/** Studies that share enough words with a sentence, whoever made them. */
function studiesLike(claim: Claim, { shelf, document }: CheckContext): Study[] {
  const sentence = document.text.slice(...claim.sentence);
  const words = new Set(content(sentence).map(stem));
  const { figures, byStem } = studiesOn(shelf);
  const speaker = claim.attribution?.to ?? "";
  const sharing = new Map<SourceRow, number>();
  for (const word of words)
    for (const source of byStem.get(word) ?? []) sharing.set(source, (sharing.get(source) ?? 0) + 1);
  return [...sharing]
    .flatMap(([source, shared]): Study[] => {
      // Who made it matters only where enough is shared, and that is nowhere near all.
      if (shared < SHARED_WHEN_NAMED || shelf.own.has(source.id)) return [];
      const own = figures.filter(figure => figure.sources.includes(source.id));
      const makers = own.flatMap(({ counter }) => namesOfCounter(counter, shelf));
      const retold = STUDIES.includes(source.kind) ? "" : (makers[0] ?? source.publisher);
      // A page that retells a study is not its maker.
      const names = retold === "" ? [source.publisher, ...source.authors, ...makers] : makers;
      const named = isNamed(names, { speaker, sentence });
      return named || shared >= SHARED ? [{ source, retold, figures: own, shared, named }] : [];
    })
    .sort(
      (a, b) => Number(b.named) - Number(a.named) || b.shared - a.shared || inOrder(a.source.id, b.source.id),
    );
}

interface Studies {
  /** Figures that tell what a study found. */
  readonly figures: readonly Figure[];
  /** Studies, and pages that retell one, by the stems of what they are about. */
  readonly byStem: ReadonlyMap<string, readonly SourceRow[]>;
}

const ON_SHELF = new WeakMap<Shelf, Studies>();

function studiesOn(shelf: Shelf): Studies {
  const known = ON_SHELF.get(shelf);
  if (known) return known;
  const figures = shelf.figures.filter(({ label }) => label.startsWith("study:"));
  const cited = new Set(figures.flatMap(({ sources }) => sources));
  const byStem = new Map<string, SourceRow[]>();
  for (const source of shelf.sources.values()) {
    if (!STUDIES.includes(source.kind) && !cited.has(source.id)) continue;
    for (const each of stemsOf(source, () => figures.filter(({ sources }) => sources.includes(source.id)))) {
      const same = byStem.get(each);
      if (same) same.push(source);
      else byStem.set(each, [source]);
    }
  }
  const studies = { figures, byStem };
  ON_SHELF.set(shelf, studies);
  return studies;
}

const MAKER =
  /\b(?:research(?:ers)?|stud(?:y|ies)|paper|report|scholars|analysis)\b[^.]{0,20}?\b(?:from|by|at|of)\s+(?:the\s+)?\p{Lu}/u;

const namesMaker = ({ attribution }: Claim, sentence: string): boolean =>
  MAKER.test(sentence) || (attribution !== null && !isUnnamed(attribution.to));

/** What a study is about does not change with the claim that is held against it. */
const STEMS = new WeakMap<SourceRow, ReadonlySet<string>>();

function stemsOf(source: SourceRow, figuresOf: () => readonly Figure[]): ReadonlySet<string> {
  const known = STEMS.get(source);
  if (known) return known;
  const figures = figuresOf();
  const told = figures.map(({ label, population, note }) => `${label} ${population} ${note}`);
  const stems = new Set(content([source.title, ...told].join(" ")).map(stem));
  STEMS.set(source, stems);
  return stems;
}

/** Enough of a word for "repression" and "repressive" to meet. */
const stem = (word: string): string => word.slice(0, 6);

/** What a counter is called: by the book, and by those who credit it. */
const namesOfCounter = (counter: string, { codebook, nameOfCounter }: Shelf): string[] => [
  nameOfCounter(counter),
  ...Object.values(codebook.phrases[`counter-${counter}`] ?? {}).flat(),
];

function isNamed(
  names: readonly string[],
  { speaker, sentence }: { readonly speaker: string; readonly sentence: string },
): boolean {
  if (speaker !== "" && names.some(name => isSameName(name, speaker))) return true;
  const said = wordsOf(sentence);
  return names.some(name => {
    const words = wordsOf(name);
    const initials = words.map(word => word[0]).join("");
    return (
      (words.length > 0 && words.every(word => said.includes(word))) ||
      (initials.length > 2 && said.includes(initials))
    );
  });
}

/** Words that set the conditions under which a study found what it found. */
const CONDITION =
  /autocra|authoritarian(?!ism)|democra|preliminary|conditional|only|low-income|civil war|election/i;

/** Where a finding does not hold is not where it holds. */
const EXCEPTED = /,? (?:but )?not (?:in|for|among) [\p{L} -]+/gu;

/** Conditions in a study's title, population or note that the sentence does not repeat. */
function droppedConditions({ source, figures }: Study, claim: Claim, { document }: CheckContext): string[] {
  const sentence = plainWords(document.text.slice(...claim.sentence)).map(stem);
  const texts = [source.title, ...figures.flatMap(({ population, note }) => [population, note])];
  const words = texts
    .map(text => text.replace(EXCEPTED, ""))
    .flatMap(text => text.split(/[^\p{L}-]+/u))
    .filter(word => CONDITION.test(word));
  return [...new Set(words.map(word => word.toLowerCase()))].filter(word => !sentence.includes(stem(word)));
}

function studyShown({ source, figures }: Study, context: CheckContext): Evidence {
  const { shelf, language } = context;
  const [figure] = figures;
  const note = reason("study-note", { label: source.title, counter: source.publisher });
  if (figure)
    return { ...figureShown(figure, { shelf, language, note }), source: source.id, sources: [source.id] };
  return {
    record: source.id,
    kind: "source",
    label: source.title,
    value: null,
    low: null,
    high: null,
    unit: "",
    qualifier: "",
    period: source.published.slice(0, 4),
    source: source.id,
    sources: othersThan([source.id], shelf),
    origin: source.publisher,
    class: "independent",
    note: wordReason(note, language, shelf.codebook).text,
  };
}
