import { auxiliariesOf, type Attribution as Found } from "../../text/index.ts";
import type { Grammar } from "../grammar.ts";
import type { Attribution } from "../types.ts";
import { attributionOf, type Material } from "./attribution.ts";
import { type PartVoice, voicesByPart } from "./attribution-parts.ts";
import { withQuotedName } from "./quoted-name.ts";
import { spansOf } from "./spans.ts";
import type { Cue, Sentence } from "./types.ts";
import { isPublisher, isVoice, voicesOf } from "./voices.ts";

/** What of a language tells who speaks; the same for all sentences of a document. */
export type Manner = Pick<
  Material,
  | "joining"
  | "verbFirst"
  | "verbs"
  | "fillers"
  | "pronouns"
  | "indefinite"
  | "makers"
  | "openSaid"
  | "listener"
  | "peopleAt"
  | "makerName"
  | "auxiliaries"
> & { readonly language: string };

const NONE: ReadonlySet<string> = new Set();

export const mannerOf = (language: string, grammar: Grammar | undefined): Manner => ({
  language: language.slice(0, 2),
  joining: grammar?.joining ?? NONE,
  verbFirst: grammar?.verbFirst ?? false,
  verbs: grammar?.verbs ?? NONE,
  fillers: grammar?.fillers ?? NONE,
  pronouns: grammar?.pronouns ?? NONE,
  indefinite: grammar?.indefinite ?? NONE,
  makers: grammar?.makers ?? NONE,
  openSaid: grammar?.openSaid ?? NONE,
  listener: grammar?.listener ?? null,
  peopleAt: grammar?.peopleAt ?? null,
  makerName: grammar?.makerName ?? null,
  auxiliaries: auxiliariesOf(language),
});

/** What a sentence holds by which its speaker is found. */
type Said = Pick<
  Sentence,
  "span" | "words" | "cues" | "classes" | "codes" | "dates" | "quantities" | "quotes"
> & {
  readonly text: string;
  readonly found: readonly Found[];
};

interface ToldBy {
  readonly attribution: Attribution | null;
  readonly voices: readonly PartVoice[];
}

const NO_VOICES: readonly PartVoice[] = [];
const NOBODY: ToldBy = { attribution: null, voices: NO_VOICES };

/** Cues without one of which nobody is looked for who speaks, where none was found in the text at large. */
const isTelling = ({ name }: Cue): boolean =>
  name === "says" || name === "studies" || name === "retold" || name === "accordingTo";

/** Who tells a sentence, and who tells the parts of it that somebody else does. */
export function toldBy(said: Said, manner: Manner): ToldBy {
  const { cues, found } = said;
  const speaker = found.length > 0 || cues.some(isTelling) ? speakerOf(said, manner) : NOBODY;
  if (!cues.some(isVoice)) return speaker;
  return { attribution: withVoices(speaker.attribution, said, manner), voices: speaker.voices };
}

function speakerOf(said: Said, manner: Manner): ToldBy {
  const { text, span, dates, found, cues } = said;
  const quoted = spansOf(said.quotes);
  const numbers = spansOf(said.quantities);
  // Written out, since objects that are put together by spreading are many times slower to make.
  const told: Material = {
    text,
    span,
    dates,
    known: [...spansOf(said.classes), ...spansOf(said.codes), ...numbers],
    found,
    cues,
    quoted,
    numbers,
    joining: manner.joining,
    verbFirst: manner.verbFirst,
    verbs: manner.verbs,
    fillers: manner.fillers,
    pronouns: manner.pronouns,
    indefinite: manner.indefinite,
    makers: manner.makers,
    openSaid: manner.openSaid,
    listener: manner.listener,
    peopleAt: manner.peopleAt,
    makerName: manner.makerName,
    auxiliaries: manner.auxiliaries,
  };
  const attribution = withQuotedName(attributionOf(told), { text, language: manner.language, quoted });
  return { attribution, voices: voicesByPart(told) };
}

/** The speaker with whoever passes it on or counted; the first of those speaks where nobody else does. */
function withVoices(
  attribution: Attribution | null,
  { text, span, words, cues, quotes }: Said,
  { verbs }: Manner,
): Attribution | null {
  const material = { text, span, words, cues, quotes, stops: verbs };
  const chain = voicesOf(material, attribution?.span ?? null);
  if (chain.length === 0) return attribution;
  if (attribution) return { ...attribution, chain };
  const speaker = chain.findIndex(voice => !isPublisher(material, voice.span));
  const { to, span: own } = chain[speaker] ?? { to: "", span: chain[0]!.span };
  const rest = chain.filter((_, i) => i !== speaker);
  return rest.length > 0 ? { to, span: own, chain: rest } : { to, span: own };
}
