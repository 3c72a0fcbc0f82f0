import { expect, it } from "vitest";
import { lifeTold } from "./life-told.ts";

const told = (sentence: string) => {
  const found = lifeTold(sentence, "en", "");
  return found && [found.name, found.is, found.when.start];
};

it("a name, an aside or none, a verb and a date tell when a body was begun or came to its end", () => {
  expect(told("ICITAP was set up in 1986.")).toEqual(["ICITAP", "begun", "1986-01-01"]);
  expect(told("ICITAP, which trains police, was set up in 1986.")).toEqual(["ICITAP", "begun", "1986-01-01"]);
  expect(told("The mission, begun with great hopes, ended in May 2014.")).toEqual([
    "The mission",
    "ended",
    "2014-05-01",
  ]);
});

it("what is planned, denied, hedged, open or of something else tells no life", () => {
  for (const sentence of [
    "ICITAP, a programme, was to be set up in 1986.",
    "ICITAP, a programme, was never set up in 1986.",
    "ICITAP was set up before 1986.",
    "ICITAP was set up around 1986.",
    "ICITAP was set up in the 1980s.",
    "ICITAP set up an academy in 1986.",
    "In Honiara, the mission ended in 2017.",
    "ICITAP, a programme set up in 1986, trains police.",
  ])
    expect(told(sentence), sentence).toBeNull();
});
