import type { CheckedDocument } from "../../check/types.ts";
import type { Codebook } from "../../codebook/types.ts";
import type { Frame } from "../frame.ts";
import { type Inlined, renderPage, renderStandalone, type View } from "../layout.tsx";
import { titleOf } from "./blocks.ts";
import type { Citation } from "./correction.ts";
import { directionOf } from "./direction.ts";
import { inlinedAssets } from "./inline.ts";
import { ArticleBody, type Keep } from "./page.tsx";
import { summarySentence } from "./summary.tsx";
import { type ArticleWords, articleWords, fill } from "./words/index.ts";

export interface ArticlePageOptions {
  readonly mode: "page";
  readonly frame: Frame;
  /** How the sources of the evidence are cited, by id; a source that is not here is shown by its id. */
  readonly citations?: ReadonlyMap<string, Citation>;
  /** Offers to keep the text in the book. */
  readonly keep?: Keep | null;
  readonly codebook?: Codebook | null;
}

export interface ArticleFileOptions {
  readonly mode: "standalone";
  /** Words of other languages than English for units, measures and names. */
  readonly codebook?: Codebook | null;
  readonly citations?: ReadonlyMap<string, Citation>;
  /** Address of a site whose record and source pages are linked (`https://example.org`); without one nothing is linked to a site. */
  readonly site?: string;
  /** Style and script to put into the file; read from `assets/` when left out, which needs Node. */
  readonly inlined?: { readonly style: Inlined; readonly script: Inlined };
}

/** The words of a page: those of the language that its findings are explained in. */
const wordsFor = ({ language = "en" }: CheckedDocument, codebook: Codebook | null): ArticleWords =>
  articleWords(language, codebook);

/** The page of a checked text before it is dressed. */
export function articleView(
  checked: CheckedDocument,
  {
    citations = new Map(),
    keep = null,
    codebook = null,
    appeals = false,
  }: {
    citations?: ReadonlyMap<string, Citation>;
    keep?: Keep | null;
    codebook?: Codebook | null;
    /** Is the text kept, so that its findings can be corrected? */
    appeals?: boolean;
  } = {},
): View {
  const words = wordsFor(checked, codebook);
  const id = checked.document.sha256.slice(0, 12);
  const appeal = appeals ? `/appeals/${id},` : null;
  const links = { site: "", citations, words, appeal };
  return {
    title: titleOf(checked.document),
    description: summarySentence(checked.summary, words),
    body: (
      <ArticleBody checked={checked} links={links} keep={keep} page={appeals ? `/articles/${id}` : null} />
    ),
    styles: ["article.css"],
    scripts: ["article.js"],
    json: keep === null,
    csv: keep === null,
    wide: true,
  };
}

/**
 * A checked text as an HTML document. `page` is a page of the site; `standalone` is one file that needs nothing beside
 * itself and works offline. All text of the document is set as text: no markup in it is ever passed through.
 */
export function renderArticle(
  checked: CheckedDocument,
  options: ArticlePageOptions | ArticleFileOptions,
): string {
  if (options.mode === "page") return renderPage(articleView(checked, options), options.frame);
  const { citations = new Map(), site = null, inlined = inlinedAssets(), codebook = null } = options;
  const words = wordsFor(checked, codebook);
  return renderStandalone({
    title: fill(words.fileTitle, { title: titleOf(checked.document) }),
    language: words.language,
    direction: directionOf(words.language),
    ...inlined,
    body: <ArticleBody checked={checked} links={{ site, citations, words }} />,
  });
}

/** A checked text as one HTML file that needs nothing beside itself. */
export const renderStandaloneArticle = (
  checked: CheckedDocument,
  options: Omit<ArticleFileOptions, "mode"> = {},
): string => renderArticle(checked, { ...options, mode: "standalone" });
