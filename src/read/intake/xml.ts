/** The little of XML that office files and e-books need, by patterns that are linear in the length of the input. */

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export const decodeXml = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (_, name, decimal, hex) => {
    if (name) return ENTITIES[String(name).toLowerCase()]!;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "\uFFFD" : String.fromCodePoint(code);
  });

export const attribute = (tag: string, name: string): string =>
  decodeXml(new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? "");

/** Texts of all elements of a name, whatever its prefix. */
export function elementTexts(xml: string, name: string): string[] {
  const found: string[] = [];
  for (const match of xml.matchAll(new RegExp(`<(?:\\w{1,20}:)?${name}(?:\\s[^<>]*)?>([^<]{0,2000})<`, "g")))
    if (match[1]!.trim() !== "") found.push(decodeXml(match[1]!).replace(/\s+/g, " ").trim());
  return found;
}

export const elementText = (xml: string, name: string): string => elementTexts(xml, name)[0] ?? "";
