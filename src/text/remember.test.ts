import { expect, it } from "vitest";
import { remembering } from "./remember.ts";

it("answers for a word once, however it was cut from its text", () => {
  let asked = 0;
  const size = remembering(word => {
    asked++;
    return word.length;
  });
  const text = "surveillance-equipment surveillance-equipment";
  expect([size(text.slice(0, 22)), size(text.slice(23)), size("kit"), size("kit")]).toEqual([22, 22, 3, 3]);
  expect(asked).toBe(2);
});

it("keeps no more words than it may, and no long ones", () => {
  let asked = 0;
  const count = remembering(() => ++asked, { limit: 2, longest: 4 });
  for (const word of ["a", "b", "c", "a"]) count(word);
  expect(asked).toBe(4);
  for (const word of ["longer", "longer"]) count(word);
  expect(asked).toBe(6);
});
