import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isSameName } from "../rule/names.ts";
import { NameIndex } from "./name-index.ts";

const sources = readFileSync(new URL("../../../books/security/facts/entity.csv", import.meta.url), "utf8");

/** Names of all scripts as the shipped book has them, and some that texts give. */
const names = [
  ...new Set(sources.split(/[\n,;|"]+/).filter(part => /^[\p{L}][\p{L} .&'’-]{2,40}$/u.test(part))),
  "CSIS",
  "Center for Strategic and International Studies",
  "Центра стратегических исследований",
  "Центр стратегических исследований",
  "自由之家统计",
  "自由之家",
  "لمركز الدراسات",
  "مركز الدراسات",
].slice(-700);

test("whatever names the same as a name is among those that are like it", () => {
  const index = new NameIndex(names.map(name => [name, null] as const));
  let pairs = 0;
  for (const name of names) {
    const like = new Set(index.like(name).map(each => each.name));
    for (const other of names)
      if (isSameName(name, other)) {
        pairs++;
        expect([name, other, like.has(other)]).toEqual([name, other, true]);
      }
  }
  expect(pairs).toBeGreaterThan(names.length);
});

test("few of many names are like one", () => {
  const index = new NameIndex(names.map(name => [name, null] as const));
  expect(index.like("Larkspur Watch").length).toBeLessThan(names.length / 10);
});
