import { wordingOf } from "../explain/word.ts";
import type { CheckedDocument } from "../types.ts";

/** Characters of the text on either side that a quotation is found again by. */
const CONTEXT = 32;

/** W3C Web Annotations, one a claim, each with a text-position and a text-quote selector. Positions count UTF-16 code units, as the document's text does. */
export function toAnnotations(
  { document, claims }: CheckedDocument,
  { language = "en" }: { language?: string } = {},
) {
  const { verdicts } = wordingOf(language);
  const source = document.url || `urn:sha256:${document.sha256}`;
  return claims.map(({ id, span: [start, end], text, finding }) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    id: `${source}#${id}`,
    motivation: "assessing",
    body: [
      { type: "TextualBody", purpose: "classifying", value: finding.verdict, language: "en" },
      {
        type: "TextualBody",
        purpose: "commenting",
        language,
        format: "text/plain",
        value: [
          `${verdicts[finding.verdict] ?? finding.verdict}.`,
          ...finding.reasons.map(reason => reason.text),
        ].join(" "),
      },
    ],
    target: {
      source,
      selector: [
        { type: "TextPositionSelector", start, end },
        {
          type: "TextQuoteSelector",
          exact: text,
          prefix: document.text.slice(Math.max(0, start - CONTEXT), start),
          suffix: document.text.slice(end, end + CONTEXT),
        },
      ],
    },
  }));
}
