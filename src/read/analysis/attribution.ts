import type { Attribution as Found } from "../../text/index.ts";
import type { DateMention } from "../../text/types.ts";
import type { Attribution, Span } from "../types.ts";
import { inside, overlaps } from "./spans.ts";
import type { Cue } from "./types.ts";

/** What a sentence holds by which its speaker is found. */
export interface Material {
  readonly text: string;
  /** The sentence. */
  readonly span: Span;
  readonly dates: readonly DateMention[];
  /** Spans of classes and codes, whose words are no verbs ("authoritarian states"). */
  readonly known: readonly Span[];
  /** What the text room found in the sentence. */
  readonly found: readonly Found[];
  readonly cues: readonly Cue[];
  /** Spans between quotation marks, marks included. */
  readonly quoted: readonly Span[];
  /** Spans of quantities. */
  readonly numbers: readonly Span[];
  /** Articles and joining words, which name nobody. */
  readonly fillers: ReadonlySet<string>;
  /** "He said": whoever spoke before goes on. */
  readonly pronouns: ReadonlySet<string>;
  /** "A", "une". */
  readonly indefinite: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  /** Subjects stand behind their verbs. */
  readonly verbFirst: boolean;
  /** Words between a study and its maker ("a count by the institute"). */
  readonly makers: ReadonlySet<string>;
  /** Words between a speaker and the verb, which are no part of the name ("has also"). */
  readonly auxiliaries: ReadonlySet<string>;
}

/** Longest name of a study, in characters ("research from the university's centre for ..."). */
const STUDY_REACH = 90;

/** "research from X shows": the study with its maker, up to the verb of finding. Of two the one behind a colon tells what is told there. */
function studyIn(m: Material): Attribution | null {
  const { text } = m;
  const [first, ...more] = studiesIn(m);
  if (!first) return foundBy(m);
  const behind = more.find(
    ({ span }) =>
      /[:;]/.test(text.slice(first.span[1], span[0])) && m.numbers.every(number => number[0] >= span[0]),
  );
  return behind ?? first;
}

function studiesIn({ text, cues }: Material): Attribution[] {
  return cues.flatMap(study => {
    if (study.name !== "studies") return [];
    const verb = cues.find(cue => cue.name === "findings" && cue.span[0] >= study.span[1]);
    if (!verb || verb.span[0] - study.span[0] > STUDY_REACH) return [];
    if (/[,;:.!?–—]/.test(text.slice(study.span[1], verb.span[0]))) return [];
    const length = text.slice(study.span[0], verb.span[0]).trimEnd().length;
    const span: Span = [study.span[0], study.span[0] + length];
    return [{ to: small(text.slice(...span), true), span }];
  });
}

/** "أظهرت دراسة": the study right behind its verb, where verbs stand first. */
function foundBy({ text, cues, verbFirst }: Material): Attribution | null {
  if (!verbFirst) return null;
  for (const verb of cues.filter(cue => cue.name === "findings")) {
    const study = cues.find(
      cue => cue.name === "studies" && cue.span[0] >= verb.span[1] && cue.span[0] - verb.span[1] <= 1,
    );
    if (study) return { to: text.slice(...study.span), span: study.span };
  }
  return null;
}

/** "Research shows": a study or people without a name are written small, even where they open the sentence. */
const small = (words: string, common: boolean): string =>
  common ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** A phrase that only gives a thing its name ("what one analyst calls ...") attributes that name and not the sentence. */
const onlyNames = (cues: readonly Cue[], cue: Span): boolean =>
  cues.some(each => each.name === "calls" && inside(each.span, cue));

/** Letters of a speaker that no date and no article takes up: "the 2023 count" speaks, "2023" does not. */
function isSomebody({ text, dates, numbers, fillers }: Material, speaker: Span): boolean {
  const apart = [...dates.map(date => date.span), ...numbers].filter(span => overlaps(span, speaker));
  let words = "";
  let at = speaker[0];
  for (const [from, to] of apart.sort((x, y) => x[0] - y[0])) {
    words += `${text.slice(at, Math.max(at, from))} `;
    at = Math.max(at, to);
  }
  words += text.slice(at, Math.max(at, speaker[1]));
  return words.split(/[^\p{L}]+/u).some(word => word !== "" && !fillers.has(word.toLowerCase()));
}

