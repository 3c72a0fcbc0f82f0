import type { Problem } from "../../codebook/index.ts";
import { formatProblem } from "../../codebook/index.ts";
import type { View } from "../layout.tsx";

export interface ErrorData {
  readonly status: number;
  readonly title: string;
  readonly problems: readonly Problem[];
  /** Addresses that may be what was meant. */
  readonly suggestions: readonly { readonly href: string; readonly label: string }[];
}

/** An error as a page: what happened, and where to go. */
export function errorView({ status, title, problems, suggestions }: ErrorData): View {
  return {
    title,
    description: title,
    json: false,
    body: (
      <>
        <p class="kicker">Error {status}</p>
        <h1>{title}</h1>
        {problems.map(problem => (
          <p class="problem">{formatProblem(problem)}</p>
        ))}
        {suggestions.length > 0 && (
          <>
            <h2>Perhaps you meant</h2>
            <ul class="plain">
              {suggestions.map(({ href, label }) => (
                <li>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href="/">To the first page</a>
        </p>
      </>
    ),
  };
}
