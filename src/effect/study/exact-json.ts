/** Numbers that JSON does not hold, by the name under which they are written. */
const NAMED = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0];
const KEY = "$number";

/** Plain data as text from which `fromExactJson` makes the same data, numbers such as NaN included. */
export const toExactJson = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) => {
    const named = NAMED.findIndex(number => Object.is(number, value));
    return named < 0 ? value : { [KEY]: named };
  });

export const fromExactJson = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === "object" && value !== null && KEY in value
      ? NAMED[(value as Record<typeof KEY, number>)[KEY]]
      : value,
  );
