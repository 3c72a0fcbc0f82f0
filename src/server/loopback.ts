import { isIP } from "node:net";
import { UserError } from "../codebook/index.ts";

/** `127.x.x.x`, `::1` and `localhost`: addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

/** Refuses to listen where others can reach the server: this version has no accounts. */
export function requireLoopback(host: string): void {
  if (isLoopback(host)) return;
  throw new UserError({
    code: "accounts-needed",
    column: "--host",
    message: `the server cannot listen on ${host}: others could reach it, and this version has no accounts`,
    expected: "127.0.0.1, ::1 or localhost",
    hint: "leave --host out; to publish the book, make static files of it",
  });
}

/** Name of the machine in a `Host` header, without the port; empty where it is not well formed. */
export function hostName(header: string): string {
  const match = /^(\[[0-9a-f:.]+\]|[^:/?#@\s]+)(?::\d{1,5})?$/i.exec(header);
  return match?.[1]?.toLowerCase() ?? "";
}