/**
 * A verb with a capital inside a sentence is a name ("the United States"), words of a number are none ("per cent"); a date or an
 * article says nothing.
 */
function speaks(m: Material, { cue, speaker, sentence }: Found): boolean {
  const { text, known } = m;
  const start = text[cue[0]]!;
  const capital = start !== start.toLowerCase() && cue[0] > sentence[0];
  const noun = known.some(span => overlaps(span, cue));
  return (
    !capital &&
    !noun &&
    !isThing(m, cue) &&
    !isUnsaid(m, cue) &&
    !isPlural(m, { cue, speaker }) &&
    isSomebody(m, speaker)
  );
}

/** "China has found a huge market": what is found is a thing, where no number and no verb stands behind its article. */
function isThing({ text, span, cues, numbers, indefinite, verbs }: Material, cue: Span): boolean {
  if (!cues.some(each => each.name === "findings" && overlaps(each.span, cue))) return false;
  const behind = /^[^,;:.–—]*/.exec(text.slice(cue[1], Math.min(span[1], cue[1] + LOOK_BACK)))![0];
  const [first = "", ...rest] = behind.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  const number = numbers.some(each => each[0] >= cue[1] && each[0] < cue[1] + behind.length);
  return indefinite.has(first) && !number && !rest.some(word => verbs.has(word));
}

/** What may open what somebody says. */
const SAID = /^(?:that|what|who|when|where|since|after|before|while)$/;

/** Letters between "not" and the verb that it denies ("has never publicly said"). */
const DENIAL_REACH = 14;

