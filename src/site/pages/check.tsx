import type { Problem } from "../../codebook/index.ts";
import { formatProblem } from "../../codebook/index.ts";
import type { View } from "../layout.tsx";

/** A reader of the form does not ask for the name of its field. */
const withoutPlace = ({ column: _, ...problem }: Problem): Problem => problem;

/** The form to check a text; with problems when the last one could not be checked. */
export function checkView(problems: readonly Problem[] = [], text = ""): View {
  return {
    title: "Check a text",
    description: "Paste an article or drop a file: each claim gets a verdict with its reasons.",
    scripts: ["check.js"],
    json: false,
    body: (
      <>
        <h1>Check a text</h1>
        <p class="lede">
          Paste an article or a draft, or choose a file. Each claim is set against the evidence of this book.
          Nothing leaves this machine, and nothing is stored unless you keep it.
        </p>
        {problems.map(problem => (
          <p class="problem" role="alert">
            {formatProblem(withoutPlace(problem))}
          </p>
        ))}
        <form class="check" action="/check" method="post" enctype="multipart/form-data">
          <label for="text">Text</label>
          <textarea id="text" name="text" rows={14} spellcheck={false}>
            {text}
          </textarea>
          <div class="drop" id="drop">
            <label for="file">Or a file</label>
            <input id="file" name="file" type="file" aria-describedby="file-hint" />
            <p class="hint" id="file-hint">
              Plain text, Markdown, HTML, PDF, Word, EPUB or e-mail; at most 20 MB. You can also drop it here.
            </p>
          </div>
          <button class="primary" type="submit">
            Check
          </button>
        </form>
      </>
    ),
  };
}
