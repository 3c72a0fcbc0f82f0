import { expect, test } from "vitest";
import type { Codebook } from "../../codebook/types.ts";
import { counterNames, credits } from "./counter.ts";

const nameOf = counterNames({
  entities: new Map([["huawei", { name: "Huawei Technologies" }]]),
  sources: new Map([["s1", { publisher: "The People's Daily" }]]),
});

test("a counter is named by its entity, its publisher, its government, or its slug as words", () => {
  expect(nameOf("huawei")).toBe("Huawei Technologies");
  expect(nameOf("the-people-s-daily")).toBe("The People's Daily");
  expect(nameOf("gov-chn")).toBe("government of China");
  expect(nameOf("people-s-daily-online")).toBe("People's Daily Online");
  expect(nameOf("institute-for-european-affairs")).toBe("Institute for European Affairs");
  expect(nameOf("u-s-army")).toBe("U S Army");
});

test("initials credit whoever they are the initials of, either way round", () => {
  const codebook = { phrases: {} } as unknown as Codebook;
  const isCredited = (attribution: string, name: string) => credits(attribution, "x", { name, codebook });
  expect(isCredited("The Government Accountability Office", "US GAO")).toBe(true);
  expect(isCredited("GAO", "Government Accountability Office")).toBe(true);
  expect(isCredited("The Government Audit Office of Peru", "US GAO")).toBe(false);
});