/** "The ministry has never said": nobody's words are told. "Denied" denies what is said, and speaks. */
const isUnsaid = ({ text, cues }: Material, cue: Span): boolean =>
  cues.some(
    ({ name, span }) =>
      name === "negation" &&
      span[1] <= cue[0] &&
      cue[0] - span[1] <= DENIAL_REACH &&
      !/[^\p{L}\s’'-]/u.test(text.slice(span[1], cue[0])),
  );

/** "African states use", "states — 27 —": behind a verb of saying stands what is said, and neither a verb nor a dash. */
function isPlural(
  { text, verbs, span }: Material,
  { cue, speaker }: Pick<Found, "cue" | "speaker">,
): boolean {
  if (!text.slice(...cue).endsWith("s") || speaker[0] >= cue[1]) return false;
  const behind = text.slice(cue[1], Math.min(span[1], cue[1] + LOOK_BACK));
  const next = /^\s+([\p{L}’']+)/u.exec(behind)?.[1]?.toLowerCase() ?? "";
  return /^\s*[—–(]/.test(behind) || (verbs.has(next) && !SAID.test(next));
}

const PEOPLE_REACH = 60;
/** How much before a verb or a name is looked at, in characters; a sentence may be as long as a file. */
const LOOK_BACK = 200;

const lookBack = (text: string, span: Span, to: number): string =>
  text.slice(Math.max(span[0], to - LOOK_BACK), to);

/** ", said the police commissioner": a speaker without a name behind the verb. */
function behind({ text, cues, quoted, span }: Material): Attribution | null {
  for (const verb of cues) {
    if (verb.name !== "says" || quoted.some(quote => inside(verb.span, quote))) continue;
    if (!/[,”"»’]\s*$/.test(lookBack(text, span, verb.span[0]))) continue;
    const rest = text.slice(verb.span[1], Math.min(span[1], verb.span[1] + PEOPLE_REACH));
    const words = /^\s*([^,.;:–—()“”"!?]+)/.exec(rest);
    const at = verb.span[1] + (words ? words[0].length - words[1]!.length : 0);
    const speaker: Span = [at, at + (words?.[1]?.trimEnd().length ?? 0)];
    if (cues.some(cue => cue.name === "speakers" && inside(cue.span, speaker)))
      return { to: text.slice(...speaker), span: speaker };
  }
  return null;
}

/** "NSO Group, the maker of Pegasus, says": the name before what is put between commas. */
function before({ text, cues, quoted, span }: Material): Attribution | null {
  for (const verb of cues) {
    if (verb.name !== "says" || quoted.some(quote => inside(verb.span, quote))) continue;
    const words = lookBack(text, span, verb.span[0]);
    // The class of capitals is long to compile, and mostly there is no comma.
    if (!/,\s*$/.test(words)) continue;
    const match =
      /(?:^|[,;:–—،؛，；：、]\s*)(\p{Lu}[^,;:–—“”"،؛，；：、]{1,60}),[^,;:–—“”"،؛，；：、]{3,80},\s*$/u.exec(
        words,
      );
    if (!match) continue;
    const at = verb.span[0] - match[0].length + match[0].indexOf(match[1]!);
    return { to: match[1]!, span: [at, at + match[1]!.length] };
  }
  return null;
}

/** "Officers in Honiara say": the people before the place are the speakers. */
function widened({ text, cues, span }: Material, found: Attribution): Attribution {
  const words = lookBack(text, span, found.span[0]);
  // The class of letters is long to compile with case left out.
  if (!/ (?:in|of|at|from|de|en|du) $/i.test(words)) return found;
  const lead =
    /(?:^|[,;:–—،؛，；：、]\s*|\s)((?:the |some |several |many )?[\p{L}-]+ (?:in|of|at|from|de|en|du) )$/iu.exec(
      words,
    );
  if (!lead) return found;
  const from = found.span[0] - lead[1]!.length;
  const wide: Span = [from, found.span[1]];
  const people = cues.some(
    cue =>
      (cue.name === "speakers" || cue.name === "studies" || cue.name === "state") && inside(cue.span, wide),
  );
  return people
    ? { to: small(text.slice(...wide), text[from] !== text[from]!.toLowerCase()), span: wide }
    : found;
}

/** "Police statistics show": the words before a study belong to it. */
function ownStudy(study: Attribution, first: Found | undefined, text: string): Attribution {
  if (!first || !overlaps(first.speaker, study.span) || first.speaker[0] >= study.span[0]) return study;
  const span: Span = [first.speaker[0], study.span[1]];
  return { to: text.slice(...span), span };
}

/** "according to a 2023 count by the institute": a study is told with its maker. */
function withMaker({ text, cues, span, makers }: Material, found: Attribution): Attribution {
  if (!cues.some(cue => cue.name === "studies" && inside(cue.span, found.span))) return found;
  const rest = text.slice(found.span[1], Math.min(span[1], found.span[1] + STUDY_REACH));
  const maker =
    /^\s+(\p{L}+)\s+((?:\p{L}+[’']?\s+)?\p{Lu}[\p{L}\p{N}.’'&-]*(?:\s+(?:(?:of|for|on|and|the|de|des|du|del|la)\s+)*\p{Lu}[\p{L}\p{N}.’'&-]*)*)/u.exec(
      rest,
    );
  if (!maker || !makers.has(maker[1]!.toLowerCase())) return found;
  const whole: Span = [found.span[0], found.span[1] + maker[0].replace(/[.]$/, "").length];
  return { to: text.slice(...whole), span: whole };
}

/** A phrase that names who counted or who passes it on is not the speaker where somebody else speaks. */
const aside = (cues: readonly Cue[], span: Span): boolean =>
  cues.some(cue => (cue.name === "sourced" || cue.name === "retold") && overlaps(cue.span, span));

/** "the interior ministry told Danas": who speaks stands before the verb of telling. */
function teller({ text, cues, span, fillers, joining }: Material, cue: Span): Attribution | null {
  const left = lookBack(text, span, cue[0]);
  const match = /(?:^|[,;:–—،؛，；：、]\s*)([^,;:–—“”"،؛，；：、]{3,70}?)\s+$/.exec(left);
  if (!match) return null;
  const words = match[1]!
    .replace(/^\p{L}+(?=\s)/u, first => (joining.has(first.toLowerCase()) ? "" : first))
    .trimStart();
  const to = cue[0] - left.length + match.index + match[0].trimEnd().length;
  const speaker: Span = [to - words.length, to];
  const people = cues.some(
    each => (each.name === "speakers" || each.name === "state") && inside(each.span, speaker),
  );
  const article = fillers.has(words.split(/\s/)[0]!.toLowerCase());
  // "заявил представитель": the verb that says whose words they are stands before the speaker.
  if (cues.some(each => each.name === "says" && inside(each.span, speaker))) return null;
  return people ? { to: small(words, article), span: speaker } : null;
}

/** "the interior ministry said": people or an office without a name, right before a verb of saying. */
function saying(m: Material): Attribution | null {
  for (const { name, span } of m.cues) {
    if (name !== "says" && name !== "retold") continue;
    if (isUnsaid(m, span) || m.quoted.some(quote => inside(span, quote))) continue;
    const found = teller(m, span);
    if (found) return found;
  }
  return null;
}

/** Whoever a sentence names as the one who says, counts or shows what it tells; null where it speaks for itself. */
export function attributionOf(m: Material): Attribution | null {
  const found = speakerOf(m);
  return found && withoutAuxiliaries(m, withoutPaper(m, found));
}

/** "Researchers at the institute have counted": what stands before the verb is no part of the name. */
function withoutAuxiliaries({ auxiliaries }: Material, found: Attribution): Attribution {
  let to = found.to;
  for (let cut = /\s(\S+)$/.exec(to); cut && auxiliaries.has(cut[1]!); cut = /\s(\S+)$/.exec(to))
    to = to.slice(0, cut.index);
  const end = found.span[0] + to.length;
  return to === found.to ? found : { to, span: [found.span[0], end] };
}

/** ", segundo o Ministério do Interior": the name behind a phrase of telling, up to the next mark. */
function according({ text, cues, quoted, span }: Material): Attribution | null {
  for (const cue of cues) {
    if (cue.name !== "accordingTo" || quoted.some(quote => inside(cue.span, quote))) continue;
    const rest = text.slice(cue.span[1], Math.min(span[1], cue.span[1] + PEOPLE_REACH));
    const words = /^\s+([^,;:.!?()–—“”"،؛，；：。]{2,})/u.exec(rest)?.[1]?.trimEnd();
    if (words === undefined || !/\p{Lu}/u.test(words)) continue;
    const from = cue.span[1] + rest.indexOf(words);
    return { to: words, span: [from, from + words.length] };
  }
  return null;
}

/** "представитель мэрии в интервью «Азия-Плюс»": whoever passes it on is not part of the speaker's name. */
function withoutPaper({ text, cues }: Material, found: Attribution): Attribution {
  const paper = cues.find(
    cue => cue.name === "retold" && cue.span[0] > found.span[0] && inside(cue.span, found.span),
  );
  if (!paper) return found;
  const to = text.slice(found.span[0], paper.span[0]).trimEnd();
  return { to, span: [found.span[0], found.span[0] + to.length] };
}

/** "Researchers found far fewer: a report by the institute counts 73": what a colon announces is told by the study behind it. */
const isAnnounced = ({ text, numbers }: Material, first: Found, study: Attribution): boolean =>
  /[:;]/.test(text.slice(first.span[1], study.span[0])) &&
  numbers.every(number => number[0] >= study.span[0]);

function speakerOf(m: Material): Attribution | null {
  const study = studyIn(m);
  const outside = (span: Span) => !m.quoted.some(quote => inside(span, quote));
  const heard = m.found.filter(each => outside(each.cue) && !onlyNames(m.cues, each.cue) && speaks(m, each));
  const first = heard.find(each => !aside(m.cues, each.cue) || before(m) !== null) ?? heard[0];
  if (study && (!first || first.span[1] > study.span[0] || isAnnounced(m, first, study)))
    return ownStudy(study, first, m.text);
  // A name before an apposition outweighs words behind the verb ("X, the maker of Y, says it sells ...").
  const apposed =
    first && first.speaker[0] > first.cue[0] && first.speaker[0] >= first.cue[1] ? before(m) : null;
  if (apposed) return apposed;
  const told =
    first && first.speaker[0] >= first.cue[1] && aside(m.cues, first.cue) ? teller(m, first.cue) : null;
  if (told) return told;
  if (first) return withMaker(m, widened(m, { to: small(first.text, first.unnamed), span: first.speaker }));
  return saying(m) ?? behind(m) ?? before(m) ?? according(m);
}
