import { appeal, type Change, claimNamed, readBytes, withdrawAppeal } from "../check/index.ts";
import type { Verdict } from "../check/types.ts";
import { UserError } from "../codebook/index.ts";
import { segment } from "../site/index.ts";
import { allArticles } from "./articles.ts";
import type { LiveSite } from "./live-site.ts";
import { readForm } from "./read-form.ts";
import type { Handler } from "./respond.ts";
import { type Part, partsOf, unsigned } from "./signed.ts";

/** Writes a person's correction of a finding into the journal, or takes one back; leads to where the finding then stands. */
export async function appealSent(c: Handler, site: LiveSite): Promise<Response> {
  const form = await readForm(c);
  const part = partsOf(form);
  const back = part("withdraw");
  const without = form.getAll("without").map(String);
  const change = changeOf(part, without);
  const problems = [
    ...unsigned(part, ["article", "claim"], "a correction needs a name and a reason"),
    ...(back === "" ? problemsOf(part, change) : []),
  ];
  if (problems.length > 0) throw new UserError(problems);
  const signature = { by: part("by"), reason: part("reason") };
  if (back === "") await correct(site, part, { ...signature, change, everywhere: part("everywhere") !== "" });
  else await withdrawAppeal(site.book, Number(back), signature);
  return c.redirect(`/articles/${segment(part("article"))}#${segment(part("claim"))}`, 303);
}

type Correcting = Parameters<typeof appeal>[2];

async function correct(site: LiveSite, part: Part, correction: Correcting): Promise<void> {
  const { book } = site;
  const kept = (await allArticles(book)).find(({ id }) => id === part("article"));
  const article = await site.article(part("article"));
  const bytes = kept === undefined ? null : await book.get(kept.sha256);
  if (kept === undefined || article === null || bytes === null)
    throw new UserError({
      code: "not-kept",
      column: "article",
      message: `the book keeps no text ${part("article")}`,
      hint: "check it again and keep it",
    });
  const claim = claimNamed(article.checked, part("claim"));
  // What it was read as of before anybody corrected it: that is how a correction everywhere finds its like.
  const { claims } = await readBytes(bytes, book, { name: kept.name, mime: kept.mime });
  const measure = claims.find(({ id }) => id === claim.id)?.measure ?? "";
  await appeal(book, { sha256: article.checked.document.sha256, claim, measure }, correction);
}

function changeOf(part: Part, without: readonly string[]): Change {
  const evidence = part("evidence")
    .split(/[\s,;]+/)
    .filter(Boolean);
  return {
    ...(part("measure") === "" ? {} : { measure: part("measure") }),
    ...(part("value") === "" ? {} : { value: Number(part("value").replaceAll(",", "")) }),
    ...(part("verdict") === "" ? {} : { verdict: part("verdict") as Verdict }),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(without.length > 0 ? { without } : {}),
  };
}

function problemsOf(part: Part, change: Change) {
  const nothing = {
    code: "nothing-corrected",
    message: "nothing is corrected",
    expected: "another measure, number, verdict or evidence",
  };
  const noNumber = {
    code: "bad-number",
    column: "value",
    message: `"${part("value")}" is not a number`,
    expected: "digits, as 890 or 12.5",
  };
  return [
    ...(Object.keys(change).length === 0 ? [nothing] : []),
    ...(change.value !== undefined && !Number.isFinite(change.value) ? [noNumber] : []),
  ];
}
