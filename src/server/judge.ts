import type { Book } from "../book/types.ts";
import { type Problem, UserError } from "../codebook/index.ts";
import { decide, kindToLink } from "../link/index.ts";
import { segment } from "../site/index.ts";
import { readForm } from "./read-form.ts";
import type { Handler } from "./respond.ts";
import { partsOf, unsigned } from "./signed.ts";

/**
 * Records a judgement on two records in the journal, with the name and the reason of whoever judges. Refused with every part that is missing,
 * and where an earlier judgement stands against it; then nothing is written.
 */
export async function judgeSent(c: Handler, book: Book): Promise<Response> {
  const part = partsOf(await readForm(c));
  const judgement = part("judgement");
  const problems = [
    ...unsigned(part, ["kind", "a", "b"], "a judgement needs a name and a reason"),
    ...(judgement === "same" || judgement === "different" ? [] : [WRONG_JUDGEMENT]),
  ];
  if (problems.length > 0) throw new UserError(problems);
  const [a, b] = [part("a"), part("b")];
  await decide(book, kindToLink(book, part("kind")), {
    by: part("by"),
    judgements: [
      { judgement: judgement as "same" | "different", records: [a, b], reason: { reason: part("reason") } },
    ],
  });
  return c.redirect(`/links/${segment(a)},${segment(b)}`, 303);
}

const WRONG_JUDGEMENT: Problem = {
  code: "bad-judgement",
  column: "judgement",
  message: "the judgement is neither same nor different",
  expected: "same, different",
};
