import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { languages } from "../../src/check/index.ts";
import type { CheckedDocument } from "../../src/check/types.ts";
import { correctionOf } from "../../src/site/article/correction.ts";
import { originsOf } from "../../src/site/article/origins.ts";
import { articleView, renderStandaloneArticle } from "../../src/site/article/render.tsx";
import { summarySentence } from "../../src/site/article/summary.tsx";
import { CHECKED, CITATIONS } from "./fixture.ts";

const html = renderStandaloneArticle(CHECKED, { citations: CITATIONS });

test("every claim has one mark that can be followed and one card, and they name each other", () => {
  for (const { id } of CHECKED.claims) {
    expect(html.split(`id="m-${id}"`)).toHaveLength(2);
    expect(html.split(`id="card-${id}"`)).toHaveLength(2);
    expect(html).toContain(`href="#${id}"`);
    expect(html).toContain(`href="#m-${id}"`);
  }
});

test("the text is set whole and unchanged between the marks", () => {
  const text = html
    .slice(html.indexOf('<article class="text"'), html.indexOf("</article>"))
    .replace(/<span class="vh">.*?<\/span>/g, "")
    .replace(/<span class="tag[^>]*>.*?<\/span>/gs, "");
  const words = text
    .replace(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'");
  for (const line of CHECKED.document.text.split("\n").slice(1)) expect(words).toContain(line);
});

test("the file allows only its own style and script, by their hashes", () => {
  const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const style = /<style>(.*?)<\/style>/s.exec(html)![1]!;
  const script = /<script>(.*?)<\/script>/s.exec(html)![1]!;
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!.replaceAll("&#39;", "'");
  expect(policy).toContain(`style-src '${hash(style)}'`);
  expect(policy).toContain(`script-src '${hash(script)}'`);
  expect(policy).toContain("default-src 'none'");
  expect(html).not.toMatch(/<(link|img|iframe|object)\b/);
  expect(html).not.toMatch(/\s(style|on\w+)=/);
});

test("markup in a text, a title or evidence is shown as text", () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>`;
  const [first] = CHECKED.claims;
  const checked: CheckedDocument = {
    ...CHECKED,
    document: {
      ...CHECKED.document,
      title: evil,
      text: `${evil} ${evil}`,
      publisher: evil,
      url: "javascript:alert(3)",
    },
    claims: [
      { ...first!, span: [0, 8], text: evil, subject: evil, finding: { ...first!.finding, missing: evil } },
    ],
  };
  const page = renderStandaloneArticle(checked);
  expect(page).not.toContain("<script>alert");
  expect(page).not.toContain("<img");
  expect(page).not.toContain("javascript:");
});

test("without a site no link leads to one; with one every record and source is linked", () => {
  expect(html).not.toContain('href="/');
  const linked = renderStandaloneArticle(CHECKED, {
    citations: CITATIONS,
    site: "https://observatory.example",
  });
  expect(linked).toContain("https://observatory.example/records/fig-1");
  expect(linked).toContain("https://observatory.example/sources/institute-2025");
});

test("the summary names every verdict that occurs", () => {
  expect(summarySentence(CHECKED.summary)).toBe(
    "13 claims: 2 are supported, 2 are imprecise, 1 is disputed, 1 is contradicted, 1 is misattributed, 1 is outdated, 3 cannot be verified, 1 is promotion and 1 is not checkable.",
  );
  expect(summarySentence({ claims: 0, by_verdict: {} })).toMatch(/^No claim/);
});

test("one counter is one line however many claims and pages it bears on", () => {
  const origins = originsOf(CHECKED.claims);
  expect(origins[0]).toMatchObject({
    name: "Institute for Peace",
    supports: ["c1", "c3", "c6"],
    against: ["c2", "c3"],
  });
  expect(origins.find(({ name }) => name === "The maker")?.class).toBe("self-interested");
});

test("a correction gives what the text has and what the evidence has, with its source", () => {
  const of = (id: string) => correctionOf(CHECKED.claims.find(claim => claim.id === id)!, CITATIONS);
  expect(of("c1")).toBeNull();
  expect(of("c5")).toBe(
    "The text has “its city platform runs in over 100 countries”. The evidence has at least 52 countries (Centre for Strategy, open-source count, 2000 to 2025); Institute for Peace, “Who trains whom” (11 March 2025), https://example.org/institute-2025.",
  );
  expect(of("c6")).toContain("Name the one who counted it: 82% (Institute for Peace");
  expect(of("c7")).toContain("Name a source for “412 cameras”");
  expect(of("c10")).toMatch(/^Mark as advertising/);
  expect(of("c11")).toBeNull();
});

test("a kept text can be read in every language that there are findings in; a file of its own leads nowhere", () => {
  const kept = String(articleView(CHECKED, { appeals: true }).body);
  const links = /<nav class="languages".*?<\/nav>/s.exec(kept)![0];
  const address = `/articles/${CHECKED.document.sha256.slice(0, 12)}?lang=`;
  for (const code of languages) expect(links).toContain(`href="${address}${code}"`);
  for (const name of ["English", "中文", "Español", "العربية"]) expect(links).toContain(`>${name}</a>`);
  expect(links.match(/aria-current="page"/g)).toHaveLength(1);
  expect(html).not.toContain('class="languages"');
});
