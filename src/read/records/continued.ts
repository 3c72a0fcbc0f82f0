import type { Kind } from "../../codebook/types.ts";
import type { Context, Scene } from "../claims/context.ts";
import { hasCue } from "../claims/draft.ts";
import type { Frame } from "../frames/types.ts";
import type { CueName } from "../lexicon.ts";
import { type Fields, putQuantities } from "./fields.ts";
import type { Telling } from "./signs.ts";

/** A record while its fields are put together. */
export interface Given {
  readonly kind: Kind;
  readonly frame: Frame;
  readonly fields: Fields;
  readonly telling: Telling;
}

/** How many words behind its article the noun that points back may stand ("the three-week course"). */
const REACH = 4;

/** What a record was not told to be must not be written into it. */
const UNTOLD: readonly CueName[] = ["negation", "planned", "modals", "cancelled", "comparisons", "opinions"];

/** "It comprises ...", "They learned ...", "The three-week course dealt with ...", "The deal is worth ...": a sentence that opens with what a record tells of. */
function pointsTo({ frame }: Given, { language }: Context, { sentence }: Scene): boolean {
  const [first, ...rest] = sentence.words;
  if (!first || !language) return false;
  const { grammar } = language;
  const opening = (name: CueName): boolean =>
    sentence.cues.some(cue => cue.name === name && cue.span[0] === first.start);
  const behind = rest.slice(0, REACH);
  const reach = behind.at(-1)?.end ?? first.end;
  const names = (spans: readonly { readonly span: readonly [number, number] }[]): boolean =>
    spans.some(({ span }) => span[0] >= first.start && span[1] <= reach);
  if (opening("they")) return true;
  if (!grammar.articles.has(first.key) && !opening("pointing")) return false;
  return (
    behind.some(({ key }) => grammar.thing.has(key)) ||
    names(sentence.frames.filter(cue => cue.frame === frame && cue.part === "nouns")) ||
    names(sentence.codes.filter(({ list }) => list === frame.object.list)) ||
    names(sentence.cues.filter(({ name }) => name === "acts"))
  );
}

/** Nobody is named but whom the record names. */
function staysWith({ frame, fields: { values } }: Given, { lexicon }: Context, { sentence }: Scene): boolean {
  const known = new Set(Object.values(values).flatMap(value => value.split(";")));
  return (
    sentence.places.every(({ country }) => known.has(country)) &&
    sentence.entities.every(
      ({ id }) => known.has(id) || !frame.giverKinds.includes(lexicon.entities.get(id)?.kind ?? ""),
    )
  );
}

/**
 * Fields that the sentence right behind a record tells of it: what was taught, how many took part, what it cost, where the record does not have
 * them. The sentence tells of no giving of its own and names nobody else.
 */
export function continueWith(given: Given, context: Context, scene: Scene): boolean {
  const { sentence } = scene;
  const { kind, frame, fields } = given;
  if (sentence.question || UNTOLD.some(name => hasCue(sentence, sentence.span, name))) return false;
  if (!pointsTo(given, context, scene) || !staysWith(given, context, scene)) return false;
  const object = frame.fields[frame.object.role] ?? "";
  if (fields.values[object] === undefined)
    for (const { list, code, span } of sentence.codes)
      if (list === frame.object.list) fields.put(object, code, span);
  putQuantities(fields, { context, kind, sentence, clause: sentence.span });
  return true;
}
