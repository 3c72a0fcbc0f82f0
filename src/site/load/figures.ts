import { counterNames } from "../../check/index.ts";
import type { Kind } from "../../codebook/index.ts";
import type { FigureGroup, FigureRow, MeasureData } from "../data.ts";
import { codeFields, dateField, fieldsOf, figureFields } from "./kinds.ts";
import { amountOf, type Library, textsOf } from "./library.ts";
import type { Instance } from "./reader.ts";

const figureKinds = (library: Library): Kind[] =>
  [...library.codebook.kinds.values()].filter(kind => figureFields(kind) !== null);

/** The code field by which figures are grouped: the last required one, which says how near the source is to the count. */
const originField = (kind: Kind) =>
  codeFields(kind)
    .filter(({ required }) => required)
    .at(-1) ?? null;

/** The required text that names the counter: the last one, after what the figure is about. */
const counterField = (kind: Kind) =>
  fieldsOf(kind, "text")
    .filter(({ required }) => required)
    .at(-1) ?? null;

/** A figure whose counter is not yet named. */
type Unnamed = Omit<FigureRow, "counterName">;

/** The names of counters: records of the book that they are ids of, publishers of the figures' own sources, or their slugs as words. */
async function named(library: Library, figures: readonly Unnamed[]): Promise<FigureRow[]> {
  const slugs = figures.map(({ counter }) => counter);
  const known = await library.instances([...slugs, ...slugs.map(slug => slug.replace(/^gov-/, "org-"))]);
  const nameOf = counterNames({
    entities: new Map([...known].map(([id, instance]) => [id, { name: library.nameOf(instance) }])),
    sources: new Map(figures.flatMap(({ sources }) => sources.map(source => [source.id, source]))),
  });
  return figures.map(figure => ({ ...figure, counterName: nameOf(figure.counter) }));
}

async function figureOf(
  library: Library,
  instance: Instance,
  targets: ReadonlyMap<string, Instance>,
): Promise<Unnamed | null> {
  const { kind, row } = instance;
  const amount = amountOf(row, figureFields(kind)!.value);
  if (amount === null) return null;
  const origin = originField(kind);
  const counter = counterField(kind);
  const code = origin === null ? "" : (textsOf(row, origin)[0] ?? "");
  const dates = fieldsOf(kind, "date").map(field => textsOf(row, field)[0] ?? "");
  const when = dateField(kind);
  return {
    id: String(row["id"]),
    label: library.nameOf(instance, targets),
    amount,
    origin: code,
    originLabel: origin === null ? "" : library.codeLabel(origin.list, code),
    counter: counter === null ? "" : (textsOf(row, counter)[0] ?? ""),
    when: (when === null ? "" : (textsOf(row, when)[0] ?? "")) || (dates.findLast(date => date !== "") ?? ""),
    sources: await library.sources(Array.isArray(row["sources"]) ? row["sources"].map(String) : []),
  };
}

/** Place of an origin in its code list: lists name what is nearest to the count first. */
function originOrder(library: Library): (origin: string) => number {
  const codes = figureKinds(library).flatMap(kind => [
    ...(library.codebook.lists.get(originField(kind)?.list ?? "")?.codes.keys() ?? []),
  ]);
  return origin => (codes.includes(origin) ? codes.indexOf(origin) : codes.length);
}

/** Figures grouped by measure, in each those nearest to the count first. */
export async function groupFigures(library: Library, instances: readonly Instance[]): Promise<FigureGroup[]> {
  const groups = new Map<string, Unnamed[]>();
  const targets = await library.targets(instances);
  for (const instance of instances) {
    const measure = textsOf(instance.row, figureFields(instance.kind)!.measure)[0] ?? "";
    const figure = await figureOf(library, instance, targets);
    if (figure !== null) groups.set(measure, [...(groups.get(measure) ?? []), figure]);
  }
  const order = originOrder(library);
  const all = await named(library, [...groups.values()].flat());
  return [...groups.keys()].map(id => {
    const ids = new Set(groups.get(id)!.map(figure => figure.id));
    const measure = library.codebook.measures.get(id);
    return {
      measure: id,
      label: measure?.label.en ?? id,
      unit: measure?.unit ?? "",
      comparable: measure?.comparable ?? false,
      figures: all.filter(figure => ids.has(figure.id)).sort((a, b) => order(a.origin) - order(b.origin)),
    };
  });
}

/** Figures that speak of a record: those whose entity fields point to it. */
export async function figuresAbout(library: Library, kind: Kind, id: string): Promise<FigureGroup[]> {
  const lists = await Promise.all(
    figureKinds(library).flatMap(figures =>
      fieldsOf(figures, "entity", "link")
        .filter(field => field.of === kind.id)
        .map(field => library.reader.holding(figures, field, id)),
    ),
  );
  return groupFigures(library, lists.flat());
}

/** A measure with every figure of it; null where the codebook has no such measure. */
export async function loadMeasure(library: Library, id: string): Promise<MeasureData | null> {
  const measure = library.codebook.measures.get(id);
  if (measure === undefined) return null;
  const lists = await Promise.all(
    figureKinds(library).map(kind => library.reader.holding(kind, figureFields(kind)!.measure, id)),
  );
  const [group] = await groupFigures(library, lists.flat());
  const indicator = library.codebook.indicators.get(measure.indicator?.id ?? "");
  return {
    id,
    label: measure.label.en,
    description: measure.description,
    unit: measure.unit,
    period: measure.period,
    comparable: measure.comparable,
    group: group ?? {
      measure: id,
      label: measure.label.en,
      unit: measure.unit,
      comparable: measure.comparable,
      figures: [],
    },
    related: measure.related.map(other => ({
      id: other,
      label: library.codebook.measures.get(other)?.label.en ?? other,
    })),
    indicator: indicator === undefined ? null : { id: indicator.id, label: indicator.label.en },
  };
}
