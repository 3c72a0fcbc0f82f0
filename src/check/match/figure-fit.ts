import type { Figure, Shelf } from "../gather/types.ts";
import type { ScopeRelation } from "../rule/names.ts";
import { restrictorsOf } from "./restrictors.ts";
import { hasWord, homesOf, plainWords, type Subject, withOwners } from "./subject.ts";

export interface FitContext {
  readonly entities: Shelf["entities"];
  /** Unit of the measure; a count of countries is not narrowed by a country that the sentence also names. */
  readonly unit: string;
  /** Dimensions of the measure: where `place` or `region` is one, the country of a figure is where it counts, else it is the giver's. */
  readonly dimensions: readonly string[];
}

/**
 * How the scope of a figure relates to that of a claim of the same measure: the same thing, a broader whole, another part or
 * population, or null where it is about somebody else altogether.
 */
export function figureFit(figure: Figure, subject: Subject, context: FitContext): ScopeRelation | null {
  const about = withOwners(figure.about, context.entities);
  const homes = homesOf(about, context.entities);
  const placed = context.dimensions.some(name => name === "place" || name === "region");
  const isPlace = figure.place !== "" && (placed || !homes.has(figure.place));
  const agents = new Set([...about].filter(id => !(isPlace && id === figure.place)));
  const who = agentsFit(agents, subject, { figure, context });
  if (who === null) return null;
  const parts = [
    who,
    placeFit({ place: isPlace ? figure.place : "", about: agents }, subject, context),
    setFit(figure.regime, subject.regimes),
    figure.productKind === "" || subject.productKinds.size === 0
      ? "same"
      : setFit(figure.productKind, subject.productKinds),
    restrictorsOf(figure, context.entities).some(word => !hasWord(subject.words, word)) ? "other" : "same",
  ] as const;
  if (parts.includes("other")) return "other";
  return parts.includes("broader") ? "broader" : "same";
}

const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].every(item => b.has(item));
const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some(item => b.has(item));

interface Given {
  readonly figure: Figure;
  readonly context: FitContext;
}

/** Whose doings are counted. */
function agentsFit(
  agents: ReadonlySet<string>,
  subject: Subject,
  { figure, context }: Given,
): ScopeRelation | null {
  const { agents: wanted, places } = subject;
  const given = !context.dimensions.includes("place") && wanted.has(figure.place);
  if (agents.size === 0) return wanted.size === 0 || given ? "same" : placeless(figure, subject);
  if (wanted.size === 0) {
    // The reader may not have known a name that stands in the sentence all the same.
    const named = areNamed(agents, { subject, context });
    return isSubset(agents, places) || named ? "same" : null;
  }
  if (isSubset(agents, wanted) && isSubset(wanted, agents)) return "same";
  const { entities } = context;
  if (isSubset(agents, wanted)) {
    const extra = [...wanted].filter(id => !agents.has(id));
    return extra.every(id => agents.has(entities.get(id)?.parent ?? "")) ? "broader" : "other";
  }
  if (meet(agents, wanted)) return "other";
  if (isSubset(homesOf(wanted, entities), agents) && homesOf(wanted, entities).size > 0) return "broader";
  return meet(homesOf(agents, entities), wanted) ? "other" : null;
}

/** All of them stand in the sentence, where a product stands for its maker; one of two firms does not stand for both. */
function areNamed(agents: ReadonlySet<string>, given: { subject: Subject; context: FitContext }): boolean {
  const kindOf = (id: string) => given.context.entities.get(id)?.kind;
  const named = [...agents].filter(id => isNamedIn(id, given));
  return (
    named.length > 0 &&
    [...agents].every(id => named.includes(id) || named.some(other => kindOf(other) !== kindOf(id)))
  );
}

function isNamedIn(id: string, { subject, context }: { subject: Subject; context: FitContext }): boolean {
  const entity = context.entities.get(id);
  return (
    entity !== undefined &&
    [entity.name, ...entity.aliases].some(name => plainWords(name).every(word => subject.words.has(word)))
  );
}

/** A figure about nobody in particular: the whole world's, or a place's. */
const placeless = (figure: Figure, { places }: Subject): ScopeRelation | null =>
  figure.place === "" ? "broader" : places.has(figure.place) ? "broader" : null;

interface Located {
  readonly place: string;
  readonly about: ReadonlySet<string>;
}

function placeFit(
  { place, about }: Located,
  { places, agents }: Subject,
  { unit, dimensions }: FitContext,
): ScopeRelation {
  const wanted = new Set([...places].filter(id => !about.has(id)));
  if (place === "") return wanted.size === 0 || unit === "country" ? "same" : "broader";
  if (wanted.has(place) || (agents.has(place) && !dimensions.includes("place"))) return "same";
  return "other";
}

const setFit = (value: string, wanted: ReadonlySet<string>): ScopeRelation =>
  (value === "" && wanted.size === 0) || wanted.has(value) ? "same" : "other";
