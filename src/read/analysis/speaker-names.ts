import type { Attribution, Span } from "../types.ts";
import { inside } from "./spans.ts";
import { isUnsaid } from "./speaks.ts";
import { lookBack, type Material, PEOPLE_REACH, small } from "./speech.ts";

/** ", said the police commissioner": a speaker without a name behind the verb. */
export function behind({ text, cues, quoted, span, pronouns }: Material): Attribution | null {
  for (const verb of cues) {
    if (verb.name !== "says" || quoted.some(quote => inside(verb.span, quote))) continue;
    if (!/[,”"»’]\s*$/.test(lookBack(text, span, verb.span[0]))) continue;
    const rest = text.slice(verb.span[1], Math.min(span[1], verb.span[1] + PEOPLE_REACH));
    const words = /^\s*([^,.;:–—()“”"!?]+)/.exec(rest);
    // "The firm, a maker of cameras, says it sells ...": a pronoun opens what is said.
    const [opening = ""] = words?.[1]?.split(/\s/) ?? [];
    if (pronouns.has(opening.toLowerCase())) continue;
    const at = verb.span[1] + (words ? words[0].length - words[1]!.length : 0);
    const speaker: Span = [at, at + (words?.[1]?.trimEnd().length ?? 0)];
    if (cues.some(cue => cue.name === "speakers" && inside(cue.span, speaker)))
      return { to: text.slice(...speaker), span: speaker };
  }
  return null;
}

/** "NSO Group, the maker of Pegasus, says": the name before what is put between commas. */
export function before({ text, cues, quoted, span }: Material): Attribution | null {
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
export function widened({ text, cues, span, peopleAt }: Material, found: Attribution): Attribution {
  const words = lookBack(text, span, found.span[0]);
  const lead = peopleAt?.exec(words);
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

/** "The government of the city appealed and denied": of two verbs the first ends the name, which runs on behind words for "of" alone. */
function withoutVerb(
  name: string,
  { joining, makers, fillers }: Pick<Material, "joining" | "makers" | "fillers">,
): string {
  const words = name.split(" ");
  const key = (at: number): string => words[at]?.toLowerCase() ?? "";
  if (!joining.has(key(words.length - 1))) return name;
  let at = 0;
  do {
    while (makers.has(key(at)) || fillers.has(key(at))) at++;
    at++;
  } while (makers.has(key(at)));
  return words.slice(0, at).join(" ");
}

/** "the interior ministry told Danas": who speaks stands before the verb of telling. */
export function teller(
  { text, cues, span, fillers, joining, makers }: Material,
  cue: Span,
): Attribution | null {
  const left = lookBack(text, span, cue[0]);
  const match = /(?:^|[,;:–—،؛，；：、]\s*)([^,;:–—“”"،؛，；：、]{3,70}?)\s+$/.exec(left);
  if (!match) return null;
  const words = match[1]!
    .replace(/^\p{L}+(?=\s)/u, first => (joining.has(first.toLowerCase()) ? "" : first))
    .trimStart();
  const to = cue[0] - left.length + match.index + match[0].trimEnd().length;
  const opened = to - words.length;
  // "Although former officials say": the word that opens a clause names nobody.
  const opener = cues.find(
    each => (each.name === "subordinating" || each.name === "contrasting") && each.span[0] === opened,
  );
  const from = opener && opener.span[1] < to ? opener.span[1] + 1 : opened;
  const name = withoutVerb(text.slice(from, to), { joining, makers, fillers });
  const speaker: Span = [from, from + name.length];
  const people = cues.some(
    each => (each.name === "speakers" || each.name === "state") && inside(each.span, speaker),
  );
  const article = fillers.has(name.split(/\s/)[0]!.toLowerCase());
  // "заявил представитель": the verb that says whose words they are stands before the speaker.
  if (cues.some(each => each.name === "says" && inside(each.span, speaker))) return null;
  return people ? { to: small(name, article), span: speaker } : null;
}

/** "the interior ministry said": people or an office without a name, right before a verb of saying. */
export function saying(m: Material): Attribution | null {
  for (const { name, span } of m.cues) {
    if (name !== "says" && name !== "retold") continue;
    if (isUnsaid(m, span) || m.quoted.some(quote => inside(span, quote))) continue;
    const found = teller(m, span);
    if (found) return found;
  }
  return null;
}

/** ", segundo o Ministério do Interior": the name behind a phrase of telling, up to the next mark. */
export function according({ text, cues, quoted, span }: Material): Attribution | null {
  for (const cue of cues) {
    if (cue.name !== "accordingTo" || quoted.some(quote => inside(cue.span, quote))) continue;
    const rest = text.slice(cue.span[1], Math.min(span[1], cue.span[1] + PEOPLE_REACH));
    const words = /^\s+([^,;:.!?()–—“”"،؛，；：。]{2,})/u.exec(rest)?.[1]?.trimEnd();
    if (words === undefined) continue;
    const from = cue.span[1] + rest.indexOf(words);
    const speaker: Span = [from, from + words.length];
    // "Selon une étude": without a name, research or people who speak.
    const known = cues.some(
      each => (each.name === "studies" || each.name === "speakers") && inside(each.span, speaker),
    );
    if (known || /\p{Lu}/u.test(words)) return { to: words, span: speaker };
  }
  return null;
}
