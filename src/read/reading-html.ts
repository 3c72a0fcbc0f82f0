import { claimWords } from "./claim-words.ts";
import { describeClaim, describeRecord, type Reading } from "./format.ts";
import type { Proposals } from "./model/index.ts";
import type { Document, Span } from "./types.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, c => ESCAPES[c]!);

/** Colours by the kind of claim, light and dark; each mark has an underline of its own, so that none is told by colour alone. */
const STYLE = `:root{color-scheme:light dark;--ink:#1a1a1a;--page:#fff;--quiet:#5a5a5a;--line:#d0d0d0;
--number:#fdeeb5;--number-edge:#8a6d00;--relation:#d8e9f9;--relation-edge:#1d5e96;--event:#dff2d9;--event-edge:#2f6b1e;
--opinion:#ececec;--opinion-edge:#6b6b6b;--promotion:#f9dcdc;--promotion-edge:#9c2020}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e1;--page:#16181b;--quiet:#a7a7a7;--line:#3a3d42;
--number:#4a3d0c;--number-edge:#e0bd4f;--relation:#173450;--relation-edge:#7fb6e6;--event:#1e3a17;--event-edge:#8fcf7d;
--opinion:#2e3033;--opinion-edge:#a7a7a7;--promotion:#4d1f1f;--promotion-edge:#e89a9a}}
body{font:1.05rem/1.7 Georgia,"Times New Roman",serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--page)}
article{white-space:pre-line;overflow-wrap:anywhere}
mark{color:inherit;background:var(--number);border-bottom:2px solid var(--number-edge);padding-bottom:1px}
mark.relation{background:var(--relation);border-bottom-color:var(--relation-edge)}
mark.event,mark.attribute{background:var(--event);border-bottom:2px dashed var(--event-edge)}
mark.opinion,mark.quote{background:var(--opinion);border-bottom:2px dotted var(--opinion-edge)}
mark.promotion{background:var(--promotion);border-bottom:3px double var(--promotion-edge)}
mark mark{border-bottom-width:3px}
u{text-decoration:underline wavy var(--quiet) 1px;text-underline-offset:.3em}
sup{line-height:0}sup a{font:600 .65rem/1 sans-serif;margin-inline-start:.15em;color:inherit;text-decoration:none}
.legend{font:.85rem/2 sans-serif;color:var(--quiet)}.legend mark,.legend u{color:var(--ink);margin-inline-end:.6em}
h1,h2{line-height:1.2}h2{font-size:1.2rem;margin-top:2.2rem;border-top:1px solid var(--line);padding-top:1rem}
dl{font-size:.95rem}dt{font-weight:700;margin-top:.8rem}dt a{color:inherit}dd{margin:0;margin-inline-start:1rem;color:var(--quiet)}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.4rem 0 1.2rem}
caption{text-align:start;font-weight:700;padding:.3rem 0}
th,td{text-align:start;vertical-align:top;border-bottom:1px solid var(--line);padding:.25rem .5rem .25rem 0;font-weight:400}
thead th{color:var(--quiet)}tbody th{width:11rem}
@media print{:root{--ink:#000;--page:#fff}body{margin:0;max-width:none}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}table,dt,dd{break-inside:avoid}}`;

/** A stretch of the text to be marked. */
interface Marking {
  readonly span: Span;
  readonly open: string;
  readonly close: string;
}

