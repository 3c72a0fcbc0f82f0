import type { Kind } from "../../codebook/types.ts";
import { usualPlaceName } from "../../text/places/usual-name.ts";
import { inside } from "../analysis/spans.ts";
import type { Clause, Context, Scene } from "../claims/context.ts";
import { hasCue, statusOf } from "../claims/draft.ts";
import { makersOf } from "../claims/givers.ts";
import type { Situation } from "../claims/situation.ts";
import type { Span, Status } from "../types.ts";
import type { Given } from "./continued.ts";
import { countrySpan, entitySpan } from "./evidence.ts";
import { Fields, putDate, putPeriod, putQuantities } from "./fields.ts";
import { impliedIn, tells } from "./implied.ts";
import { isDenied, isDoneUpon, putsOnList, tellsOfThing } from "./telling-nothing.ts";
import { toldAct } from "./told-acts.ts";
import { isWeakened } from "./weakened.ts";

interface Telling {
  readonly context: Context;
  readonly scene: Scene;
  readonly clause: Clause;
  readonly situation: Situation;
}

const spanOfCountry = ({ context, scene, clause }: Telling, country: string): Span =>
  countrySpan(context, scene.sentence, clause.span, country);

const spanOfEntity = ({ context, scene, clause }: Telling, id: string): Span =>
  entitySpan(context, scene.sentence, clause.span, id);

function fill(telling: Telling, kind: Kind, takers: Situation["takers"]): Fields {
  const { context, scene, clause, situation } = telling;
  const { frame } = situation;
  const fields = new Fields(kind);
  for (const country of situation.giverCountries)
    fields.put(frame.fields[frame.giverCountry] ?? "", country, spanOfCountry(telling, country));
  for (const id of situation.givers) {
    const entity = context.lexicon.entities.get(id);
    const field = frame.fields[frame.giver === frame.giverCountry ? "host" : frame.giver];
    if (entity && entity.kind !== "product") fields.put(field ?? "", id, spanOfEntity(telling, id));
    else if (entity) fields.put("product", entity.name, spanOfEntity(telling, id));
  }
  for (const taker of takers) fields.put(frame.fields[frame.taker] ?? "", taker.country, taker.span);
  for (const object of situation.objects)
    fields.put(frame.fields[frame.object.role] ?? "", object.code, object.span);
  putStatus(fields, telling);
  putDates(fields, telling);
  putPlaces(fields, telling);
  putQuantities(fields, { context, kind, sentence: scene.sentence, clause: clause.span });
  return fields;
}

/** Statuses whose date is that of an agreement, where the kind has a field for it. */
const AGREED = new Set(["planned", "signed"]);

/** "China to donate drones to Vanuatu": a headline's plan, which has no other verb. */
function isHeadlinePlan({ scene: { sentence }, clause, situation: { frame, trigger } }: Telling): boolean {
  const plan = sentence.frames.find(
    cue =>
      cue.frame === frame &&
      cue.part === "plans" &&
      trigger !== null &&
      cue.span[0] <= trigger.span[0] &&
      cue.span[1] >= trigger.span[1],
  );
  if (!plan) return false;
  const opening: Span = [clause.span[0], plan.span[0]];
  const verb = (name: string): boolean =>
    name === "verbs" || name === "says" || name === "signed" || name === "planned";
  return (
    !sentence.cues.some(({ name, span }) => verb(name) && inside(span, opening)) &&
    !sentence.frames.some(cue => ["gives", "takes", "tells"].includes(cue.part) && inside(cue.span, opening))
  );
}

/** "Sold", "bought": what is agreed, whether or not it has arrived, unless another word says that it has. */
function isSale({ scene: { sentence }, clause, situation: { frame, trigger } }: Telling): boolean {
  if (!trigger) return false;
  const [at] = trigger.span;
  const sale = sentence.frames.some(cue => cue.frame === frame && cue.part === "sells" && cue.span[0] === at);
  return (
    sale &&
    !sentence.cues.some(
      ({ name, span }) => name === "delivered" && inside(span, clause.span) && !inside(span, trigger.span),
    )
  );
}

/** How far it has come: what the clause tells, or what its verb of giving does. */
function statusIn(telling: Telling): Status {
  const { scene, clause, situation } = telling;
  const { frame, trigger } = situation;
  const told = statusOf(scene.sentence, clause);
  if ((told === "" || told === "delivered") && isHeadlinePlan(telling)) return "planned";
  if ((told === "" || told === "delivered") && isSale(telling)) return "signed";
  // "signed a contract to install": what is agreed is more than a plan.
  if (told === "planned" && hasCue(scene.sentence, clause.span, "signed")) return "signed";
  return told === "" && trigger?.part === "gives" ? frame.given : told;
}

function putStatus(fields: Fields, telling: Telling): void {
  const { frame, trigger } = telling.situation;
  const status = statusIn(telling);
  const code = frame.statuses?.[status];
  if (code === undefined) return;
  const { sentence } = telling.scene;
  const cue = sentence.cues.find(each => each.name === status && inside(each.span, telling.clause.span));
  fields.put(frame.fields["status"] ?? "", code, cue?.span ?? trigger?.span ?? telling.clause.span);
}

/** The date of the clause; a period gives its first day and, where the kind has a field for it, its last. */
function putDates(fields: Fields, telling: Telling): void {
  const { scene, clause, situation } = telling;
  const { date = "", ended = "", agreed = "" } = situation.frame.fields;
  const agreement = agreed !== "" && AGREED.has(statusIn(telling));
  if (ended === "") putDate(fields, agreement ? agreed : date, scene.sentence, clause.span);
  else putPeriod(fields, { first: date, last: ended }, scene.sentence, clause.span);
}

