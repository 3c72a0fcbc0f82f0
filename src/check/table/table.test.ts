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

const games: Table = {
  title: "Season of the cadets, 2019",
  header: ["Round", "Date", "Opponent", "Result", "Scorer", "Stadium", "Crowd"],
  rows: [
    ["1", "3 March 2019", "Rangers", "w 2 - 1", "Arno Falk (2)", "North Park 1,200", "1200"],
    ["2", "10 March 2019", "Harbour", "l 0 - 1", "none", "Quay Field 900", "900"],
    ["3", "4 April 2019", "Rangers", "w 3 - 0", "Bo Dahl (3)", "North Park 1,500", "1500"],
    ["4", "18 April 2019", "Foresters", "w 1 - 0", "Arno Falk (1)", "North Park 1,100", "1100"],
  ],
};

const held = (statements: readonly string[]) =>
  statements.map(each => checkTable(games, each)?.verdict ?? null);

test("rows are counted, compared by how many they are, and bounded", () => {
  expect(
    held([
      "The cadets played against Rangers 2 times.",
      "The cadets played against Rangers 3 times.",
      "The cadets played Rangers 1 more time than Harbour.",
      "The cadets played Rangers 2 more times than Harbour.",
      "Rangers was the opponent in more than 2 games.",
      "The cadets played more games against Rangers than against any other opponent.",
      "The cadets played more games against Harbour than against any other opponent.",
    ]),
  ).toEqual([
    "supported",
    "contradicted",
    "supported",
    "contradicted",
    "contradicted",
    "supported",
    "contradicted",
  ]);
});

test("ordinals say which row is meant, and months which rows", () => {
  expect(
    held([
      "The third round was against Rangers.",
      "The third round was against Harbour.",
      "The last game was against Foresters.",
      "The first game was against Foresters.",
    ]),
  ).toEqual(["supported", "contradicted", "supported", "contradicted"]);
  const iso: Table = {
    header: ["Day", "Opponent"],
    rows: [
      ["2019-03-03", "Rangers"],
      ["2019-03-10", "Harbour"],
      ["2019-04-04", "Rangers"],
    ],
  };
  expect(checkTable(iso, "There were 2 games in March")?.verdict).toBe("supported");
  expect(checkTable(iso, "There were 2 games in April")?.verdict).toBe("contradicted");
});

test("a value in another column than the one it is said of is contradicted, and so is a number that the column does not have", () => {
  expect(
    held([
      "The opponent was Rangers when the crowd was 1200.",
      "Harbour is the result when the crowd was 900.",
      "The round against Harbour had a crowd of 950.",
    ]),
  ).toEqual(["supported", "contradicted", "contradicted"]);
});

test("the higher rank has the lower number", () => {
  const ranks: Table = {
    header: ["Rank", "Team"],
    rows: [
      ["1", "Rangers"],
      ["2", "Harbour"],
    ],
  };
  expect(checkTable(ranks, "Rangers ranked higher than Harbour.")?.verdict).toBe("supported");
  expect(checkTable(ranks, "Harbour ranked higher than Rangers.")?.verdict).toBe("contradicted");
  expect(checkTable(ranks, "Harbour had the highest rank.")?.verdict).toBe("contradicted");
});

test("goals, behinds and their points are ordered by the points", () => {
  const football: Table = {
    header: ["Team", "Score"],
    rows: [
      ["Rangers", "9.15 (69)"],
      ["Harbour", "10.2 (62)"],
    ],
  };
  expect(checkTable(football, "Rangers had the highest score.")?.verdict).toBe("supported");
});
