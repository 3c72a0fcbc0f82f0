import type { Document } from "../../read/types.ts";

/** The address of a text without fragment; where it has none, its digest as an IRI (RFC 6920, section 3). */
export function addressOf({ url, sha256 }: Pick<Document, "url" | "sha256">): string {
  if (URL.canParse(url)) return url.replace(/#.*$/, "");
  return `ni:///sha-256;${Buffer.from(sha256, "hex").toString("base64url")}`;
}
