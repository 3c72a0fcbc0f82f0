import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTable, type Table } from "./index.ts";

const table: Table = {
  title: "Courses of the academy, 2019",
  header: ["Country", "Course", "Officers", "Opened", "City"],
  rows: [
    ["Kenya", "riot control", "40", "3 May 2019", "Nairobi"],
    ["Ghana", "forensics", "25", "10 June 2019", "Accra"],
    ["Peru", "riot control", "60", "1 February 2019", "Lima"],
    ["Chad", "border guard", "25", "9 September 2019", "Mongo"],
  ],
};

const verdicts = (statements: readonly string[]) =>
  Object.fromEntries(statements.map(each => [each, checkTable(table, each)?.verdict ?? null]));

test("what one row says is borne out, and what no row says together is contradicted", () => {
  expect(
    verdicts([
      "The course in Kenya was riot control.",
      "The course in Ghana was riot control.",
      "Kenya and Peru both had riot control.",
      "Kenya and Peru both had forensics.",
      "Kenya was in Nairobi and Peru in Lima.",
      "Kenya was in Lima and Peru in Nairobi.",
      "The course in Ghana was not riot control.",
    ]),
  ).toEqual({
    "The course in Kenya was riot control.": "supported",
    "The course in Ghana was riot control.": "contradicted",
    "Kenya and Peru both had riot control.": "supported",
    "Kenya and Peru both had forensics.": "contradicted",
    "Kenya was in Nairobi and Peru in Lima.": "supported",
    "Kenya was in Lima and Peru in Nairobi.": "contradicted",
    "The course in Ghana was not riot control.": "supported",
  });
});

test("the most, the least, more and less are worked out from the column that is named", () => {
  expect(
    verdicts([
      "Peru had the most officers.",
      "Kenya had the most officers.",
      "The highest number of officers is 60.",
      "The lowest number of officers is 40.",
      "Kenya had more officers than Ghana.",
      "Kenya had fewer officers than Chad.",
      "Peru had 20 more officers than Kenya.",
      "Peru had 30 more officers than Kenya.",
      "Peru had more than 50 officers.",
      "Kenya opened before Ghana.",
    ]),
  ).toEqual({
    "Peru had the most officers.": "supported",
    "Kenya had the most officers.": "contradicted",
    "The highest number of officers is 60.": "supported",
    "The lowest number of officers is 40.": "contradicted",
    "Kenya had more officers than Ghana.": "supported",
    "Kenya had fewer officers than Chad.": "contradicted",
    "Peru had 20 more officers than Kenya.": "supported",
    "Peru had 30 more officers than Kenya.": "contradicted",
    "Peru had more than 50 officers.": "supported",
    "Kenya opened before Ghana.": "supported",
  });
});

test("rows are counted, and so are the values of a column", () => {
  expect(
    verdicts([
      "There were 2 courses in riot control.",
      "There were 3 courses in riot control.",
      "There were 3 different courses.",
      "Ghana is the only country with forensics.",
      "Kenya is the only country with riot control.",
      "Ghana and Chad had the same officers.",
      "The average of officers is 37.5.",
      "The total of officers is 140.",
      "No course was in Lima.",
    ]),
  ).toEqual({
    "There were 2 courses in riot control.": "supported",
    "There were 3 courses in riot control.": "contradicted",
    "There were 3 different courses.": "supported",
    "Ghana is the only country with forensics.": "supported",
    "Kenya is the only country with riot control.": "contradicted",
    "Ghana and Chad had the same officers.": "supported",
    "The average of officers is 37.5.": "supported",
    "The total of officers is 140.": "contradicted",
    "No course was in Lima.": "contradicted",
  });
});

test("what the table does not speak of is left unanswered", () => {
  for (const statement of [
    "",
    "The academy was founded by a minister who liked horses.",
    "Brazil had the most officers.",
    "Kenya had the second most officers.",
    "Most of the courses were in Kenya.",
    "The course in Kenya may be better than forensics.",
  ])
    expect(checkTable(table, statement), statement).toBeNull();
});

test("any table and any statement get an answer or none, and the same one again", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom("3", "12%", "2019", "Kenya", "3 May 2019", "-"));
  const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 4 }),
      rows,
      fc.array(cell, { maxLength: 6 }),
      (header, body, words) => {
        const statement = `${words.join(" ")} the most than only`;
        const found = checkTable({ header, rows: body }, statement);
        expect(checkTable({ header, rows: body }, statement)).toEqual(found);
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});
