import fc from "fast-check";
import { expect, test } from "vitest";
import { daysInMonth, parseDate } from "./edtf.ts";

const days = (text: string) => {
  const date = parseDate(text);
  return date && [date.start, date.end];
};

test("a partial date covers all the days that it leaves open", () => {
  expect(days("2019")).toEqual(["2019-01-01", "2019-12-31"]);
  expect(days("2019-02")).toEqual(["2019-02-01", "2019-02-28"]);
  expect(days("2024-02")).toEqual(["2024-02-01", "2024-02-29"]);
  expect(days("2019-05-14")).toEqual(["2019-05-14", "2019-05-14"]);
});

test("unspecified digits, from the right, widen the date", () => {
  expect(days("201X")).toEqual(["2010-01-01", "2019-12-31"]);
  expect(days("20XX")).toEqual(["2000-01-01", "2099-12-31"]);
  expect(days("2019-XX")).toEqual(["2019-01-01", "2019-12-31"]);
  expect(days("2019-05-XX")).toEqual(["2019-05-01", "2019-05-31"]);
  expect(days("2019-XX-XX")).toEqual(["2019-01-01", "2019-12-31"]);
  expect(days("2019-XX-14")).toBeNull();
  expect(days("201X-05")).toBeNull();
});

test("seasons are three months, and winter ends in the next year", () => {
  expect(days("2019-21")).toEqual(["2019-03-01", "2019-05-31"]);
  expect(days("2019-24")).toEqual(["2019-12-01", "2020-02-29"]);
  expect(days("2019-21-03")).toBeNull();
  expect(days("9999-24")).toBeNull();
});

test("doubt is kept beside the days", () => {
  expect(parseDate("2019?")).toEqual({ start: "2019-01-01", end: "2019-12-31", certainty: "uncertain" });
  expect(parseDate("2019-05~")?.certainty).toBe("approximate");
  expect(parseDate("2019-05-14%")?.certainty).toBe("both");
  expect(parseDate("2019")?.certainty).toBe("certain");
  expect(parseDate("2018?/2019~")?.certainty).toBe("both");
});

test("an interval runs from its first to its last day and can be open", () => {
  expect(days("2018/2019-05")).toEqual(["2018-01-01", "2019-05-31"]);
  expect(days("2018-11/..")).toEqual(["2018-11-01", ""]);
  expect(days("/2019")).toEqual(["", "2019-12-31"]);
  expect(days("../..")).toBeNull();
  expect(days("2020/2019")).toBeNull();
  expect(days("2018/2019/2020")).toBeNull();
});

test("what is no date is refused", () => {
  for (const text of [
    "",
    "19",
    "2019-5",
    "2019-13",
    "2019-00",
    "2019-02-29",
    "2019-04-31",
    "14.05.2019",
    "May 2019",
  ])
    expect(parseDate(text), text).toBeNull();
});

const twoDigits = (number: number) => String(number).padStart(2, "0");
const year = fc.integer({ min: 0, max: 9999 }).map(number => String(number).padStart(4, "0"));
const month = fc.integer({ min: 1, max: 12 });
const date = fc.tuple(year, month, fc.integer({ min: 1, max: 31 })).map(([y, m, d]) => {
  return `${y}-${twoDigits(m)}-${twoDigits(Math.min(d, daysInMonth(Number(y), m)))}`;
});

test("every day of the calendar is a date of one day, as JavaScript counts days too", () => {
  fc.assert(
    fc.property(date, text => {
      expect(days(text)).toEqual([text, text]);
      expect(new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10)).toBe(text);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test("cutting a date off at a part gives a date that holds it", () => {
  fc.assert(
    fc.property(date, fc.constantFrom(4, 7, 10), (text, length) => {
      const whole = parseDate(text.slice(0, length))!;
      expect(whole.start <= text && text <= whole.end).toBe(true);
    }),
    { seed: 3, numRuns: 500 },
  );
});

test("an interval of two dates starts with the earlier and ends with the later", () => {
  fc.assert(
    fc.property(date, date, (a, b) => {
      const [first, last] = a <= b ? [a, b] : [b, a];
      expect(days(`${first}/${last}`)).toEqual([first, last]);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test("no text makes it throw, and days come out in order", () => {
  const text = fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[0-9X/?~%.-]{0,14}$/));
  fc.assert(
    fc.property(text, each => {
      const found = parseDate(each);
      if (found && found.start !== "" && found.end !== "") expect(found.start <= found.end).toBe(true);
    }),
    { seed: 5, numRuns: 2000 },
  );
});
