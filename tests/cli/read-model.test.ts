import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sandbox } from "./run.ts";

const box = sandbox();
const TEXT = "In 2019 China handed 40 body cameras to the police of Vanuatu.";
const ANSWER = JSON.stringify({
  records: [
    {
      kind: "deployment",
      quote: TEXT,
      fields: {
        recipient: { value: "VUT", quote: "Vanuatu" },
        vendors: { value: "huawei", quote: "Huawei" },
      },
    },
  ],
  claims: [],
});

let asked = 0;
let status = 200;
let server: Server;
let url = "";

beforeAll(async () => {
  writeFileSync(join(box.folder, "note.txt"), TEXT);
  server = createServer((request, response) => {
    request.resume().on("end", () => {
      asked++;
      response.statusCode = status;
      response.end(JSON.stringify({ choices: [{ message: { content: ANSWER } }] }));
    });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});

afterAll(() => {
  server.close();
  box.remove();
});

test("no model is asked unless one is named, and one without the other is refused before anything is read", async () => {
  const { code, out } = await box.run("read", "note.txt", "--json");
  expect([code, asked, "proposals" in JSON.parse(out)]).toEqual([0, 0, false]);
  const half = await box.run("read", "nowhere.txt", "--llm", url);
  expect([half.code, half.err]).toEqual([
    2,
    expect.stringContaining("--llm gives an address without a model"),
  ]);
  const other = await box.run("read", "note.txt", "--model", "m");
  expect([other.code, other.err]).toEqual([
    2,
    expect.stringContaining("--model names a model without an address"),
  ]);
  const nowhere = await box.run("read", "nowhere.txt", "--llm", "nonsense", "--model", "m");
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('"nonsense" is no address')]);
  expect(asked).toBe(0);
});

test("a folder is not sent away by one word", async () => {
  const folder = await box.run("read", ".", "--llm", url, "--model", "m");
  expect([folder.code, folder.err]).toEqual([2, expect.stringContaining("a folder holds many")]);
  expect(asked).toBe(0);
});

test("proposals stand beside the readings, and the same question is asked once", async () => {
  const plain = JSON.parse((await box.run("read", "note.txt", "--json")).out);
  const args = ["read", "note.txt", "--llm", url, "--model", "m"] as const;
  const { code, out } = await box.runWith(
    { extraEnv: { CUSTODES_LLM_KEY: "top-secret" } },
    ...args,
    "--json",
  );
  const read = JSON.parse(out);
  expect(code).toBe(0);
  expect([read.claims, read.records]).toEqual([plain.claims, plain.records]);
  expect(read.proposals.records).toEqual([
    {
      kind: "deployment",
      span: [0, TEXT.length],
      fields: { recipient: "VUT" },
      spans: { recipient: [54, 61] },
    },
  ]);
  expect(read.proposals.rejected[0].reason).toBe("not-in-text");
  const before = asked;
  const list = await box.run(...args);
  expect(asked).toBe(before);
  expect(list.out).toContain("Proposed by m, to be looked at");
  expect(list.out + list.err + out).not.toContain("top-secret");
});

test("a model that fails leaves the reading, a line of what went wrong, and a fault as exit code", async () => {
  status = 404;
  const { code, out, err } = await box.run("read", "note.txt", "--llm", url, "--model", "other");
  expect([code, out, err]).toEqual([
    3,
    expect.stringContaining("deployment record"),
    expect.stringContaining("there is no such model"),
  ]);
});
