import { languages } from "../../check/explain/word.ts";
import type { Html } from "../html.ts";

/** What a language calls itself, as its readers look for it. */
const ownName = (code: string): string => {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
};

/** Links to the same page with its findings in another language; that of the page is marked. */
export function LanguageLinks({ page, language }: { page: string; language: string }): Html {
  return (
    <nav class="languages" lang="en" aria-label="Language of the findings">
      {languages.map(code => (
        <a
          href={`${page}?lang=${code}`}
          lang={code}
          hreflang={code}
          aria-current={language === code ? "page" : undefined}
        >
          {ownName(code)}
        </a>
      ))}
    </nav>
  );
}
