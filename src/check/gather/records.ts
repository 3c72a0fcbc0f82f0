import type { Codebook, Kind } from "../../codebook/types.ts";
import type { Claim, Document } from "../../read/types.ts";
import { type LifeTold, lifeToldBy } from "../match/life-told.ts";
import { placesIn } from "../match/places-in.ts";
import { answerable } from "../match/record-fit.ts";
import { thingsNamed } from "../match/told.ts";
import { plainWords } from "../match/words.ts";
import { actsTold, TELLING } from "./acts.ts";
import { onceById } from "./rows.ts";
import { actKinds, kindOfRoles } from "./schema.ts";
import type { Stock } from "./stock.ts";
import type { RecordRow } from "./types.ts";

/** Records that relations and acts of a text are held against, by kind; and all sources that state records of its parties. */
export interface Records {
  readonly records: ReadonlyMap<string, readonly RecordRow[]>;
  readonly sources: readonly string[];
}

/**
 * Of every kind that roles of the text are of, the records that touch its countries or parties are what it is held against. Only those are
 * fetched that can bear on one of its relations; of the others the sources are, whose publishers the text may name. And acts.
 */
export async function loadRecords(
  from: Stock,
  codebook: Codebook,
  { document, claims }: { document: Document; claims: readonly Claim[] },
): Promise<Records> {
  const wanted = partiesOf(codebook, claims);
  const names = namesOfActs(claims, codebook);
  const told = actsTold({ document, claims, codebook });
  const numbered = numbersTold(claims);
  const lives = livesTold(claims, document).map(({ name }) =>
    plainWords(name).filter(word => word.length > 2),
  );
  const worded = [...namesToldDated(claims, document.language.slice(0, 2)), ...lives];
  const acts =
    names || told.states.length + worded.length + numbered.numbers.length > 0 ? actKinds(codebook) : [];
  const related = await Promise.all([
    ...[...wanted].map(async ([kind, values]) => {
      const isAct = acts.includes(kind);
      const all = isAct ? [...new Set([...values, ...told.states])] : [...values];
      const bearing = isAct ? [...values] : bearingOn(kind, values, { codebook, claims });
      const found = await from.touching(kind, bearing);
      const both = isAct ? onceById([...found, ...(await from.acts(kind, told))]) : found;
      return [kind.id, both, await from.sourcesTouching(kind, all)] as const;
    }),
    ...acts
      .filter(kind => !wanted.has(kind))
      .map(async kind => {
        const asked = [...(names ?? []), ...worded];
        const titled = await from.titled(kind, asked);
        const counted = await from.numbered(kind, numbered.places, numbered.numbers);
        const found = onceById([...titled, ...counted, ...(await from.acts(kind, told))]);
        const sources = names
          ? await from.sourcesOfAll(kind)
          : [
              ...(await from.sourcesTouching(kind, told.states)),
              ...[...titled.filter(act => isTitled(act, asked)), ...counted].flatMap(act => act.sources),
            ];
        return [kind.id, found, sources] as const;
      }),
  ]);
  return {
    records: new Map(related.map(([kind, records]) => [kind, records] as const)),
    sources: related.flatMap(([, , sources]) => sources),
  };
}

/** States of dated numbers, and the numbers in digits and in the word of the text: an act is told of by a number that its title holds. */
function numbersTold(claims: readonly Claim[]): { places: string[]; numbers: string[] } {
  const told = claims.filter(
    ({ form, value, period, places }) =>
      form === "number" && value !== null && places.length > 0 && (period[0] ?? period[1]) !== null,
  );
  const words = told.flatMap(({ value, text }) => [
    String(value),
    ...(text.toLowerCase().match(/^\p{L}{3,}(?=\s)/u) ?? []),
  ]);
  return {
    places: [
      ...new Set(told.flatMap(({ places, roles }) => [...places, ...(roles["provider"] ?? [])])),
    ].sort(),
    numbers: [...new Set(words)].sort(),
  };
}

/**
 * Names in what is dated ("The Pinkenba hub opened in December 2024"): the titles of acts tell whether it is one, whoever acted. Words with
 * capitals that follow each other are one name. Numbers beside states are left to the acts of these, and so are the names of states.
 */
function namesToldDated(claims: readonly Claim[], language: string): string[][] {
  const telling = claims.filter(
    ({ form, places, period }) =>
      (TELLING.includes(form) || (form === "number" && places.length === 0)) &&
      (period[0] ?? period[1]) !== null,
  );
  // The first word of a sentence has a capital without being a name: a short one tells nothing.
  const names = telling.flatMap(({ text }) =>
    [...text.matchAll(NAME)].flatMap(({ 0: name, index }) =>
      index > 0 || name.includes(" ") || name.length > SHORT || /^\p{Lu}+$/u.test(name) ? [name] : [],
    ),
  );
  return [...new Set(names)]
    .filter(name => !isState(name, language))
    .map(name => plainWords(name).filter(word => word.length > 2))
    .filter(words => words.length > 0);
}

