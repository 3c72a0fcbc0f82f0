import { describeClaim } from "./format.ts";
import type { Claim, Document } from "./types.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, c => ESCAPES[c]!);

const STYLE = `:root{color-scheme:light dark}body{font:1.05rem/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
mark{background:#fde9a9;color:#111;border-bottom:2px solid #8a6d00}mark mark{background:#f7c56b}
mark.relation{background:#cfe4f7;border-color:#1d5e96}mark.event{background:#d9efd2;border-color:#2f6b1e}
mark.opinion,mark.quote{background:#eee;border-color:#777}mark.promotion{background:#f6d3d3;border-color:#9c2020}
sup{font:600 .65rem/1 sans-serif;margin-left:.15em}dt{font-weight:700;margin-top:.8rem}dd{margin:0 0 0 1rem}h1{line-height:1.2}
@media print{body{margin:0}}`;

/** Opening and closing marks at each offset; claims may lie inside each other but a crossing one is cut at its holder's end. */
function marked({ text }: Document, claims: readonly Claim[]): string {
  const out: string[] = [];
  const open: { claim: Claim; end: number }[] = [];
  let at = 0;
  const write = (to: number) => {
    if (to > at) out.push(escapeHtml(text.slice(at, to)));
    at = Math.max(at, to);
  };
  const closeUntil = (offset: number) => {
    while (open.length > 0 && open.at(-1)!.end <= offset) {
      const { claim, end } = open.pop()!;
      write(end);
      out.push(`<sup>${escapeHtml(claim.id)}</sup></mark>`);
    }
  };
  for (const claim of claims) {
    closeUntil(claim.span[0]);
    write(claim.span[0]);
    const holder = open.at(-1);
    open.push({ claim, end: holder ? Math.min(holder.end, claim.span[1]) : claim.span[1] });
    out.push(
      `<mark class="${escapeHtml(claim.kind)}" id="m-${escapeHtml(claim.id)}" title="${escapeHtml(describeClaim(claim))}">`,
    );
  }
  closeUntil(Number.POSITIVE_INFINITY);
  write(text.length);
  return out
    .join("")
    .split("\n")
    .map(line => line.trim())
    .join("\n");
}

/** One HTML page, whole in itself and without script: the text with every claim marked, and the list of claims below. */
export function readingHtml(document: Document, claims: readonly Claim[]): string {
  const title = escapeHtml(document.title || "A reading");
  const list = claims
    .map(
      claim =>
        `<dt>${escapeHtml(claim.id)} ${escapeHtml(claim.text)}</dt><dd>${escapeHtml(describeClaim(claim))}</dd>`,
    )
    .join("\n");
  const warnings = document.warnings.map(warning => `<p><em>${escapeHtml(warning)}</em></p>`).join("");
  return `<!doctype html>
<html lang="${escapeHtml(document.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1>${warnings}<article style="white-space:pre-line">${marked(document, claims)}</article>
<h2>Claims</h2><dl>${list}</dl></body></html>
`;
}
