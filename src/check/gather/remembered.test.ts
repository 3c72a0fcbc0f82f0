import { expect, test } from "vitest";
import type { Book } from "../../book/types.ts";
import { inOrderOfId, rememberedFigures } from "./remembered.ts";
import type { Figure } from "./types.ts";

const figure = (id: string) => ({ id }) as Figure;
const bookAt = (hash: string) => ({ head: { seq: 1, hash } }) as unknown as Book;

test("a question is asked once for each state of a book", async () => {
  const book = bookAt("a");
  let asked = 0;
  const ask = async () => {
    asked++;
    return [figure("f1")];
  };
  await rememberedFigures(book, "one", ask);
  expect(await rememberedFigures(book, "one", ask)).toEqual([figure("f1")]);
  expect(asked).toBe(1);
  Object.assign(book, bookAt("b"));
  await rememberedFigures(book, "one", ask);
  expect(asked).toBe(2);
});

test("a figure is one object by whatever it was asked for", async () => {
  const book = bookAt("a");
  const [byMeasure] = await rememberedFigures(book, "measure", async () => [figure("f1")]);
  const [, byNumber] = await rememberedFigures(book, "number", async () => [figure("f0"), figure("f1")]);
  expect(byNumber).toBe(byMeasure);
  expect(inOrderOfId([byNumber!, figure("f0"), byMeasure!]).map(({ id }) => id)).toEqual(["f0", "f1"]);
});

test("a question that failed may be asked again", async () => {
  const book = bookAt("a");
  const failing = rememberedFigures(book, "one", async () => {
    throw new Error("no engine");
  });
  await expect(failing).rejects.toThrow("no engine");
  expect(await rememberedFigures(book, "one", async () => [figure("f1")])).toHaveLength(1);
});
