import { describe, expect, it } from "vitest";
import { judgeLine, judgeLines } from "./line.ts";

const good =
  '{"id":"a","claim":{"value":900,"qualifier":"nearly"},"evidence":[{"class":"independent","value":893}]}';

describe("judgeLines", () => {
  it("answers a line for each line and skips empty ones", () => {
    const { lines, problems } = judgeLines(`${good}\n\n${good}\r\n`);
    expect(lines).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it("goes on after a bad line and names line, field and what was expected", () => {
    const bad = '{"id":"b","claim":{"value":"many"},"evidence":[]}';
    const { lines, problems } = judgeLines(`${good}\nnot json\n${bad}\n${good}`, "cases.jsonl");
    expect(lines.map(line => ("error" in line ? line.line : line.verdict))).toEqual([
      "supported",
      2,
      3,
      "supported",
    ]);
    expect(problems).toEqual([
      expect.objectContaining({ code: "bad-json", file: "cases.jsonl", line: 2 }),
      expect.objectContaining({ line: 3, column: "claim.value", expected: "a number", received: '"many"' }),
    ]);
  });

  it("gives the same bytes for the same input", () => {
    expect(JSON.stringify(judgeLines(good))).toBe(JSON.stringify(judgeLines(good)));
  });
});

describe("judgeLine", () => {
  const columnsOf = (input: unknown) => {
    const result = judgeLine(input, { line: 7 });
    return "error" in result ? result.error.map(({ column, line }) => `${line} ${column}`) : result.verdict;
  };

  it.each([
    ["a list", [], ["7 "]],
    ["no claim", {}, ["7 claim"]],
    ["a claim without number or kind", { claim: {} }, ["7 claim.value"]],
    ["an unknown qualifier", { claim: { value: 1, qualifier: "ca." } }, ["7 claim.qualifier"]],
    ["an upper end below the value", { claim: { value: 9, high: 1 } }, ["7 claim.high"]],
    ["evidence that is no list", { claim: { value: 1 }, evidence: {} }, ["7 evidence"]],
    ["evidence without a number", { claim: { value: 1 }, evidence: [{}] }, ["7 evidence[0].value"]],
    [
      "an unknown class",
      { claim: { value: 1 }, evidence: [{ value: 1, class: "me" }] },
      ["7 evidence[0].class"],
    ],
    [
      "an unknown bound",
      { claim: { value: 1 }, evidence: [{ value: 1, bound: "least" }] },
      ["7 evidence[0].bound"],
    ],
    ["a rate below 0", { claim: { value: 1 }, evidence: [{ value: 1, fx: -1 }] }, ["7 evidence[0].fx"]],
    ["a month 13", { claim: { value: 1, period: "2019-13" } }, ["7 claim.period"]],
    ["a series of one", { claim: { series: [{ value: 1 }] } }, ["7 claim.series"]],
    ["a part without value", { claim: { series: [{ value: 1 }, {}] } }, ["7 claim.series[1].value"]],
  ])("reports %s", (_, input, expected) => {
    expect(columnsOf(input)).toEqual(expected);
  });

  it("reports all that is wrong with a line together", () => {
    expect(
      columnsOf({ claim: { value: "x", digits: 0.5 }, evidence: [3, { value: 1, as_of: "soon" }] }),
    ).toEqual(["7 claim.value", "7 claim.digits", "7 evidence[0]", "7 evidence[1].as_of"]);
  });

  it("reads the attribution of a finding's JSON as well as a name", () => {
    const evidence = [{ value: 893, source: "think-tank" }];
    const claim = { value: 900, qualifier: "nearly", attribution: { to: "Ministry", span: [0, 8] } };
    expect(judgeLine({ id: 1, claim, evidence })).toMatchObject({ verdict: "misattributed", id: 1 });
  });

  it("does not depend on the order of the evidence", () => {
    const evidence = [
      { class: "self-interested", source: "vendor", value: 100, qualifier: "over" },
      { class: "independent", source: "study", bound: "lower", value: 52 },
      { class: "independent", source: "older", bound: "lower", value: 40, as_of: "2018" },
    ];
    const claim = { value: 100, unit: "country", qualifier: "over" };
    const verdicts = [evidence, [...evidence].reverse()].map(items =>
      judgeLine({ id: 1, claim, evidence: items }),
    );
    expect(verdicts[0]).toEqual(verdicts[1]);
  });
});
