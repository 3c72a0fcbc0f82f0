import type { Book } from "../../book/types.ts";
import type { CheckedDocument } from "../../check/types.ts";
import { UserError } from "../../codebook/errors.ts";
import { checkArchive, checkFolder } from "../check-folder.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { archiveIn, archiveOf, isFolder } from "../documents.ts";
import { readInput } from "../input.ts";
import { findTesseract } from "../ocr.ts";
import { withBook } from "../open.ts";
import { writeOutput } from "../output.ts";

export const check: Command = {
  name: "check",
  summary: "check an article claim by claim against the book",
  arguments: "FILE|URL|FOLDER|-",
  count: [1, 1],
  about: `Reads the article, finds its claims, and gives each a verdict with the reasons and the evidence on each side: supported, imprecise,
disputed, contradicted, misattributed, outdated, unverifiable, promotional or not-checkable. The article never supports itself, and
silence is never support. The text stays on this machine.

With a FOLDER every document below it is checked, with a web archive (WARC, WACZ) every page of it, and printed is what they have in
common: claims that recur, who retells whom, who printed a number first, and how it spread. What cannot be read is listed with the reason;
the rest goes on.`,
  options: {
    markdown: { help: "print Markdown for an editor's desk" },
    csv: { help: "print a table, one claim a row" },
    "claim-review": { help: "print schema.org ClaimReview, one for each claim that was checked (JSON-LD)" },
    claims: { help: "print schema.org Claim, one for each claim of the text (JSON-LD)" },
    annotations: { help: "print W3C Web Annotations with text selectors, one a claim (JSON-LD)" },
    html: { value: "OUT", help: "write one self-contained page that works offline" },
    language: {
      value: "CODE",
      help: "language of explanations and page (en, zh, es, fr, pt, ru, ar); without it a page is in that of its text",
    },
    lang: { value: "CODE", help: "the same" },
    ocr: { help: "read pages that are pictures with the program tesseract, if it is installed" },
    "ocr-languages": {
      value: "NAMES",
      help: "language data for it (eng+fra); told from the document otherwise",
    },
  },
  examples: [
    ["custodes check article.txt", "claims and verdicts in the terminal"],
    ["custodes check https://example.org/story --html story.html", "a page to send to an editor"],
    ["custodes check draft.md --json | jq .summary", "the result as data"],
    [
      "custodes check ./press-review --csv > claims.csv",
      "the claims that several articles print, an article a row",
    ],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const formats = [...FORMATS, ...LINKED].filter(name => flag(invocation, name));
    if (formats.length > 1)
      throw new UserError({
        code: "usage",
        message: `--${formats.join(" and --")} cannot go together`,
        hint: "give one of them",
      });
    const word = invocation.arguments[0]!;
    const ocr = flag(invocation, "ocr") ? findTesseract(effects, option(invocation, "ocr-languages")) : null;
    if (isFolder(word, effects)) return checkFolder(word, invocation, ocr);
    const file = await archiveOf(word, effects);
    if (file) return checkArchive(file, invocation, ocr).finally(() => file.close());
    const { bytes, ...input } = await readInput(word, effects);
    const archive = await archiveIn(bytes);
    if (archive) return checkArchive(archive, invocation, ocr);
    const { checkBytes, OWN_LANGUAGE } = await import("../../check/index.ts");
    const asked = option(invocation, "language") ?? option(invocation, "lang");
    const language = asked ?? (option(invocation, "html") === null ? "en" : OWN_LANGUAGE);
    await withBook(invocation, async book => {
      const start = performance.now();
      const checked = await checkBytes(bytes, book, { ...input, language, ocr });
      // For whoever listens (`npm run bench -- cold`): what of the process is reading and checking.
      performance.measure("custodes: read and check", { start });
      await writePage(checked, book, invocation);
      await print(checked, invocation, checked.language ?? "en");
    });
    return 0;
  },
};

const FORMATS = ["json", "markdown", "csv"];
/** Formats of linked data. */
const LINKED = ["claim-review", "claims", "annotations"];

/** Writes the page that works offline, with the citations of its sources, where `--html` asks for it. */
async function writePage(checked: CheckedDocument, book: Book, invocation: Invocation): Promise<void> {
  const html = option(invocation, "html");
  if (html === null) return;
  const { citationsOf, Library, renderStandaloneArticle } = await import("../../site/index.ts");
  const citations = await citationsOf(await Library.open(book), checked);
  writeOutput(
    html,
    renderStandaloneArticle(checked, { citations, codebook: book.codebook }),
    invocation.effects,
  );
}

async function print(checked: CheckedDocument, invocation: Invocation, language: string): Promise<void> {
  const { effects } = invocation;
  const { toJson, toMarkdown, toCsv, toTerminal, toClaimReviews, toClaims, toAnnotations } = await import(
    "../../check/index.ts"
  );
  const data = (value: unknown) => effects.out(`${JSON.stringify(value)}\n`);
  if (flag(invocation, "claim-review")) data(toClaimReviews(checked, { language }));
  else if (flag(invocation, "claims")) data(toClaims(checked));
  else if (flag(invocation, "annotations")) data(toAnnotations(checked, { language }));
  else if (flag(invocation, "json")) effects.out(`${JSON.stringify(toJson(checked))}\n`);
  else if (flag(invocation, "markdown")) effects.out(toMarkdown(checked, { language }));
  else if (flag(invocation, "csv")) effects.out(toCsv(checked, { language }));
  else if (option(invocation, "html") === null)
    effects.out(toTerminal(checked, { width: effects.columns, language }));
}
