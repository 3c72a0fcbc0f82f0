import type { Kind } from "../../codebook/types.ts";
import { inside } from "../analysis/spans.ts";
import type { Clause, Context, Scene } from "../claims/context.ts";
import { polarityOf } from "../claims/polarity.ts";
import type { Situation } from "../claims/situation.ts";
import type { Fields } from "./fields.ts";
import type { ToldAct } from "./told-acts.ts";

/** "Banned the use of cameras": what an act is done upon is neither given nor had. */
export const isDoneUpon = ({ trigger }: Situation, { span }: ToldAct): boolean =>
  trigger !== null && inside(trigger.span, span);

/** "NSO never sold spyware to Rwanda", in its own words too: what is denied is no candidate. */
export const isDenied = (
  context: Context,
  { sentence }: Scene,
  { span }: Clause,
  { trigger }: Situation,
): boolean =>
  trigger !== null &&
  polarityOf(context, sentence, { span, about: trigger.span, isVerb: true }) === "negative";

/** "Added NSO Group to its Entity List": what a firm is put on is an act, and nothing is given. */
export const putsOnList = (
  { frame, trigger, objects }: Situation,
  { verb }: ToldAct,
  { sentence }: Scene,
): boolean =>
  trigger !== null &&
  frame.needsObject &&
  objects.length === 0 &&
  trigger.span[1] <= verb[0] &&
  sentence.entities.some(({ span }) => span[0] >= trigger.span[1] && span[1] <= verb[0]);

/** "The leading supplier in the US market": with neither a thing nor whoever gives in the sentence, nothing is told. */
export function tellsOfThing(
  { values, spans }: Fields,
  { scene, situation, kind }: { readonly scene: Scene; readonly situation: Situation; readonly kind: Kind },
): boolean {
  const { fields, giver, giverCountry, object } = situation.frame;
  const parts = new Set([fields[giver], fields[giverCountry], fields[object.role]]);
  return kind.fields.some(
    ({ id, type }) =>
      (parts.has(id) ||
        type === "quantity" ||
        type === "money" ||
        (type === "text" && id !== fields["place"])) &&
      values[id] !== undefined &&
      inside(spans[id]!, scene.sentence.span),
  );
}
