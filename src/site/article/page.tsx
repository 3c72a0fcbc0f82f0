import type { CheckedDocument } from "../../check/types.ts";
import { safeUrl } from "../frame.ts";
import type { Html } from "../html.ts";
import { SignSheet } from "../icons.tsx";
import { VERDICTS } from "../verdicts.ts";
import { titleOf } from "./blocks.ts";
import { ClaimCard } from "./card.tsx";
import { directionOf } from "./direction.ts";
import type { Links } from "./evidence.tsx";
import { LanguageLinks } from "./languages.tsx";
import { Origins, summarySentence, VerdictBar, VerdictFilter } from "./summary.tsx";
import { MarkedText } from "./text.tsx";
import { type ArticleWords, fill, fillWith } from "./words/index.ts";

/** Asks whether the checked text is to be kept in the book; absent where it is kept already or cannot be. */
export interface Keep {
  readonly sha256: string;
}

interface Said {
  readonly checked: CheckedDocument;
  readonly words: ArticleWords;
}

function Byline({ checked, words }: Said) {
  const { publisher, authors, published, url, language, characters } = checked.document;
  const address = safeUrl(url);
  const parts = [
    authors.join(", "),
    publisher,
    published === "" ? "" : words.date(published),
    language === "" ? "" : words.languageName(language),
    fill(words.characters, { n: words.number(characters) }),
  ].filter(Boolean);
  // A name in Latin letters beside an Arabic date: each part runs its own way.
  return (
    <p class="byline">
      {parts.map((part, at) => (
        <>
          {at > 0 ? " · " : ""}
          <bdi>{part}</bdi>
        </>
      ))}
      {address !== null && (
        <>
          {" · "}
          <a href={address} rel="noopener noreferrer external">
            {words.published}
          </a>
        </>
      )}
    </p>
  );
}

function Notes({ checked, words }: Said) {
  const { notes, document } = checked;
  if (notes.length === 0 && document.warnings.length === 0) return null;
  return (
    <section class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{words.notes}</h2>
      <ul>
        {notes.map(note => (
          <li>
            <b>{words.noteTitles[note.code] ?? note.code}.</b> {note.text}
          </li>
        ))}
        {document.warnings.map(warning => (
          <li>
            <b>{words.notRead}.</b> {warning}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HowItWorks({ site, words }: { site: string | null; words: ArticleWords }) {
  return (
    <details class="how">
      <summary>{words.how}</summary>
      <dl>
        {VERDICTS.map(({ id }) => (
          <>
            <dt>{words.verdicts[id]?.label ?? id}</dt>
            <dd>{words.verdicts[id]?.meaning}</dd>
          </>
        ))}
      </dl>
      <p>
        {words.rule}
        {site !== null && (
          <>
            {" "}
            <a href={`${site}/codebook`}>{words.codebook}</a>.
          </>
        )}
      </p>
    </details>
  );
}

function KeepForm({ keep, words }: { keep: Keep; words: ArticleWords }) {
  return (
    <form class="keep" method="post" action="/articles">
      <input type="hidden" name="sha256" value={keep.sha256} />
      <p>{words.keepNote}</p>
      <button type="submit">{words.keep}</button>
    </form>
  );
}

export interface ArticleProps {
  readonly checked: CheckedDocument;
  readonly links: Links;
  readonly keep?: Keep | null;
  /** Address of the page in the site, which can then be read in other languages. */
  readonly page?: string | null;
}

/** Everything of a checked text that stands in the main part of its page or file. */
export function ArticleBody({ checked, links, keep = null, page = null }: ArticleProps): Html {
  const { document, summary, claims, as_of } = checked;
  const { words } = links;
  const title = titleOf(document);
  const end = document.text.length;
  const outside = claims.filter(claim => claim.span[0] >= end);
  return (
    <div class="checked" lang={words.language} dir={directionOf(words.language)}>
      <SignSheet />
      <header class="article">
        <p class="kicker">{words.kicker}</p>
        <h1
          id="article-title"
          lang={document.language || undefined}
          dir={directionOf(document.language)}
          class={document.title === "" ? "derived" : undefined}
        >
          {title}
        </h1>
        <Byline checked={checked} words={words} />
        {page !== null && <LanguageLinks page={page} language={words.language} />}
        <p class="lede">{summarySentence(summary, words)}</p>
        <VerdictBar summary={summary} words={words} />
        {summary.claims > 0 && <VerdictFilter summary={summary} words={words} />}
        {keep !== null && <KeepForm keep={keep} words={words} />}
        <Origins checked={checked} words={words} />
        <Notes checked={checked} words={words} />
        <HowItWorks site={links.site} words={words} />
        {claims.length > 0 && (
          <p class="keys" hidden>
            <kbd>j</kbd> {words.keys.next} <kbd>k</kbd> {words.keys.previous} <kbd>o</kbd> {words.keys.open}{" "}
            <kbd>f</kbd> {words.keys.verdict} <kbd>Esc</kbd> {words.keys.all}{" "}
            <label>
              <input type="checkbox" id="keys-on" checked /> {words.keys.on}
            </label>
          </p>
        )}
      </header>
      <MarkedText checked={checked} links={links} />
      {outside.length > 0 && (
        <div class="cards">
          {outside.map(claim => (
            <ClaimCard claim={claim} links={links} />
          ))}
        </div>
      )}
      <p class="stamp">
        {fillWith(words.stamp, {
          entry: as_of.split(":")[0] ?? "",
          book: <code>{as_of.split(":")[1]?.slice(0, 12) ?? ""}</code>,
          text: <code>{document.sha256.slice(0, 12)}</code>,
        })}
      </p>
    </div>
  );
}