/** Towns and regions of whoever takes, where the kind says where it stands; of any country, where it says where it is held. */
function putPlaces(fields: Fields, { context, scene, clause, situation }: Telling): void {
  const language = context.document.language;
  const { frame, takers } = situation;
  const field = frame.fields["place"] ?? "";
  if (field === "") return;
  for (const { text, span, form, country } of scene.sentence.places) {
    const town = form === "place" || form === "capital";
    if (!town || !inside(span, clause.span) || isNamePart(scene, span)) continue;
    if (frame.needsObject && !takers.some(taker => taker.country === country)) continue;
    fields.put(field, usualPlaceName(text, country, language), span);
  }
}

/** The Fujian of "Fujian Police College" is no place of its own. */
const isNamePart = ({ sentence: { entities } }: Scene, place: Span): boolean =>
  entities.some(({ span }) => inside(place, span) && span[1] > place[1]);

/** "Instructors from France and Italy": a kind with one giver a record gives one record each. */
function byGiver({ lexicon }: Context, situation: Situation, kind: Kind): Situation[] {
  const { frame, giverCountries, givers } = situation;
  const field = kind.fields.find(({ id }) => id === frame.fields[frame.giverCountry]);
  if (!field || field.many || giverCountries.length < 2) return [situation];
  return giverCountries.map(country => ({
    ...situation,
    giverCountries: [country],
    givers: givers.filter(id => [country, ""].includes(lexicon.entities.get(id)?.country ?? "")),
  }));
}

/** Does the rest of the sentence speak of nobody but who gives and takes in the clause? */
function staysWith({ context, scene: { sentence }, situation }: Telling): boolean {
  const { entities } = context.lexicon;
  const parties = new Set([
    ...situation.takers.map(({ country }) => country),
    ...situation.giverCountries,
    ...situation.givers.map(id => entities.get(id)?.country ?? ""),
  ]);
  return sentence.places.every(({ country }) => parties.has(country));
}

/** "Angola ordered cameras; the contract, of 2018, is worth $60 million": a sentence of one giving tells its date and numbers in any of its clauses. */
function complete(fields: Fields, telling: Telling, kind: Kind): void {
  const { context, scene, situation } = telling;
  const { sentence } = scene;
  const whole: Telling = { ...telling, clause: { ...telling.clause, span: sentence.span } };
  const { date = "", agreed = "" } = situation.frame.fields;
  if (fields.values[date] === undefined && fields.values[agreed] === undefined) putDates(fields, whole);
  putQuantities(fields, { context, kind, sentence, clause: sentence.span });
}

/** "Uzbekistan signed with Huawei, building a system": a clause without a giver goes on with the one giver of its sentence. */
function withGiver({ lexicon }: Context, { sentence }: Scene, situation: Situation): Situation {
  const { frame, givers, giverCountries, takers } = situation;
  if (!frame.needsObject || givers.length + giverCountries.length > 0) return situation;
  const makers = new Set(
    sentence.entities
      .filter(({ id, span }) => {
        const aside = sentence.asides.some(each => inside(span, each));
        return !aside && frame.giverKinds.includes(lexicon.entities.get(id)?.kind ?? "");
      })
      .flatMap(({ id }) => makersOf(id, lexicon, frame))
      .filter(id => lexicon.entities.get(id)?.kind !== "product"),
  );
  const [maker, ...more] = makers;
  if (maker === undefined || more.length > 0) return situation;
  const home = lexicon.entities.get(maker)?.country ?? "";
  const abroad = home !== "" && !takers.some(({ country }) => country === home);
  return { ...situation, givers: [maker], giverCountries: abroad ? [home] : [] };
}

/** Candidates of the kinds that tell of giving and taking. Kinds with one taker a record give one record each. */
export function givenIn(context: Context, scene: Scene): Given[] {
  const alone = scene.clauses.flatMap(({ situations }) => situations.filter(tells)).length <= 1;
  return scene.clauses.flatMap(clause => {
    const implied = context.lexicon.frames.flatMap(frame => impliedIn(context, scene, clause, frame) ?? []);
    const telling = clause.situations.filter(each => tells(each) && !isDenied(context, scene, clause, each));
    const act = telling.some(({ frame }) => frame.needsObject) ? toldAct(context, scene, clause) : null;
    // "banned the use of cameras": what an act is done upon is neither given nor had.
    const kept = telling.filter(given => !act || !(isDoneUpon(given, act) || putsOnList(given, act, scene)));
    const all = [...kept, ...implied].flatMap(given => {
      const situation = withGiver(context, scene, given);
      return byGiver(context, situation, context.lexicon.codebook.kinds.get(situation.frame.kind)!);
    });
    return all.flatMap(situation => {
      const kind = context.lexicon.codebook.kinds.get(situation.frame.kind)!;
      const telling = { context, scene, clause, situation };
      const many = kind.fields.find(
        field => field.id === situation.frame.fields[situation.frame.taker],
      )?.many;
      const groups = many ? [situation.takers] : situation.takers.map(taker => [taker]);
      return groups.flatMap(takers => {
        const fields = fill(telling, kind, takers);
        if (alone && situation.trigger && staysWith(telling)) complete(fields, telling, kind);
        const weakened = isWeakened(context, scene, clause.span) || scene.sentence.question;
        const trigger = situation.trigger ? "verb" : "noun";
        const at = situation.trigger?.span ?? null;
        const { sentence } = scene;
        const { frame } = situation;
        if (frame.needsObject && !tellsOfThing(fields, { scene, situation, kind })) return [];
        return { kind, frame, fields, telling: { sentence, clause: clause.span, trigger, at, weakened } };
      });
    });
  });
}