/** The text with its marks; marks may lie inside each other, and one that crosses another is cut at that one's end. */
function marked({ text }: Document, markings: readonly Marking[]): string {
  const sorted = [...markings].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const out: string[] = [];
  const open: { close: string; end: number }[] = [];
  let at = 0;
  const write = (to: number) => {
    if (to > at) out.push(escapeHtml(text.slice(at, to)));
    at = Math.max(at, to);
  };
  const closeUntil = (offset: number) => {
    while (open.length > 0 && open.at(-1)!.end <= offset) {
      const { close, end } = open.pop()!;
      write(end);
      out.push(close);
    }
  };
  for (const { span, open: tag, close } of sorted) {
    closeUntil(span[0]);
    write(span[0]);
    const holder = open.at(-1);
    open.push({ close, end: holder ? Math.min(holder.end, span[1]) : span[1] });
    out.push(tag);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  write(text.length);
  return out
    .join("")
    .split("\n")
    .map(line => line.trim())
    .join("\n");
}

function markings({ claims, unread = [] }: Page): Marking[] {
  return [
    ...claims.map(claim => {
      const id = escapeHtml(claim.id);
      return {
        span: claim.span,
        open: `<mark class="${escapeHtml(claim.kind)}" id="m-${id}" title="${escapeHtml(describeClaim(claim))}">`,
        close: `<sup><a href="#${id}">${id}</a></sup></mark>`,
      };
    }),
    ...unread.map(({ span, what }) => ({
      span,
      open: `<u title="${escapeHtml(`${what}, left unread`)}">`,
      close: "</u>",
    })),
  ];
}

interface Row {
  readonly field: string;
  readonly value: string;
  readonly span: Span | undefined;
  readonly confidence: number | undefined;
}

function table(caption: string, rows: readonly Row[], { text, language }: Document): string {
  const sure = rows.some(({ confidence }) => confidence !== undefined);
  const body = rows.map(({ field, value, span, confidence }) => {
    const words = span ? `<bdi lang="${escapeHtml(language)}">${escapeHtml(text.slice(...span))}</bdi>` : "";
    const number = sure ? `<td>${confidence === undefined ? "" : confidence.toFixed(2)}</td>` : "";
    return `<tr><th scope="row">${escapeHtml(field)}</th><td>${escapeHtml(value)}</td><td>${words}</td>${number}</tr>`;
  });
  const head = `<tr><th scope="col">field</th><th scope="col">value</th><th scope="col">words</th>${sure ? '<th scope="col">right in</th>' : ""}</tr>`;
  return `<table><caption>${escapeHtml(caption)}</caption><thead>${head}</thead><tbody>${body.join("")}</tbody></table>`;
}

function recordTables({ document, records }: Page): string {
  return records
    .map(record => {
      const rows = Object.entries(record.fields).map(([field, value]) => ({
        field,
        value,
        span: record.spans[field],
        confidence: record.confidences[field],
      }));
      return table(describeRecord({ ...record, fields: {} }), rows, document);
    })
    .join("\n");
}

function proposalTables({ model, records, claims, rejected }: Proposals, document: Document): string {
  const tables = records.map(({ kind, fields, spans }) =>
    table(
      kind,
      Object.entries(fields).map(([field, value]) => ({
        field,
        value,
        span: spans[field],
        confidence: undefined,
      })),
      document,
    ),
  );
  const numbers = claims.map(
    ({ text, value, unit, measure }) =>
      `<dt>${escapeHtml(text)}</dt><dd>${escapeHtml([`${value} ${unit}`.trim(), measure].filter(Boolean).join(" | "))}</dd>`,
  );
  const refused = rejected.map(
    ({ what, reason }) => `<dt>${escapeHtml(what)}</dt><dd>${escapeHtml(reason)}</dd>`,
  );
  return `<h2>Proposed by ${escapeHtml(model)}</h2><p>To be looked at: the words stand in the text, the rest is the model's.</p>
${tables.join("\n")}<dl>${numbers.join("\n")}</dl>${refused.length > 0 ? `<h2>Said by ${escapeHtml(model)} and not counted</h2><dl>${refused.join("\n")}</dl>` : ""}`;
}

/** A reading as a page: with what was left unread, where that was asked for. */
interface Page extends Reading {
  readonly unread?: readonly { readonly span: Span; readonly what: string }[];
}

const LEGEND = `<p class="legend"><mark class="quantity">number</mark><mark class="relation">who gave what to whom</mark><mark class="event">happening, statement</mark><mark class="opinion">opinion, quotation</mark><mark class="promotion">promotion</mark><u>left unread</u></p>`;

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** One HTML page, whole in itself and without script: the text with everything marked, then claims, records and proposals. */
export function readingHtml(page: Page): string {
  const { document, claims, records, proposals } = page;
  const direction = RIGHT_TO_LEFT.has(document.language) ? ' dir="rtl"' : "";
  const lang = escapeHtml(document.language);
  const title = escapeHtml(document.title || "A reading");
  const list = claims
    .map(
      claim =>
        `<dt id="${escapeHtml(claim.id)}"><a href="#m-${escapeHtml(claim.id)}">${escapeHtml(claim.id)}</a> <bdi lang="${lang}">${escapeHtml(claimWords(claim))}</bdi></dt><dd>${escapeHtml(describeClaim(claim))}</dd>`,
    )
    .join("\n");
  const warnings = document.warnings.map(warning => `<p><em>${escapeHtml(warning)}</em></p>`).join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><h1 lang="${lang}"${direction}>${title}</h1>${warnings}${LEGEND}<article lang="${lang}"${direction}>${marked(document, markings(page))}</article>
<h2>${claims.length} claims</h2><dl>${list}</dl>
<h2>${records.length} candidate records</h2>
${recordTables(page)}
${proposals ? proposalTables(proposals, document) : ""}</main></body></html>
`;
}
