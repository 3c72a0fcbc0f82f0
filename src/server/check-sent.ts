import { toJson } from "../check/index.ts";
import { articleView, renderPage } from "../site/index.ts";
import { articleId } from "./articles.ts";
import { type LiveSite, spokenLanguage } from "./live-site.ts";
import { readForm } from "./read-form.ts";
import { readText } from "./read-text.ts";
import { type Handler, refuse, wantsJson } from "./respond.ts";

interface OfSite {
  readonly site: LiveSite;
}

/** A text sent to be checked: it is kept nowhere until somebody asks for it. */
export async function checkSent(c: Handler, { site }: OfSite): Promise<Response> {
  const text = await readText(c);
  const asked = c.req.query("lang");
  const language = wantsJson(c) && asked === undefined ? "en" : spokenLanguage(asked ?? "");
  const article = await site.checkText(text.bytes, { ...text, language });
  c.header("Cache-Control", "no-store");
  if (wantsJson(c)) return c.json(toJson(article.checked));
  site.wait(article.checked, text);
  const kept = (await site.articles()).some(({ sha256 }) => sha256 === article.checked.document.sha256);
  const keep = kept ? null : { sha256: article.checked.document.sha256 };
  return c.html(
    renderPage(articleView(article.checked, { ...article, keep, appeals: kept }), c.get("frame")),
  );
}

/** Keeps a text that was checked. */
export async function keepSent(c: Handler, { site }: OfSite): Promise<Response> {
  const form = await readForm(c);
  const sha256 = String(form.get("sha256") ?? "");
  const kept = (await site.articles()).find(article => article.sha256 === sha256);
  const waiting = site.waiting(sha256);
  if (kept === undefined && waiting === null)
    return refuse(c, 404, {
      code: "not-waiting",
      column: "sha256",
      message: "this text is no longer at hand",
      hint: "check it again, then keep it",
    });
  const hash = kept?.sha256 ?? (await site.keep(waiting!));
  return c.redirect(`/articles/${articleId(hash)}`, 303);
}
