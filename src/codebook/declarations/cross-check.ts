import { SOURCES_COLUMN } from "../facts/columns.ts";
import { didYouMean } from "../suggest.ts";
import type { Codebook, Field, Kind, Problem } from "../types.ts";
import { comparisonOfType, LINK_LEVELS, type LinkField } from "./link-levels.ts";
import type { Place } from "./load.ts";

/** Columns and view names that every kind has; a field of the name would hide them. */
const RESERVED = new Set(["id", "sources", "seq", "record", SOURCES_COLUMN]);
const RESERVED_KINDS = new Set([
  "series",
  "statements",
  "entries",
  "record_source",
  "country",
  "events",
  "event_record",
  "joined",
]);

/** Problems between declarations: references that lead nowhere, names that collide, properties that do not fit a type. */
export function crossProblems(codebook: Codebook, place: Place): Problem[] {
  const kinds = [...codebook.kinds.values()];
  return [
    ...kinds.flatMap(kind => problemsOfKind(codebook, kind, place)),
    ...citedProblems(kinds, place),
    ...[...codebook.measures.values()].flatMap(measure => [
      ...unknown(measure.related, codebook.measures, "measure", place("measures", measure.id, "related")),
      ...unknown(
        measure.across === undefined ? [] : [measure.across],
        codebook.measures,
        "measure",
        place("measures", measure.id, "across"),
      ),
      ...unknown(
        measure.indicator ? [measure.indicator.id] : [],
        codebook.indicators,
        "indicator",
        place("measures", measure.id, "indicator"),
      ),
      ...unknown(
        measure.told === undefined ? [] : [measure.told],
        codebook.kinds,
        "kind",
        place("measures", measure.id, "told"),
      ),
    ]),
    ...[...codebook.indicators.values()].flatMap(indicator =>
      unknown(
        [indicator.measure],
        codebook.measures,
        "measure",
        place("indicators", indicator.id, "measure"),
      ),
    ),
    ...[...codebook.studies.values()].flatMap(({ id, panel }) =>
      unknown(
        Object.values(panel.series).map(({ series }) => series),
        codebook.series,
        "series",
        place("studies", id, "panel", "series"),
      ),
    ),
    ...Object.keys(codebook.phrases).flatMap(group => problemsOfGroup(codebook, group, place)),
  ];
}

type Where = ReturnType<Place>;

function unknown(
  ids: readonly string[],
  known: ReadonlyMap<string, unknown>,
  what: string,
  where: Where,
): Problem[] {
  return ids
    .filter(id => !known.has(id))
    .map(id => ({
      ...where,
      code: "unknown-reference",
      message: `the codebook has no ${what} ${JSON.stringify(id)}`,
      received: id,
      hint: didYouMean(id, known.keys()) ?? `declare it, or use one of the ${what}s there are`,
    }));
}

function problemsOfKind(codebook: Codebook, kind: Kind, place: Place): Problem[] {
  const fields = new Map(kind.fields.map(field => [field.id, field]));
  const later = kind.fields.map(field => field.notAfter);
  const named = [...kind.identify, kind.when, kind.where, ...later].filter(field => field !== undefined);
  const placeholders = [kind.name, kind.sentence].flatMap(labels =>
    Object.values(labels).flatMap(label => [...label.matchAll(/\{([^}]*)\}/g)].map(match => match[1]!)),
  );
  const reserved = RESERVED_KINDS.has(kind.id)
    ? [
        {
          ...place("kind", kind.id, "id"),
          code: "reserved",
          message: `${kind.id} is the name of a table of every book`,
          hint: "choose another id",
        },
      ]
    : [];
  return [
    ...reserved,
    ...unknown(named, fields, "field", place("kind", kind.id, "identify")),
    ...(kind.compare ?? []).flatMap((one, at) => [
      ...unknown(one.fields, fields, "field", place("kind", kind.id, "compare", String(at))),
      ...problemsOfLevels(one, fields.get(one.fields[0]!), place("kind", kind.id, "compare", String(at))),
    ]),
    ...unknown(
      placeholders.filter(name => name !== "id"),
      fields,
      "field",
      place("kind", kind.id, "name"),
    ),
    ...kind.fields.flatMap(field =>
      problemsOfField(codebook, field, place("kind", kind.id, "fields", field.id)),
    ),
    ...collisions(kind, place),
  ];
}

/** The levels of a comparison must be its own, the lowest and the highest among them, and sum up to 1. */
function problemsOfLevels({ as, levels }: LinkField, first: Field | undefined, where: Where): Problem[] {
  if (first === undefined || levels === undefined) return [];
  const comparison = as ?? comparisonOfType(first);
  const known: readonly string[] = LINK_LEVELS[comparison];
  const wrong = (message: string, hint: string) => ({ ...where, code: "bad-levels", message, hint });
  const sum = Object.values(levels).reduce((total, m) => total + m, 0);
  const missing = [known[0]!, known.at(-1)!].filter(level => !(level in levels));
  return [
    ...Object.keys(levels)
      .filter(level => !known.includes(level))
      .map(level => ({
        ...wrong(
          `a comparison as ${comparison} has no level ${JSON.stringify(level)}`,
          `use ${known.join(", ")}`,
        ),
        expected: known.join(", "),
        received: level,
      })),
    ...missing.map(level =>
      wrong(`the level ${level} is missing`, "the lowest and the highest level are always needed"),
    ),
    ...(Math.abs(sum - 1) > 0.001
      ? [
          wrong(
            `the levels sum up to ${Number(sum.toFixed(4))}`,
            "they are probabilities and must sum up to 1",
          ),
        ]
      : []),
  ];
}

