import { expect, test } from "vitest";
import { pointOf, readPlaces } from "../index.ts";

const read = (language: string, text: string) =>
  readPlaces(text, { language })
    .filter(({ form }) => form === "place")
    .map(mention => `${mention.text}=${mention.country} ${pointOf(mention)?.name}`);

test.each([
  [
    "en",
    "Officers from Kenya were trained in Nakuru and Kisumu.",
    ["Nakuru=KEN Nakuru", "Kisumu=KEN Kisumu"],
  ],
  ["en", "Surabaya, Indonesia, hosted it.", ["Surabaya=IDN Surabaya"]],
  ["en", "A hospital at Nashik's gate in India.", ["Nashik=IND Nashik"]],
  ["es", "Los policías viajaron a Cartagena, en Colombia.", ["Cartagena=COL Cartagena"]],
  ["fr", "La police du Cameroun a été formée à Garoua.", ["Garoua=CMR Garoua"]],
  ["ru", "В Самаре прошли учения, сообщили в России.", ["Самаре=RUS Samara"]],
  ["ar", "في الإسكندرية في مصر", ["الإسكندرية=EGY Alexandria"]],
  ["zh", "来自中国的警察在大连市受训。", ["大连市=CHN Dalian"]],
])("in %s, large towns are read where a place can stand: %s", (language, text, expected) => {
  expect(read(language, text)).toEqual(expected);
});

test.each([
  ["en", "Lincoln said that Austin and Hamilton agreed with the United States."],
  ["en", "He taught at Lincoln University in the United States."],
  ["en", "They met in Lincoln and moved to Nakuru."],
  ["en", "in Gizo the course began"],
  ["ar", "عاد إلى المدينة"],
  ["zh", "中国的大理石出口"],
])("in %s, what is a person, a word or a town of several countries is none: %s", (language, text) => {
  expect(read(language, text)).toEqual([]);
});
