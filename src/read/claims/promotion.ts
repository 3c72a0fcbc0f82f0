import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Context, Draft, Scene } from "./context.ts";
import { draft, hasCue } from "./draft.ts";
import { isOffer } from "./offers.ts";

/** A name with a commercial ending, as it stands in a text or an address. */
const DOMAIN =
  /\b(?:https?:\/\/)?(?:www\.)?([a-z0-9][a-z0-9-]{1,62}\.(?:com|net|shop|store|biz|io|co|ai|app|online|trade))\b(?![@\w])/gi;

const hostOf = (address: string): string => {
  try {
    return new URL(address).hostname.replace(/^www\./, "");
  } catch {
    return "";
  }
};

/** Domains written or linked in a sentence that are not mail addresses. */
function domainsIn(context: Context, sentence: Sentence): string[] {
  const { text, links } = context.document;
  const written = [...text.slice(...sentence.span).matchAll(DOMAIN)].map(match => match[1]!.toLowerCase());
  const linked = links.filter(link => inside(link.span, sentence.span)).map(link => hostOf(link.href));
  return [
    ...new Set(
      [...written, ...linked].filter(host =>
        /\.(?:com|net|shop|store|biz|io|co|ai|app|online|trade)$/.test(host),
      ),
    ),
  ];
}

/** True where the rest of the text has something in common with the sentence: a known entity, a measure, a product, a frame. */
function belongs(sentence: Sentence): boolean {
  return (
    sentence.entities.length > 0 ||
    sentence.classes.length > 0 ||
    sentence.frames.some(cue => cue.part === "nouns" && cue.frame.kind !== "deployment")
  );
}

/** The text in small letters, and where each name asked for stands first and last. */
const folded = new WeakMap<Context, { text: string; places: Map<string, readonly [number, number]> }>();

/** Whether a name stands in the text outside the sentence. */
function elsewhere(context: Context, { span: [from, to] }: Sentence, name: string): boolean {
  const known = folded.get(context) ?? { text: context.document.text.toLowerCase(), places: new Map() };
  folded.set(context, known);
  const places =
    known.places.get(name) ?? ([known.text.indexOf(name), known.text.lastIndexOf(name)] as const);
  known.places.set(name, places);
  return places[0] >= 0 && (places[0] < from || places[1] >= to);
}

/** An offer to the reader, of whatever nothing else in the book or in the world is named beside. */
function offerClaim(context: Context, scene: Scene): Draft | null {
  const { sentence } = scene;
  if (belongs(sentence) || sentence.places.length > 0) return null;
  const { text } = context.document;
  const [from, to] = sentence.span;
  const end = text.indexOf("\n", to);
  const around = text.slice(text.lastIndexOf("\n", from) + 1, end < 0 ? text.length : end);
  if (!isOffer(text.slice(from, to), around)) return null;
  const common = draft({ context, scene, span: sentence.span }, { kind: "promotion", form: "promotion" });
  return { ...common, attribution: null };
}

/**
 * A sentence that offers the reader something at a price taken off, or that praises or links a seller of whom the rest of the text does not speak. A link alone is a reference; only
 * praise in a seller's words makes it an advertisement.
 */
export function promotionClaims(context: Context, scene: Scene): Draft[] {
  const { sentence } = scene;
  const offer = offerClaim(context, scene);
  if (offer) return [offer];
  if (
    !hasCue(sentence, sentence.span, "praise") ||
    !hasCue(sentence, sentence.span, "sellers", "superlatives")
  )
    return [];
  const domains = domainsIn(context, sentence);
  if (domains.length === 0 || belongs(sentence)) return [];
  const strange = domains.find(
    domain => !elsewhere(context, sentence, domain) || domain === hostOf(context.document.url),
  );
  if (!strange) return [];
  const common = draft({ context, scene, span: sentence.span }, { kind: "promotion", form: "promotion" });
  const { text } = context.document;
  const at = text.toLowerCase().indexOf(strange, sentence.span[0]);
  const subject = at >= 0 && at < sentence.span[1] ? text.slice(at, at + strange.length) : strange;
  return [{ ...common, subject, attribution: null }];
}
