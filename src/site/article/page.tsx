import type { CheckedDocument, DocumentNote } from "../../check/types.ts";
import { formatDate, formatNumber, languageName } from "../format.ts";
import { safeUrl } from "../frame.ts";
import type { Html } from "../html.ts";
import { SignSheet } from "../icons.tsx";
import { VERDICTS } from "../verdicts.ts";
import { titleOf } from "./blocks.ts";
import { ClaimCard } from "./card.tsx";
import type { Links } from "./evidence.tsx";
import { Origins, summarySentence, VerdictBar, VerdictFilter } from "./summary.tsx";
import { MarkedText } from "./text.tsx";

/** Asks whether the checked text is to be kept in the book; absent where it is kept already or cannot be. */
export interface Keep {
  readonly sha256: string;
}

function Byline({ checked }: { checked: CheckedDocument }) {
  const { publisher, authors, published, url, language, characters } = checked.document;
  const address = safeUrl(url);
  const parts = [
    authors.join(", "),
    publisher,
    published === "" ? "" : formatDate(published),
    language === "" ? "" : languageName(language),
    `${formatNumber(characters)} characters`,
  ].filter(Boolean);
  return (
    <p class="byline">
      {parts.join(" · ")}
      {address !== null && (
        <>
          {" · "}
          <a href={address} rel="noopener noreferrer external">
            where it was published
          </a>
        </>
      )}
    </p>
  );
}

const NOTE_TITLES: Readonly<Record<DocumentNote["code"], string>> = {
  "possible-mix-up": "Two numbers may be mixed up",
  arithmetic: "The numbers do not add up",
  "share-over-100": "Shares pass 100 %",
  "part-over-whole": "A part is larger than its whole",
  "period-reversed": "A period ends before it starts",
  "self-source": "This text is a source of the book, and does not count as evidence for itself",
};

function Notes({ checked }: { checked: CheckedDocument }) {
  const { notes, document } = checked;
  if (notes.length === 0 && document.warnings.length === 0) return null;
  return (
    <section class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">About the text as a whole</h2>
      <ul>
        {notes.map(note => (
          <li>
            <b>{NOTE_TITLES[note.code] ?? note.code}.</b> {note.text}
          </li>
        ))}
        {document.warnings.map(warning => (
          <li>
            <b>Not read.</b> {warning}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HowItWorks({ site }: { site: string | null }) {
  return (
    <details class="how">
      <summary>What the verdicts mean</summary>
      <dl>
        {VERDICTS.map(({ label, meaning }) => (
          <>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
      <p>
        A rule decides, not an opinion: it compares the set of numbers that the wording allows with what
        independent counters found, and prints its reasons. The same text against the same book gives the same
        findings.
        {site !== null && (
          <>
            {" "}
            <a href={`${site}/codebook`}>Measures and words of this book</a>.
          </>
        )}
      </p>
    </details>
  );
}

function KeepForm({ keep }: { keep: Keep }) {
  return (
    <form class="keep" method="post" action="/articles">
      <input type="hidden" name="sha256" value={keep.sha256} />
      <p>This text is not stored. Keep it in the book to give it a lasting address.</p>
      <button type="submit">Keep this article</button>
    </form>
  );
}

export interface ArticleProps {
  readonly checked: CheckedDocument;
  readonly links: Links;
  readonly keep?: Keep | null;
}

/** Everything of a checked text that stands in the main part of its page or file. */
export function ArticleBody({ checked, links, keep = null }: ArticleProps): Html {
  const { document, summary, claims, as_of } = checked;
  const title = titleOf(document);
  const end = document.text.length;
  const outside = claims.filter(claim => claim.span[0] >= end);
  return (
    <div class="checked">
      <SignSheet />
      <header class="article">
        <p class="kicker">Checked article</p>
        <h1 lang={document.language || undefined} class={document.title === "" ? "derived" : undefined}>
          {title}
        </h1>
        <Byline checked={checked} />
        <p class="lede">{summarySentence(summary)}</p>
        <VerdictBar summary={summary} />
        {summary.claims > 0 && <VerdictFilter summary={summary} />}
        {keep !== null && <KeepForm keep={keep} />}
        <Origins checked={checked} />
        <Notes checked={checked} />
        <HowItWorks site={links.site} />
        {claims.length > 0 && (
          <p class="keys" hidden>
            <kbd>j</kbd> next claim <kbd>k</kbd> previous <kbd>o</kbd> open or close its card <kbd>f</kbd>{" "}
            next verdict <kbd>Esc</kbd> show all
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
        Checked against the book at entry {as_of.split(":")[0]} (
        <code>{as_of.split(":")[1]?.slice(0, 12) ?? ""}</code>); text{" "}
        <code>{document.sha256.slice(0, 12)}</code>.
      </p>
    </div>
  );
}
