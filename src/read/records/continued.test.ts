import { expect, test } from "vitest";
import { readRecords } from "../read-records.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const read = (text: string) =>
  readRecords(testDocument(text, "en", "2025-11-13"), testLexicon()).map(({ kind, fields }) => ({
    kind,
    ...fields,
  }));

test("the sentence behind a record adds what was taught, how many there are and what it cost", () => {
  expect(
    read(
      "Forty guards from Togo were trained by Turkish officers in Lomé in 2023. The three-week course dealt with riot control.",
    ),
  ).toEqual([expect.objectContaining({ kind: "training", recipients: "TGO", topics: "riot-control" })]);
  expect(
    read(
      "Huawei built a safe city system in Islamabad in 2016. It comprises 1,950 cameras and cost 125 million dollars.",
    ),
  ).toEqual([expect.objectContaining({ kind: "deployment", cameras: "1950", value: "125000000" })]);
});

test("an article and a word for a thing point back to it", () => {
  expect(
    read("Hikvision supplied 600 cameras to Mozambique in 2022. The project is worth $9 million.")[0],
  ).toMatchObject({
    recipient: "MOZ",
    value: "9000000",
  });
});

test("the span of what a later sentence adds lies in that sentence", () => {
  const text = "Huawei built a safe city system in Islamabad in 2016. It comprises 1,950 cameras.";
  const [record] = readRecords(testDocument(text, "en", "2025-11-13"), testLexicon());
  expect(text.slice(...record!.spans["cameras"]!)).toContain("1,950");
  expect(record!.bases["cameras"]).toContain("before");
});

test("a sentence of somebody else, of a plan, or behind another paragraph adds nothing", () => {
  const built = "Huawei built a safe city system in Islamabad in 2016.";
  for (const behind of [
    " It is smaller than that of Kenya with 1,950 cameras.",
    " It should have 1,950 cameras by 2030.",
    " A shop in the same street sells 1,950 cameras.",
    "\n\nIt comprises 1,950 cameras.",
  ])
    expect(read(built + behind)[0], behind).not.toHaveProperty("cameras");
});

test("those who were killed are not those who were trained", () => {
  expect(
    read(
      "French police trained 60 Ivorian commandos in Abidjan in 2016, seven months after gunmen had killed 19 people.",
    )[0],
  ).toMatchObject({ participants: "60" });
});

test("a firm that is put on a list is given to nobody, and whom spyware is used against took none", () => {
  expect(
    read("Washington added NSO Group to its Entity List on 3 November 2021.").map(({ kind }) => kind),
  ).not.toContain("deployment");
  expect(
    read("Hackers used Predator, which Intellexa sells, against two Egyptian politicians in June 2021.").map(
      ({ kind }) => kind,
    ),
  ).not.toContain("deployment");
});

test("whoever signs a contract with a maker takes", () => {
  expect(read("Serbia signed a contract with Huawei in 2019.")[0]).toMatchObject({
    kind: "deployment",
    vendors: "huawei",
    recipient: "SRB",
    agreed: "2019",
  });
});

test("a seller in a market is no record without a thing and whoever gives it", () => {
  expect(read("Acme is the leading supplier of industrial panels in the US market.")).toEqual([]);
  expect(read("Dahua is the leading supplier of police cameras in Togo.")[0]).toMatchObject({
    vendors: "dahua",
    recipient: "TGO",
  });
});
