import { expect, it } from "vitest";
import { readNumbers } from "./numbers.ts";
import { readQuantities } from "./quantities.ts";

const quantities = (text: string, language = "en"): string[] =>
  readQuantities(text, { language }).map(
    q => `${q.text} = ${Number(q.value.toFixed(3))}${q.high === null ? "" : ` to ${q.high}`} ${q.unit}`,
  );
const numbers = (text: string): string[] =>
  readNumbers(text, { language: "en" }).map(n => `${n.text} = ${Number(n.value.toPrecision(3))}`);

it.each([
  ["He is 5 feet 2 inches tall", ["5 feet 2 inches = 5.167 foot"]],
  ["about six feet, two inches", ["about six feet, two inches = 6.167 foot"]],
  ["5 pounds 3 ounces", ["5 pounds 3 ounces = 5.188 pound-mass"]],
  ["a beam of 12 feet and 40 inches", ["12 feet = 12 foot", "40 inches = 40 inch"]],
])("a measure and the rest in the next smaller one: %s", (text, found) => {
  expect(quantities(text)).toEqual(found);
});

it.each([
  ["They seized 50 pounds of cocaine", ["50 pounds = 50 pound-mass"]],
  ["a 200-pound bomb", ["200-pound = 200 pound-mass"]],
  ["a 200-pound fine", ["200-pound = 200 GBP"]],
  ["It weighs 30 pounds", ["30 pounds = 30 pound-mass"]],
  ["It costs 30 pounds", ["30 pounds = 30 GBP"]],
  ["3 million pounds of debt", ["3 million pounds = 3000000 GBP"]],
])("pounds weigh or pay by what stands beside them: %s", (text, found) => {
  expect(quantities(text)).toEqual(found);
});

it.each([
  ["ALL 5 solutions are wrong", ["5 solutions = 5 solution"]],
  ["ALL 5,000 for a night", ["ALL 5,000 = 5000 ALL"]],
  ["1 $10 note", ["1 = 1 ", "$10 = 10 USD"]],
  ["one M-16 rifle and an L-202", ["one M = 1 m"]],
  ["24703 L-202", []],
  ["The Thirty Years' War ended", []],
  ["thirty years of war", ["thirty years = 30 year"]],
])("signs, codes and names beside a number: %s", (text, found) => {
  expect(quantities(text)).toEqual(found);
});

it.each([
  ["two-and-a-half years", ["two-and-a-half = 2.5"]],
  ["1 and 1/2 hours", ["1 and 1/2 = 1.5"]],
  ["a hundred trillionths", ["a hundred trillionths = 1e-10"]],
  ["one hundred thirty-fifths", ["one hundred thirty-fifths = 2.86"]],
  ["one hundred and thirty fifths", ["one hundred and thirty fifths = 26"]],
  ["one billion and a quarter million", ["one billion and a quarter million = 1000000000"]],
  ["five - eighths", ["five - eighths = 0.625"]],
  ["This one is wrong, and that one", []],
  ["in this one country", ["one = 1"]],
  ["the 1,000th officer", []],
])("numbers in words, and what is none: %s", (text, found) => {
  expect(numbers(text)).toEqual(found);
});

it.each([
  ["fr", "La guerre de Trente Ans", []],
  ["fr", "après trente ans de guerre", ["trente ans = 30 année"]],
  ["zh", "三十年战争", []],
])("a length of time in a name, in %s: %s", (language, text, found) => {
  expect(quantities(text, language).map(q => q.replace(/ (?:year|an)$/, " année"))).toEqual(found);
});

it("an age has the word that tells it", () => {
  const [age] = readQuantities("A man of age 87", { language: "en" });
  expect(age).toMatchObject({ value: 87, unit: "year of age", unitSpan: [9, 15] });
});

it.each([
  ["миллиард долларов", ["миллиард долларов = 1000000000 USD"]],
  ["около 3—10 миллионов долларов", ["около 3—10 миллионов долларов = 3000000 to 10000000 USD"]],
])("Russian multipliers alone and ranges with a long dash: %s", (text, found) => {
  expect(quantities(text, "ru")).toEqual(found);
});

it("a verb behind a number is not what it counts", () => {
  expect(quantities("Of the 176 countries, 75 use AI surveillance and 63 bought it.")).toEqual([
    "176 countries = 176 country",
    "75 = 75 ",
    "63 = 63 ",
  ]);
  expect(quantities("It lists 138 use cases.")).toEqual(["138 use cases = 138 case"]);
});

it("a number counts nothing that a second number behind it counts", () => {
  expect(quantities("It has 1,200 cameras, up from 1,000 two years earlier.")[1]).toBe("1,000 = 1000 ");
  expect(quantities("It bought 100 two-way radios.")).toEqual(["100 two-way radios = 100 radio"]);
});
