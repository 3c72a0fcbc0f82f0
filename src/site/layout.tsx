import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { AS_OF, carryEntry, NOW, queryAsOf, shortEntry } from "./as-of.ts";
import { formatDate } from "./format.ts";
import type { Frame } from "./frame.ts";
import type { Html } from "./html.ts";

/** One page before it is dressed: what is its own. */
export interface View {
  readonly title: string;
  /** One sentence for search results and previews. */
  readonly description: string;
  readonly body: Child;
  /** What sends something to the server: left out on a static site. */
  readonly form?: Child;
  /** Files of `assets/` beyond the common ones. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Does the address also answer with `.csv`? */
  readonly csv?: boolean;
  /** False where the address has no `.json`. */
  readonly json?: boolean;
  /** Reading width of the main column. */
  readonly wide?: boolean;
}

function Search({ value, entry }: { value: string; entry: string | undefined }) {
  return (
    <search>
      <form class="search" action="/search" method="get">
        <label class="vh" for="q">
          Search the book
        </label>
        <input id="q" name="q" type="search" placeholder="Search the book" value={value} />
        {entry !== undefined && <input type="hidden" name={AS_OF} value={entry} />}
        <button type="submit">Search</button>
      </form>
    </search>
  );
}

function Header({ frame }: { frame: Frame }) {
  const value = frame.path === "/search" ? (new URLSearchParams(frame.query).get("q") ?? "") : "";
  return (
    <header class="site">
      <a class="wordmark" href="/">
        Custodes
      </a>
      <nav class="sections" aria-label="Sections">
        {frame.sections.map(({ href, label }) => (
          <a href={href} aria-current={frame.path === href ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {frame.forms && <Search value={value} entry={frame.past?.asked} />}
    </header>
  );
}

/** Says that the page is not as of now, and leads to the one that is. */
function Then({ frame }: { frame: Frame }) {
  const { past, path, query } = frame;
  if (past === undefined) return null;
  const [seq = "", hash = ""] = frame.asOf.split(":");
  const newest = past.newest === Number(seq);
  return (
    <p class="then" role="note">
      The book as it stood at <strong>journal entry {seq}</strong>, written {formatDate(past.at.slice(0, 10))}{" "}
      (<code>{hash.slice(0, 12)}</code>).{" "}
      {newest ? "That is its newest entry today." : `Its newest entry today is ${past.newest}.`}{" "}
      <a rel={NOW} href={`${path}${queryAsOf(query, null)}`}>
        This page as it is now
      </a>
    </p>
  );
}

/** Address of the same page in another form. */
export function otherForm(frame: Frame, extension: "json" | "csv"): string {
  const path = frame.path === "/" ? "/index" : frame.path;
  return `${path}.${extension}${frame.query}`;
}

/** The address at which this page stays as it is. */
export const permalink = ({ path, query, asOf }: Frame): string =>
  `${path}${queryAsOf(query, shortEntry(asOf))}`;

function Footer({ frame, view }: { frame: Frame; view: View }) {
  const [seq, hash = ""] = frame.asOf.split(":");
  return (
    <footer class="site">
      <p>
        {frame.book}, as known at journal entry {seq}
        {hash !== "" && (
          <>
            {" "}
            (<code>{hash.slice(0, 12)}</code>)
          </>
        )}
        . Counts are of what sources report: a gap in reporting is not a zero.{" "}
        {view.json !== false && (
          <a rel="bookmark" href={permalink(frame)}>
            A lasting link to this page as of this entry
          </a>
        )}
      </p>
      <p>
        {view.json !== false && (
          <>
            This page as <a href={otherForm(frame, "json")}>JSON</a>
          </>
        )}
        {view.json !== false && view.csv === true && (
          <>
            {" "}
            or <a href={otherForm(frame, "csv")}>CSV</a>
          </>
        )}
        {view.json !== false && ". "}
        <a href="/codebook">What the words mean</a>. Custodes watches systems of surveillance; it tracks no
        person.
      </p>
    </footer>
  );
}

const carry = (html: string, { past }: Frame): string =>
  past === undefined ? html : carryEntry(html, past.asked);

const text = (node: Html): string => `<!doctype html>${node.toString()}`;

/** A whole HTML document from a page and its frame. */
export function renderPage(view: View, frame: Frame): string {
  return carry(documentOf(view, frame), frame);
}

function documentOf(view: View, frame: Frame): string {
  return text(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={view.description} />
        <title>{view.title === frame.book ? view.title : `${view.title} · Custodes`}</title>
        <link rel="icon" href={frame.asset("icon.svg")} type="image/svg+xml" />
        {["base.css", "chart.css", ...(view.styles ?? [])].map(name => (
          <link rel="stylesheet" href={frame.asset(name)} />
        ))}
        {(view.scripts ?? []).map(name => (
          <script src={frame.asset(name)} defer />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <Header frame={frame} />
        <main id="main" tabindex={-1} class={view.wide ? "wide" : undefined}>
          <Then frame={frame} />
          {view.body}
          {frame.forms && frame.past === undefined && view.form}
        </main>
        <Footer frame={frame} view={view} />
      </body>
    </html>,
  );
}

/** Style and script texts of a document that carries them in itself, each with the hash its policy allows. */
export interface Inlined {
  readonly text: string;
  /** `sha256-...` of the text, as a Content-Security-Policy wants it. */
  readonly hash: string;
}

export interface Standalone {
  readonly title: string;
  readonly language: string;
  readonly direction?: "ltr" | "rtl";
  readonly style: Inlined;
  readonly script: Inlined;
  readonly body: Child;
}

/** One HTML file that needs nothing beside itself: style and script inside, a policy that allows only these. */
export function renderStandalone({ title, language, direction, style, script, body }: Standalone): string {
  const policy = `default-src 'none'; style-src '${style.hash}'; script-src '${script.hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return text(
    <html lang={language} dir={direction === "rtl" ? direction : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{raw(style.text)}</style>
      </head>
      <body class="standalone">
        <main id="main">{body}</main>
        <script>{raw(script.text)}</script>
      </body>
    </html>,
  );
}