/** What statements say of the lives of bodies ("was set up in 1986"). */
export const livesTold = (claims: readonly Claim[], document: Document): LifeTold[] =>
  claims.flatMap(claim => (TELLING.includes(claim.form) ? (lifeToldBy(claim, document) ?? []) : []));

/** A name of a state tells nothing of an act: nearly all titles hold one. */
const isState = (name: string, language: string): boolean =>
  placesIn(name, language).some(({ form, span }) => form !== "place" && span[1] - span[0] === name.length);

/** Letters of a word that may be no name at the beginning of a sentence. */
const SHORT = 6;

/** The title holds all words of one of the names; more acts may have been fetched. */
function isTitled({ row }: RecordRow, names: readonly (readonly string[])[]): boolean {
  const title = String(row["title"] ?? "").toLowerCase();
  return names.some(words => words.every(word => title.includes(word)));
}

const NAME = /\p{Lu}[\p{L}\p{N}'’]{2,}(?: \p{Lu}[\p{L}\p{N}'’]{2,})*/gu;

/** Countries and parties that the text speaks of, by the kind of record that its roles are of. */
function partiesOf(codebook: Codebook, claims: readonly Claim[]): ReadonlyMap<Kind, ReadonlySet<string>> {
  const wanted = new Map<Kind, Set<string>>();
  for (const { roles, form, places } of claims) {
    if (form === "opinion" || form === "question" || form === "supposition") continue;
    const fitting = kindOfRoles(codebook, Object.keys(roles));
    if (!fitting) continue;
    const values = wanted.get(fitting.kind) ?? new Set();
    for (const role of fitting.fields.keys()) for (const value of roles[role] ?? []) values.add(value);
    // A state that a relation names beside its roles may be the one that takes.
    if (form === "relation") for (const place of places) values.add(place);
    wanted.set(fitting.kind, values);
  }
  return wanted;
}

/** A period within one month. */
const isMonth = ([from, to]: Claim["period"]): boolean =>
  from !== null && to !== null && from.length >= 7 && from.slice(0, 7) === to.slice(0, 7);

/**
 * Values of which a record must hold one to bear on a relation of the text that is of its kind. Where a relation names a country that takes,
 * a record of another says nothing of it, whoever gives; where it names none, all parties of the text count.
 */
function bearingOn(
  kind: Kind,
  parties: ReadonlySet<string>,
  { codebook, claims }: { codebook: Codebook; claims: readonly Claim[] },
): string[] {
  const bearing = new Set<string>();
  for (const { form, roles, period } of claims) {
    // A number of what somebody supplied, or of whom somebody trained in a month, may be that of a record, or of another maker's.
    const isGiven = Boolean(roles["vendor"]?.length) || Boolean(roles["provider"]?.length && isMonth(period));
    const isSupplied = form === "number" && isGiven && Boolean(roles["recipient"]?.length);
    // A statement that names a giver is one too; of one without a taker a town may be the taker, which only the records know.
    const isOpen = form === "statement" && roles["vendor"]?.length;
    // An agreement between a state and a maker is a deal.
    const isDeal = form === "dated-act" && roles["vendor"]?.length && roles["recipient"]?.length;
    if (form !== "relation" && !isSupplied && !isOpen && !isDeal) continue;
    // Who takes may still be found among the places of the claim, and that may change its kind.
    const values = roles["recipient"] ?? [];
    if (values.length === 0) return [...parties];
    const fitting = answerable({ codebook }, roles);
    if (fitting?.kind !== kind) continue;
    if (fitting.fields.get("recipient")?.type !== "country" || !values.every(value => parties.has(value)))
      return [...parties];
    for (const value of values) bearing.add(value);
  }
  return [...bearing];
}

/**
 * Names by which dated acts, causes and what a thing is said to go with are looked up, as plain words, with what titles call the things that they name in another language;
 * null where the text speaks of none.
 */
function namesOfActs(claims: readonly Claim[], { phrases }: Codebook): string[][] | null {
  const named = claims.filter(
    ({ form, roles }) => form === "dated-act" || form === "cause" || roles["aligned-with"],
  );
  if (named.length === 0) return null;
  const written = named.flatMap(({ form, roles, subject }) =>
    form === "dated-act" ? [roles["act"]?.[0] ?? subject] : (roles["cause"] ?? roles["aligned-with"] ?? []),
  );
  const things = new Set(written.flatMap(name => thingsNamed(name, phrases)));
  const titles = [...things].flatMap(group => phrases[group]?.["en"] ?? []);
  return [...written, ...titles]
    .map(name => plainWords(name).filter(word => word.length > 2))
    .filter(words => words.length >= 2);
}
