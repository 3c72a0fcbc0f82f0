import { expect, it } from "vitest";
import { readDates } from "./dates.ts";

// A Thursday.
const read = (text: string): string[] =>
  readDates(text, { language: "en", date: "2018-06-14T10:00" }).map(d => `${d.text} = ${d.timex}`);

it.each([
  ["Music from the 90s", ["the 90s = 199"]],
  ["He grew up in the '80s and the early 90s", ["the '80s = 198", "early 90s = 199"]],
  ["The 80s and 90s were hard years", ["The 80s = 198", "90s = 199"]],
  ["Temperatures were in the 80s, and she is in her 90s", []],
  ["Arms of the nineteen-eighties", ["the nineteen-eighties = 198"]],
  ["The class of '68 met in '99", ["'68 = 1968", "'99 = 1999"]],
  ["In AD 79 and in the 3rd century BC", ["AD 79 = 0079", "the 3rd century BC = BC02"]],
  ["Police of the 19th and 20th centuries", ["the 19th = 18", "20th centuries = 19"]],
  ["By the year two thousand", ["By the year two thousand = 2000"]],
])("decades, years and centuries as English writes them: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["In 2 Sundays", ["In 2 Sundays = 2018-06-24"]],
  ["Two Fridays ago", ["Two Fridays ago = 2018-06-01"]],
  ["Three Mondays from now we meet", ["Three Mondays from now = 2018-07-02"]],
  ["A few Sundays before, they met", ["Sundays = XXXX-WXX-7"]],
  ["The week after Easter", ["The week after Easter = 2018-W14"]],
  ["The Monday before Christmas 2018", ["The Monday before Christmas 2018 = 2018-12-24"]],
  ["The week before last", ["The week before last = 2018-W22"]],
  ["By end of day tomorrow", ["By end of day tomorrow = 2018-06-15"]],
  ["At the close of business Thursday", ["the close of business Thursday = 2018-06-14"]],
  ["By year-end", ["By year-end = 2018-12-31"]],
  ["That weekend was quiet", ["That weekend = XXXX-WXX-WE"]],
  ["The first weekend of October 2018", ["The first weekend of October 2018 = 2018-W40-WE"]],
  ["Early on Monday", ["Early on Monday = 2018-06-11"]],
  ["Last year's March", ["Last year's March = 2017-03"]],
])("days and weeks counted or told by others: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["In the past three months, sales fell", ["the past three months = P3M"]],
  ["That was in the past", ["in the past = PAST_REF"]],
  ["In the first hours of the war", ["first hours = PTXH"]],
  ["The first three quarters of 2018", ["The first three quarters of 2018 = P9M"]],
  ["The final quarter of 2018", ["The final quarter of 2018 = 2018-Q4"]],
  ["The last half of 1989", ["The last half of 1989 = 1989-H2"]],
  ["Sales of 2016Q1, 1Q19 and 2H 2019", ["2016Q1 = 2016-Q1", "1Q19 = 2019-Q1", "2H 2019 = 2019-H2"]],
  ["Month to date", ["Month to date = 2018-06"]],
  ["In early summer", ["early summer = 2018-SU"]],
  [
    "Signed on 09/2015, 2018-09 and 2008-09",
    ["09/2015 = 2015-09", "2018-09 = 2018-09", "2008-09 = 2008/2009"],
  ],
  ["In 2018-W23", ["2018-W23 = 2018-W23"]],
  ["Closed 5/3-5/7", ["5/3-5/7 = 2018-05-03/2018-05-07"]],
  ["The board is 1/2-3/4 inch thick", []],
  ["On 3-23-17", ["3-23-17 = 2017-03-23"]],
  ["on 26 may to 28 june in 2020", ["26 may to 28 june in 2020 = 2020-05-26/2020-06-28"]],
  ["on 26 may be late", []],
  ["May third to seventh", ["May third to seventh = 2018-05-03/2018-05-07"]],
  ["On Saturday, April 25: the court ruled", ["Saturday, April 25 = 2018-04-25"]],
])("periods as English news write them: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["every third month", "P3M"],
  ["every 3rd day", "P3D"],
  ["each July", "XXXX-07"],
  ["every summer", "XXXX-SU"],
  ["every April 15", "XXXX-04-15"],
  ["every Christmas", "XXXX-12-25"],
  ["every half hour", "PT0.5H"],
  ["twice a week", "P1W"],
  ["Monday mornings", "XXXX-WXX-1TMO"],
  ["Tuesday nights", "XXXX-WXX-2TNI"],
])("what comes back by its name or its place: %s", (text, timex) => {
  expect(readDates(`They meet ${text}.`, { language: "en", date: "2018-06-14" })).toMatchObject([
    { text, timex, type: "set" },
  ]);
});

