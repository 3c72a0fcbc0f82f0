import type { Book } from "../../book/types.ts";
import type { Change, CheckedClaim, Correction, Verdict } from "../../check/index.ts";
import { UserError } from "../../codebook/errors.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { articleInput } from "../kept.ts";
import { entryNumber, withBook } from "../open.ts";
import { cellText } from "../table.ts";

export const appeal: Command = {
  name: "appeal",
  summary: "correct a finding, with your name and a reason",
  arguments: "[ARTICLE|FILE CLAIM]",
  count: [0, 2],
  about: `Writes a person's correction of a finding into the journal: the claim was read wrongly (--measure, --value), other evidence bears on it
(--evidence), or the verdict is another (--verdict). It applies whenever the same words of the same text are checked, or with --everywhere
in any text that says the same of the same measure. The finding then says who corrected it and why, and what the rule alone says.
ARTICLE is a text kept in the book (its id or name); CLAIM is an id as \`custodes check\` prints it, or words of one claim.
Corrections are added and never edited; --withdraw takes one back. Without arguments it lists those in force.`,
  options: {
    reason: { value: "TEXT", help: "why; readers see it (required)" },
    by: { value: "NAME", help: "who answers for it; readers see it (required)" },
    measure: { value: "ID", help: "the measure that the claim is of" },
    value: { value: "N", help: "the number that the claim gives" },
    verdict: { value: "V", help: "the verdict, whatever the rule says" },
    evidence: {
      value: "RECORD|none:RECORD",
      help: "a record that bears on the claim, or with none: one that does not; may be repeated",
      many: true,
    },
    everywhere: { help: "also in other texts that say the same words of the same measure" },
    withdraw: { value: "ENTRY", help: "take the correction of this entry back" },
  },
  examples: [
    [
      'custodes appeal draft.md c3 --measure training-sessions-per-year --reason "these are the sessions of one year" --by "A. Editor"',
      "another measure than the one that was read",
    ],
    [
      'custodes appeal draft.md c5 --evidence none:chn-fig-economist-sessions --reason "another period" --by "A. Editor"',
      "a record that does not bear on the claim",
    ],
    [
      'custodes appeal --withdraw 12 --reason "the paper has corrected itself" --by "A. Editor"',
      "take one back",
    ],
    ["custodes appeal", "the corrections in force"],
  ],
  run: async invocation => {
    const [article, claim] = invocation.arguments;
    const entry = entryNumber(option(invocation, "withdraw"), "--withdraw");
    if (entry !== null && article !== undefined)
      throw usage("--withdraw takes no article", "custodes appeal --withdraw ENTRY --reason TEXT --by NAME");
    if (entry !== null)
      return withBook(invocation, book => withdraw(book, entry, invocation), { write: true });
    if (article === undefined) return withBook(invocation, book => list(book, invocation));
    if (claim === undefined) throw usage("the claim is missing", "ARTICLE|FILE CLAIM");
    return withBook(invocation, book => correct(book, { article, claim }, invocation), { write: true });
  },
};

const usage = (message: string, expected: string) => new UserError({ code: "usage", message, expected });

const signature = (invocation: Invocation) => ({
  by: option(invocation, "by") ?? "",
  reason: option(invocation, "reason") ?? "",
});

async function correct(
  book: Book,
  { article, claim: name }: { article: string; claim: string },
  invocation: Invocation,
): Promise<number> {
  const { effects } = invocation;
  const { appeal: write, checkWithAppeals, claimNamed, readBytes } = await import("../../check/index.ts");
  const { bytes, ...input } = await articleInput(article, book, effects);
  const { document, claims, beside, entities } = await readBytes(bytes, book, input);
  const check = () => checkWithAppeals(document, claims, book, { entities, beside });
  const claim = claimNamed(await check(), name);
  const measure = claims.find(({ id }) => id === claim.id)?.measure ?? "";
  const entry = await write(
    book,
    { sha256: document.sha256, claim, measure },
    { ...signature(invocation), change: changeOf(invocation), everywhere: flag(invocation, "everywhere") },
  );
  const after = claimNamed(await check(), claim.id);
  print({ entry: entry.seq, claim, after }, invocation);
  return 0;
}

function print(
  { entry, claim, after }: { entry: number; claim: CheckedClaim; after: CheckedClaim },
  invocation: Invocation,
): void {
  const { effects } = invocation;
  const [before, now] = [claim.finding.verdict, after.finding.verdict];
  if (flag(invocation, "json")) {
    const { id, text } = claim;
    effects.out(
      `${JSON.stringify({ entry, claim: { id, text }, before, after: now, finding: after.finding })}\n`,
    );
    return;
  }
  effects.out(`entry ${entry} corrects ${claim.id} "${cellText(claim.text)}"\n`);
  effects.out(before === now ? `the verdict stays ${now}\n` : `the verdict was ${before} and is ${now}\n`);
  for (const { code, text } of after.finding.reasons)
    if (code.startsWith("corrected")) effects.out(`  ${cellText(text)}\n`);
}

function changeOf(invocation: Invocation): Change {
  const [measure, value, verdict] = ["measure", "value", "verdict"].map(name => option(invocation, name));
  const records = invocation.options.get("evidence") ?? [];
  const without = records.filter(word => word.startsWith("none:")).map(word => word.slice("none:".length));
  const evidence = records.filter(word => !word.startsWith("none:"));
  return {
    ...(measure ? { measure } : {}),
    ...(value ? { value: Number(value.trim() === "" ? Number.NaN : value) } : {}),
    ...(verdict ? { verdict: verdict as Verdict } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(without.length > 0 ? { without } : {}),
  };
}

async function withdraw(book: Book, entry: number, invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { withdrawAppeal } = await import("../../check/index.ts");
  const { seq } = await withdrawAppeal(book, entry, signature(invocation));
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ entry: seq, withdrawn: entry })}\n`);
  else effects.out(`entry ${seq} takes the correction of entry ${entry} back\n`);
  return 0;
}

async function list(book: Book, invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { correctionsOf } = await import("../../check/index.ts");
  const corrections = await correctionsOf(book);
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ corrections })}\n`);
  else if (corrections.length === 0) effects.out("no correction is in force\n");
  else for (const each of corrections) effects.out(lineOf(each));
  return 0;
}

const lineOf = ({ seq, by, claim, document, change, reason }: Correction): string =>
  `${seq}  ${cellText(by)}  "${cellText(claim)}"${document === null ? " (everywhere)" : ` (${document.slice(0, 12)})`}
      ${cellText(JSON.stringify(change))}  ${cellText(reason)}\n`;
