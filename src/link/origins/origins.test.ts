import { expect, test } from "vitest";
import type { Report } from "./copying.ts";
import { originsOf } from "./origins.ts";
import { containment, resemblance, wordShingles } from "./wording.ts";

const report = (id: string, more: Partial<Report> = {}): Report => ({
  id,
  publisher: `Paper ${id}`,
  title: "",
  published: "",
  text: null,
  language: "en",
  values: new Map(),
  ...more,
});

const STORY =
  "Thirty officers finished a course in crowd control at the northern police academy on Friday. The course lasted three weeks and was paid for by the embassy, which gave shields, batons and two vans as well.";
const OTHER =
  "A graduation took place at the academy in the north. Embassy staff handed over equipment, and the head of the police thanked them for years of help with the training of his men in all parts of the country.";

const groups = (...reports: Report[]) =>
  originsOf(reports).groups.map(({ origin, reports: of }) => [origin, of.join(" ")]);

test("reports that share nothing but the event are independent", () => {
  expect(groups(report("a", { text: STORY }), report("b", { text: OTHER }))).toEqual([
    ["a", "a"],
    ["b", "b"],
  ]);
});

test("what stands word for word in another report is a copy, and the earlier one is the origin", () => {
  const copy = report("a", { text: `Our reporter writes: ${STORY}`, published: "2024-05-03" });
  const { groups: found, copying } = originsOf([copy, report("b", { text: STORY, published: "2024-05-02" })]);
  expect(found).toEqual([{ origin: "b", reports: ["a", "b"] }]);
  expect(copying[0]).toMatchObject({ from: "b", to: "a", signs: [{ code: "wording" }] });
});

test("a report that names another's publisher goes back to it, even when that one is dated later", () => {
  const naming = report("a", {
    text: "Thirty officers were trained, the Northern Herald reported.",
    published: "2024-01",
  });
  const named = report("b", { publisher: "Northern Herald", published: "2024-02" });
  expect(groups(naming, named)).toEqual([["b", "a b"]]);
});

test("two papers that carry one agency are one voice, and the agency itself is the origin", () => {
  const by = (id: string, publisher: string) => report(id, { publisher });
  expect(groups(by("a", "The Standard (Reuters)"), by("b", "Weekday Press (Reuters)"))).toHaveLength(1);
  expect(groups(by("a", "Daily Post (RFE/RL)"), by("b", "RFE/RL"))).toEqual([["b", "a b"]]);
  expect(groups(by("a", "Xinhua via Tibet.cn"), by("b", "Xinhua"))).toHaveLength(1);
  expect(groups(by("a", "Xinhua (Spanish)"), by("b", "Agencia EFE (Spanish)"))).toHaveLength(2);
  expect(groups(by("a", "China Daily (mirror)"), by("b", "Global Times (mirror)"))).toHaveLength(2);
});

test("one headline under two names, and one publisher twice, are one voice", () => {
  const title = "Embassy hands thirty officers certificates of crowd control";
  expect(
    groups(
      report("a", { title, published: "2024-02" }),
      report("b", { title: `${title} - wire`, published: "2024-01" }),
    ),
  ).toEqual([["b", "a b"]]);
  expect(groups(report("a", { publisher: "Gazette" }), report("b", { publisher: "gazette" }))).toHaveLength(
    1,
  );
  expect(groups(report("a", { title: "Police news" }), report("b", { title: "Police news" }))).toHaveLength(
    2,
  );
});

test("shared errors tell of copying, shared truths do not", () => {
  const says = (id: string, values: Record<string, string>) =>
    report(id, { values: new Map(Object.entries(values)) });
  const right = { people: "30", began: "2024-05-01" };
  const wrong = { people: "300", began: "2024-06-01" };
  expect(groups(says("a", right), says("b", right), says("c", right))).toHaveLength(3);
  expect(
    groups(says("a", right), says("b", right), says("c", right), says("d", wrong), says("e", wrong)),
  ).toEqual([
    ["a", "a"],
    ["b", "b"],
    ["c", "c"],
    ["d", "d e"],
  ]);
});

test("a copy of a copy has the first one's origin, and the order of reports does not matter", () => {
  const list = [
    report("c", { text: STORY, published: "2024-03" }),
    report("a", { text: "Officers were trained, the Gazette reported.", published: "2024-04" }),
    report("b", { publisher: "Gazette", text: STORY, published: "2024-02" }),
  ];
  expect(groups(...list)).toEqual([["b", "a b c"]]);
  expect(originsOf([...list].reverse())).toEqual(originsOf(list));
});

test("a text is wholly like itself, and not like one that shares no run of words", () => {
  const [a, b] = [wordShingles(STORY), wordShingles(OTHER)];
  expect([resemblance(a, a), containment(a, a), resemblance(a, b)]).toEqual([1, 1, 0]);
  expect(containment(a, wordShingles(`${OTHER} ${STORY}`))).toBe(1);
  expect(wordShingles("").length).toBe(0);
  expect(
    resemblance(wordShingles("三十名警察完成了培训课程"), wordShingles("三十名警察完成了培训课程")),
  ).toBe(1);
});
