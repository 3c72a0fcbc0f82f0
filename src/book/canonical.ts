import { createHash } from "node:crypto";

/** SHA-256 in lower-case hexadecimal. Text is hashed as UTF-8. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * JSON with exactly one spelling a value: keys in the order of their UTF-16 code units, no spaces, numbers and strings
 * as ECMAScript writes them (RFC 8785, except that a lone surrogate is written as its escape and not refused).
 * Throws on whatever JSON cannot hold, so that nothing is lost without a word.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`no number of JSON: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") return canonicalObject(value as Record<string, unknown>);
  throw new TypeError(`no value of JSON: ${typeof value}`);
}

/** Keys whose value is undefined are left out, as JSON.stringify does. */
function canonicalObject(value: Record<string, unknown>): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`no plain object: ${value.constructor?.name}`);
  const members = Object.keys(value)
    .filter(key => value[key] !== undefined)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(",")}}`;
}
