/** Elements whose content never reaches the text. */
export const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "math",
  "iframe",
  "object",
  "embed",
  "head",
  "select",
  "button",
  "textarea",
  "canvas",
  "audio",
  "video",
]);

/** Elements that begin and end a block of text. */
export const BLOCKS = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "br",
  "caption",
  "dd",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "table",
  "td",
  "th",
  "tr",
  "ul",
]);

/** Addresses that may stand in a document: nothing that runs. Relative ones are resolved against the page where its address is known. */
export function safeHref(href: string, base: string): string {
  try {
    const url = base === "" ? new URL(href) : new URL(href, base);
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : "";
  } catch {
    return "";
  }
}
