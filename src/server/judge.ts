import type { Book } from "../book/types.ts";
import { type Problem, UserError } from "../codebook/index.ts";
import { decide, kindToLink } from "../link/index.ts";
import { segment } from "../site/index.ts";
import { readForm } from "./read-form.ts";
import type { Handler } from "./respond.ts";

/** Letters of a name and of a reason at most; a journal is no place for essays. */
const LONGEST = { by: 80, reason: 1000 } as const;

/**
 * Records a judgement on two records in the journal, with the name and the reason of whoever judges. Refused with every part that is missing,
 * and where an earlier judgement stands against it; then nothing is written.
 */
export async function judgeSent(c: Handler, book: Book): Promise<Response> {
  const form = await readForm(c);
  const part = (name: string) => String(form.get(name) ?? "").trim();
  const judgement = part("judgement");
  const problems = [
    ...missingParts(part),
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

function missingParts(part: (name: string) => string): Problem[] {
  const missing = ["kind", "a", "b", "by", "reason"]
    .filter(name => part(name) === "")
    .map(name => ({
      code: "missing",
      column: name,
      message: `${name} is empty`,
      hint: "a judgement needs a name and a reason",
    }));
  const long = (["by", "reason"] as const)
    .filter(name => part(name).length > LONGEST[name])
    .map(name => ({
      code: "too-long",
      column: name,
      message: `${name} has ${part(name).length} characters`,
      expected: `at most ${LONGEST[name]}`,
    }));
  return [...missing, ...long];
}
