import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UserError } from "../codebook/errors.ts";
import { fetchPage, isPublic } from "./fetch.ts";

let server: Server;
let port = 0;
const routes: Record<string, RequestListener> = {
  "/page": (_, answer) => answer.writeHead(200, { "content-type": "text/html" }).end("<p>hello</p>"),
  "/moved": (_, answer) => answer.writeHead(302, { location: "/page" }).end(),
  "/loop": (_, answer) => answer.writeHead(302, { location: "/loop" }).end(),
  "/inward": (_, answer) => answer.writeHead(302, { location: "http://169.254.169.254/latest" }).end(),
  "/gone": (_, answer) => answer.writeHead(404).end("no"),
  "/big": (_, answer) => answer.writeHead(200).end("x".repeat(5000)),
  "/slow": () => {},
  "/file": (_, answer) => answer.writeHead(302, { location: "file:///etc/passwd" }).end(),
};

beforeAll(async () => {
  server = createServer((ask, answer) => routes[ask.url ?? ""]?.(ask, answer));
  await new Promise<void>(done => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local = {
  allowed: (address: string) => address === "127.0.0.1",
  resolve: async () => ["127.0.0.1"],
  timeout: 500,
};
const at = (path: string) => `http://pages.example:${port}${path}`;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "fetched",
    error => (error instanceof UserError ? error.problems[0]!.code : `unexpected ${error}`),
  );

test("a page is fetched with its type, through redirects", async () => {
  const { bytes, url, mime } = await fetchPage(at("/moved"), local);
  expect(new TextDecoder().decode(bytes)).toBe("<p>hello</p>");
  expect([new URL(url).pathname, mime]).toEqual(["/page", "text/html"]);
});

test("a loopback target is refused before anything is sent", async () => {
  expect(await codeOf(fetchPage(`http://127.0.0.1:${port}/page`))).toBe("refused-address");
  expect(await codeOf(fetchPage(`http://[::1]:${port}/page`))).toBe("refused-address");
  expect(await codeOf(fetchPage(at("/page"), { resolve: async () => ["93.184.216.34", "10.0.0.1"] }))).toBe(
    "refused-address",
  );
});

test("a redirect inward is refused", async () => {
  expect(await codeOf(fetchPage(at("/inward"), local))).toBe("refused-address");
  expect(await codeOf(fetchPage(at("/file"), local))).toBe("bad-address");
});

test("loops, errors, large and silent answers end with their own code", async () => {
  expect(await codeOf(fetchPage(at("/loop"), local))).toBe("too-many-redirects");
  expect(await codeOf(fetchPage(at("/gone"), local))).toBe("not-read");
  expect(await codeOf(fetchPage(at("/big"), { ...local, limit: 1000 }))).toBe("too-large");
  expect(await codeOf(fetchPage(at("/slow"), local))).toBe("not-read");
  expect(await codeOf(fetchPage("ftp://example.org/x"))).toBe("bad-address");
  expect(await codeOf(fetchPage("nonsense"))).toBe("bad-address");
  expect(await codeOf(fetchPage("http://nowhere.invalid/", { resolve: async () => [] }))).toBe("not-found");
});

test("special-purpose addresses of both families are not public", () => {
  const inside = [
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.1.1",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
  ];
  const inside6 = [
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "2001:db8::1",
  ];
  expect([...inside, ...inside6, "no address"].filter(isPublic)).toEqual([]);
  expect(["8.8.8.8", "2606:4700::1111"].filter(address => !isPublic(address))).toEqual([]);
});
