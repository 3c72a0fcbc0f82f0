import { expect, test } from "vitest";
import { carryEntry, queryAsOf, shortEntry } from "./as-of.ts";

test("links of a page as of an entry lead to pages as of that entry, whatever they have in their query", () => {
  const html =
    '<a class="wordmark" href="/">C</a><a href="/records/x?page=2#top">x</a><a href="/indicators/y?by=a&amp;b=c">y</a>';
  expect(carryEntry(html, "7:ab")).toBe(
    '<a class="wordmark" href="/?as-of=7:ab">C</a><a href="/records/x?page=2&amp;as-of=7:ab#top">x</a><a href="/indicators/y?by=a&amp;b=c&amp;as-of=7:ab">y</a>',
  );
});

test("links elsewhere, to a part of the page, to files, to the form, to another entry and to now stay as they are", () => {
  const html = [
    '<a href="https://example.org/">out</a>',
    '<a href="//example.org/">out</a>',
    '<a href="#main">skip</a>',
    '<link href="/assets/base.css">',
    '<a href="/assets/x.svg">file</a>',
    '<a href="/check">check</a>',
    '<a href="/records/x?as-of=3">then</a>',
    '<a rel="latest-version" href="/records/x">now</a>',
  ].join("");
  expect(carryEntry(html, "7")).toBe(html);
});

test("a query takes an entry in, another one in its place, and gives it up", () => {
  expect(queryAsOf("", "7")).toBe("?as-of=7");
  expect(queryAsOf("?by=year&as-of=3", "7:ab")).toBe("?by=year&as-of=7:ab");
  expect(queryAsOf("?by=year&as-of=3", null)).toBe("?by=year");
  expect(queryAsOf("?as-of=3", null)).toBe("");
});

test("an entry is named by its number and the first digits of its hash", () => {
  expect(shortEntry(`10:${"ab".repeat(32)}`)).toBe("10:abababababab");
});