it("both weekdays of a list come back", () => {
  expect(read("every Monday and Friday")).toEqual(["every Monday = XXXX-WXX-1", "Friday = XXXX-WXX-5"]);
});

it.each([
  ["at 0800 hours", "0800 hours = 2018-06-14T08:00"],
  ["at 1430 hours", "1430 hours = 2018-06-14T14:30"],
  ["The plant ran 1430 hours", "1430 hours = PT1430H"],
  ["at 1430 GMT", "1430 GMT = 2018-06-14T14:30"],
  ["around 5ish", "around 5ish = 2018-06-14T05:00"],
  ["at 9.am", "9.am = 2018-06-14T09:00"],
  ["at eight thirty", "eight thirty = 2018-06-14T08:30"],
  ["two hours before midnight", "two hours before midnight = 2018-06-14T22:00"],
  ["this morning at 7pm", "this morning at 7pm = 2018-06-14T19:00"],
  ["14 October for 8:00 am", "14 October for 8:00 am = 2018-10-14T08:00"],
])("times of day as English writes them: %s", (text, found) => {
  expect(read(text)).toEqual([found]);
});

it.each([
  ["For years, nothing happened", ["years = PXY"]],
  ["It fell apart within weeks.", ["weeks = PXW"]],
  ["Years ago they met", ["Years ago = PAST_REF"]],
  ["Days before the vote", []],
  ["A decades-long conflict", []],
  ["The last quarter-century", ["The last quarter-century = P25Y"]],
  ["3 and half years", ["3 and half years = P3.5Y"]],
  ["A year and half", ["A year and half = P1.5Y"]],
  ["During the past decade", ["the past decade = P10Y"]],
  ["Thirteen hundred and twenty of them", []],
  ["On 6 April seventeen hundred thirty three", ["6 April seventeen hundred thirty three = 1733-04-06"]],
])("lengths of time that leave their number open, or tell it in other words: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["Since 9/11 budgets have grown", ["Since 9/11 = 2001-09-11"]],
  ["The 9/11 attacks", ["9/11 = 2001-09-11"]],
  ["They meet on 9/11.", ["9/11 = 2018-09-11"]],
  ["June 16 and 17, 2019", ["June 16 = 2019-06-16", "17, 2019 = 2019-06-17"]],
  ["The previous Friday", ["The previous Friday = 2018-06-01"]],
  ["The last Friday", ["The last Friday = 2018-06-08"]],
  ["Two months from today on Tuesday", ["Two months from today on Tuesday = 2018-08-14"]],
  ["In 3 days at 5pm", ["In 3 days at 5pm = 2018-06-17T17:00"]],
  ["The second half of 2018", ["The second half of 2018 = 2018-H2"]],
  ["Between January and September last year", ["Between January and September last year = 2017-01/2017-09"]],
  ["2010-present", ["2010-present = 2010/2018-06-14"]],
  ["report-20170302.html", ["20170302 = 2017-03-02"]],
  ["10:30am Singapore time", ["10:30am Singapore time = 2018-06-14T10:30"]],
])("days, halves and spans by what stands beside them: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["the year ended 31 March 2020", "P1Y", "2019-04-01", "2020-03-31"],
  ["the three months to June", "P3M", "2018-04-01", "2018-06-30"],
  ["the fiscal year ending 30 June", "P1Y", "2017-07-01", "2018-06-30"],
])("a length of months that ends with a day has its first and last: %s", (text, timex, start, end) => {
  expect(readDates(text, { language: "en", date: "2018-06-14" })[0]).toMatchObject({ timex, start, end });
});
