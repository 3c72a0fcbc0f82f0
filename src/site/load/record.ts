import type { Field } from "../../codebook/index.ts";
import type { EntryRef, FieldData, RecordData, RecordRef, SourceData, Value } from "../data.ts";
import { formatAmount } from "../format.ts";
import { citedKind, isLinked, shownFields } from "./kinds.ts";
import { amountOf, type Library, textsOf } from "./library.ts";
import type { Instance, StatementRow } from "./reader.ts";
import { rolesOfRecord } from "./roles.ts";

type Targets = ReadonlyMap<string, Instance>;

const isNumber = ({ type }: Field) => type === "quantity" || type === "money";

function valuesOf(library: Library, instance: Instance, field: Field, targets: Targets): Value[] {
  if (isNumber(field)) {
    const amount = amountOf(instance.row, field);
    return amount === null ? [] : [{ text: formatAmount(amount), href: "", amount }];
  }
  return textsOf(instance.row, field).map(text => library.valueOf(field, text, targets, instance.kind));
}

function statedValue(library: Library, field: Field, row: StatementRow, targets: Targets): Value {
  if (!isNumber(field)) return library.valueOf(field, row.text, targets);
  const { number, low, high, unit, qualifier } = row;
  const amount = { value: number, low, high, unit: unit ?? "", qualifier: qualifier ?? "" };
  return { text: formatAmount(amount), href: "", amount };
}

/** Statements of one field, those that say the same joined: who states each value. */
async function statementsOf(
  library: Library,
  { field, rows, targets }: { field: Field; rows: readonly StatementRow[]; targets: Targets },
): Promise<FieldData["statements"]> {
  const groups = new Map<string, { value: Value; sources: string[]; seq: number }>();
  for (const row of rows) {
    const value = statedValue(library, field, row, targets);
    const group = groups.get(value.text) ?? { value, sources: [], seq: 0 };
    groups.set(value.text, {
      value,
      sources: row.source ? [...group.sources, row.source] : group.sources,
      seq: Math.max(group.seq, Number(row.seq)),
    });
  }
  return Promise.all(
    [...groups.values()].map(async group => ({ ...group, sources: await library.sources(group.sources) })),
  );
}

/** The fields that a record fills, each with what every source states. */
export async function fieldsData(
  library: Library,
  instance: Instance,
  targets: Targets,
): Promise<FieldData[]> {
  const rows = await library.reader.statements(instance);
  const fields = await Promise.all(
    shownFields(instance.kind).map(async (field): Promise<FieldData> => {
      const mine = rows.filter(row => row.field === field.id);
      const latest = Math.max(...mine.map(({ seq }) => Number(seq)));
      const statements = await statementsOf(library, { field, rows: mine, targets });
      return {
        id: field.id,
        label: field.label.en,
        description: field.description,
        values: valuesOf(library, instance, field, targets),
        statements,
        disagreement: !field.many && statements.filter(({ seq }) => seq === latest).length > 1,
      };
    }),
  );
  return fields.filter(({ values, statements }) => values.length > 0 || statements.length > 0);
}

/** The journal entries that brought a record in or touched it. */
async function entriesOf(library: Library, instance: Instance): Promise<EntryRef[]> {
  const statements = await library.reader.statements(instance);
  const rows = await library.reader.entries([...new Set(statements.map(({ seq }) => Number(seq)))]);
  return rows.map(({ seq, at, by, act, hash }) => ({ seq: Number(seq), at, by, act, hash }));
}

const sourceIds = ({ row }: Instance): string[] =>
  Array.isArray(row["sources"]) ? row["sources"].map(String) : [];

/** A record of any kind with its statements, sources and journal entries; null where there is none. */
export async function loadRecord(library: Library, id: string): Promise<RecordData | null> {
  const instance = (await library.instances([id])).get(id);
  if (instance === undefined) return null;
  const targets = await library.targets([instance]);
  const [fields, sources, entries, roles] = await Promise.all([
    fieldsData(library, instance, targets),
    library.sources(sourceIds(instance)),
    entriesOf(library, instance),
    rolesOfRecord(library, instance.kind, id),
  ]);
  return {
    id,
    kind: instance.kind.id,
    kindLabel: instance.kind.label.en,
    kindPlural: instance.kind.plural.en,
    label: library.nameOf(instance, targets),
    sentence: library.sentenceOf(instance, targets),
    fields,
    sources,
    entries,
    roles,
    event: isLinked(instance.kind),
  };
}

function byKindThenNewest(a: RecordRef, b: RecordRef): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  if (a.when !== b.when) return a.when < b.when ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** A source with every record that rests on it; null where there is none. */
export async function loadSource(library: Library, id: string): Promise<SourceData | null> {
  const instance = (await library.instances([id])).get(id);
  const cited = citedKind(library.codebook);
  if (instance === undefined || instance.kind.id !== cited.id) return null;
  const resting = (await library.reader.restingOn(id)).filter(record => record !== id);
  const found = [...(await library.instances(resting)).values()];
  const targets = await library.targets(found);
  const authors = instance.row["author"];
  return {
    ...library.sourceOf(instance),
    author: Array.isArray(authors) ? authors.join(", ") : String(authors ?? ""),
    fields: await fieldsData(library, instance, new Map()),
    records: found.map(other => library.refOf(other, targets)).sort(byKindThenNewest),
  };
}
