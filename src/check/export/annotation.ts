import { wordingOf } from "../explain/word.ts";
import type { CheckedDocument } from "../types.ts";
import { addressOf } from "./identify.ts";

/** Characters of the text on either side that a quotation is found again by. */
const CONTEXT = 32;

/**
 * W3C Web Annotations (Web Annotation Data Model, 2017), one a claim, each with a text-position and a text-quote selector. Positions count
 * Unicode code points, as the model has it, where the document's own spans count UTF-16 code units.
 */
export function toAnnotations(
  { document, claims }: CheckedDocument,
  { language = "en" }: { language?: string } = {},
) {
  const { verdicts } = wordingOf(language);
  const source = addressOf(document);
  const positionOf = codePoints(document.text);
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
          verdicts[finding.verdict] ?? finding.verdict,
          ...finding.reasons.map(reason => reason.text),
        ].join("\n"),
      },
    ],
    target: {
      source,
      selector: [
        { type: "TextPositionSelector", start: positionOf(start), end: positionOf(end) },
        {
          type: "TextQuoteSelector",
          exact: text,
          prefix: whole(document.text.slice(Math.max(0, start - CONTEXT), start)),
          suffix: whole(document.text.slice(end, end + CONTEXT)),
        },
      ],
    },
  }));
}

/** A text without half a character at either end. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");

/** Turns positions in code units into positions in code points; texts of one plane are not counted. */
function codePoints(text: string): (at: number) => number {
  const high = [...text.matchAll(/[\ud800-\udbff](?=[\udc00-\udfff])/g)].map(({ index }) => index);
  return at => at - high.filter(index => index + 1 < at).length;
}
