import { expect, test } from "vitest";
import type { Codebook, Field, Kind } from "../../codebook/types.ts";
import { createLexicon } from "../lexicon.ts";
import { readRecords } from "../read-records.ts";
import { testDocument } from "../test-book.ts";

const en = (text: string) => ({ en: text });
const field = (id: string, type: Field["type"], more: Partial<Field> = {}): Field => ({
  id,
  type,
  label: en(id),
  description: id,
  required: false,
  many: type === "text" || type === "country",
  sensitive: false,
  ...more,
});

const kind: Kind = {
  id: "raid",
  label: en("Raid"),
  plural: en("Raids"),
  description: "Raids.",
  name: en("{kind}"),
  sentence: en("{kind}"),
  identify: ["date"],
  when: "date",
  cited: false,
  sourced: false,
  fields: [
    field("kind", "code", { list: "raid-kinds" }),
    field("date", "date"),
    field("country", "country"),
    field("actor", "text", { role: "agent" }),
    field("body", "text", { role: "agent" }),
    field("place", "text", { role: "patient" }),
    field("person", "text", { role: "patient" }),
    field("tool", "text", { role: "instrument" }),
  ],
};

const codebook: Codebook = {
  id: "raids",
  title: en("Raids"),
  version: "1",
  kinds: new Map([["raid", kind]]),
  measures: new Map(),
  lists: new Map([
    [
      "raid-kinds",
      {
        id: "raid-kinds",
        label: en("Kinds"),
        codes: new Map([
          ["burning", { label: en("Burning") }],
          ["attack", { label: en("Attack") }],
        ]),
      },
    ],
  ]),
  series: new Map(),
  indicators: new Map(),
  studies: new Map(),
  phrases: {
    "raid-kinds.burning": { en: ["set fire to", "burned", "burned down"] },
    "raid-kinds.attack": { en: ["attacked", "attack", "raided", "wounded", "raids"] },
    "raid.actor": { en: ["gunmen", "raiders", "members", "men"] },
    "raid.body": { en: ["night watch", "river league"] },
    "raid.place": { en: ["mill", "boat house", "office"] },
    "raid.person": { en: ["miller", "clerks", "clerk"] },
    "raid.tool": { en: ["torches", "axes"] },
  },
};

const lexicon = createLexicon(codebook, []);
const read = (text: string) => readRecords(testDocument(text), lexicon).map(({ fields }) => fields);

test("whoever acts stands before the verb and what it happens to behind it", () => {
  const text = "On 3 May 2019 masked gunmen attacked the old mill in Ghana with axes.";
  const [record] = readRecords(testDocument(text), lexicon);
  expect(record!.fields).toMatchObject({
    kind: "attack",
    date: "2019-05-03",
    country: "GHA",
    actor: "masked gunmen",
    place: "old mill",
    tool: "axes",
  });
  expect(text.slice(...record!.spans["actor"]!)).toBe("masked gunmen");
});

test("in a passive the two change places", () => {
  expect(read("The boat house was raided by members of the River League.")).toEqual([
    expect.objectContaining({
      place: "boat house",
      actor: "members of the River League",
      body: "River League",
    }),
  ]);
});

test("the object of a noun of acting stands behind its preposition", () => {
  const [record] = read("Police spoke of an attack on the office by raiders.");
  expect(record).toMatchObject({ kind: "attack", place: "office", actor: "raiders" });
});

test("sentences that go on with a happening are joined to it, under the most special of their words", () => {
  const found = read(
    "Raiders attacked the mill last night. They burned the boat house. Two clerks were wounded. The River League claimed responsibility.",
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    kind: "burning",
    place: "mill;boat house",
    person: "clerks",
    body: "River League",
  });
});

test("plans, denials, threats and talk of many make no record", () => {
  for (const text of [
    "Gunmen planned to attack the mill.",
    "Gunmen never attacked the mill.",
    "Raiders threatened that the mill would be attacked.",
    "Raids on the mill by gunmen worry the clerk.",
    "Gunmen attacked again.",
  ])
    expect(read(text), text).toEqual([]);
});

test("a name before a role is left out, and a text in capitals is read as well", () => {
  expect(read("Gunmen attacked Hansen miller.")[0]).toMatchObject({ person: "miller" });
  expect(read("GUNMEN ATTACKED THE OLD MILL.")[0]).toMatchObject({ actor: "GUNMEN", place: "OLD MILL" });
});

test("phrases that only hold a noun name nothing", () => {
  expect(read("Men raided the mill in front of the office.")[0]).toMatchObject({ place: "mill;office" });
});

test("another happening and what is told beside the first are happenings of their own", () => {
  expect(
    read("Raiders attacked the mill. Another attack on the office followed. Men also raided the boat house."),
  ).toEqual([
    expect.objectContaining({ kind: "attack", place: "mill" }),
    expect.objectContaining({ kind: "attack", place: "office" }),
    expect.objectContaining({ kind: "attack", place: "boat house" }),
  ]);
});

test("a body that a text names in passing is not taken for whoever acted", () => {
  expect(read("Gunmen attacked the mill. The River League met on the same day.")[0]).not.toHaveProperty(
    "body",
  );
  expect(read("The mill was raided by the River League. Men gathered before the office.")[0]).toEqual(
    expect.objectContaining({ body: "River League" }),
  );
});

test("a part of a body is told with its whole", () => {
  expect(read("The mill was raided by members of the River League of the Night Watch.")[0]).toMatchObject({
    actor: "members of the River League of the Night Watch",
  });
});