function problemsOfField(codebook: Codebook, field: Field, where: Where): Problem[] {
  const wrong = (message: string, hint: string) => ({ ...where, code: "bad-field", message, hint });
  const problems: Problem[] = [];
  if (RESERVED.has(field.id))
    problems.push(wrong(`${field.id} is a column of every kind`, "choose another name"));
  if (field.type === "code" && !field.list)
    problems.push(wrong("a code field needs the list of its codes", "add `list: <id>`"));
  if (field.type !== "code" && field.list)
    problems.push(wrong(`a ${field.type} field takes no list`, "remove `list`, or make it a code field"));
  const points = field.type === "entity" || field.type === "link";
  if (points && !field.of)
    problems.push(
      wrong(`a field of type ${field.type} needs the kind that it points to`, "add `of: <kind>`"),
    );
  if (!points && field.of) problems.push(wrong(`a ${field.type} field points to no kind`, "remove `of`"));
  if (field.notAfter && field.type !== "date")
    problems.push(wrong("only dates take `notAfter`", "remove it"));
  if (field.role && field.type !== "text")
    problems.push(wrong("only text fields take `role`", "remove it, or make it a text field"));
  if (field.states && field.type !== "entity")
    problems.push(wrong("only entity fields take `states`", "remove it"));
  const measured = field.type === "quantity" || field.type === "money";
  if (!measured && (field.columns || field.unit))
    problems.push(
      wrong(`a ${field.type} field has no unit, hedge or upper end`, "remove `columns` and `unit`"),
    );
  if (!measured && field.measure)
    problems.push(wrong(`a ${field.type} field states no number of a measure`, "remove `measure`"));
  if (field.many && field.columns)
    problems.push(
      wrong("a field with several values cannot have columns for one of them", "remove `many`, or `columns`"),
    );
  return [
    ...problems,
    ...unknown(field.list ? [field.list] : [], codebook.lists, "list", where),
    ...unknown(field.of ? [field.of] : [], codebook.kinds, "kind", where),
    ...unknown(field.measure ? [field.measure] : [], codebook.measures, "measure", where),
  ];
}

/** A side column that has the name of a field would be read twice. */
function collisions(kind: Kind, place: Place): Problem[] {
  const names = new Set(kind.fields.map(field => field.id));
  return kind.fields.flatMap(field =>
    Object.values(field.columns ?? {})
      .filter(column => column !== undefined && names.has(column))
      .map(column => ({
        ...place("kind", kind.id, "fields", field.id),
        code: "bad-field",
        message: `the column ${column} is a field already`,
        hint: "choose another name for it",
      })),
  );
}

function citedProblems(kinds: readonly Kind[], place: Place): Problem[] {
  const cited = kinds.filter(kind => kind.cited);
  if (cited.length === 1) return [];
  const wrong = {
    code: "cited",
    expected: "exactly one kind with `cited: true`",
    hint: "mark the kind whose rows are the sources",
  };
  if (cited.length === 0)
    return [{ ...wrong, ...place("codebook", ""), message: "no kind is the one that others cite" }];
  return cited.slice(1).map(kind => ({
    ...wrong,
    ...place("kind", kind.id),
    message: `${cited[0]!.id} is the cited kind already`,
  }));
}

const COLUMN = "column-";

/** The group `<list>.<code>` must name a code that exists, the group `<kind>.<field>` a field with a role, the group `column-<kind>.<field>` any field. */
function problemsOfGroup(codebook: Codebook, group: string, place: Place): Problem[] {
  const [list, code] = group.split(".");
  if (code === undefined || list === undefined) return [];
  const where = place("phrases", group);
  if (list.startsWith(COLUMN)) {
    const name = list.slice(COLUMN.length);
    const fields = codebook.kinds.get(name)?.fields.map(field => [field.id, field] as const);
    return fields
      ? unknown([code], new Map(fields), "field", where)
      : unknown([name], codebook.kinds, "kind", where);
  }
  const kind = codebook.lists.has(list) ? undefined : codebook.kinds.get(list);
  if (kind) {
    const fields = kind.fields.filter(field => field.role).map(field => [field.id, field] as const);
    return unknown([code], new Map(fields), "field with a role", where);
  }
  const declared = codebook.lists.get(list);
  return declared
    ? unknown([code], declared.codes, "code", where)
    : unknown([list], codebook.lists, "list", where);
}
