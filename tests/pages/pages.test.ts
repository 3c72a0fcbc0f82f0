import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenBook } from "../../src/book/index.ts";
import { checkBytes } from "../../src/check/index.ts";
import { buildBook, shippedBookFolder } from "../../src/import/index.ts";
import { articlesOf, type RunningServer, startServer } from "../../src/server/index.ts";
import { renderStandaloneArticle } from "../../src/site/index.ts";
import { launch } from "./browser.ts";
import { CHECKED, CITATIONS } from "./fixture.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Asks for the fixture instead of a real check, so that one page shows every verdict whatever the book says. */
const FIXTURE_WORD = "EVERY-VERDICT";

let dir: string;
let book: OpenBook;
let server: RunningServer;
let browser: Browser;
let article: string;
let sample: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "custodes-browser-"));
  book = await buildBook(join(dir, "book"), shippedBookFolder(), { by: "test" });
  const sha256 = await book.put(new TextEncoder().encode(FIXTURE_WORD));
  await book.append({
    by: "test",
    act: "capture",
    data: { role: "article", name: "fixture" },
    objects: [sha256],
  });
  server = await startServer(book, {
    port: 0,
    check: async (bytes, input) => {
      const isFixture = new TextDecoder().decode(bytes) === FIXTURE_WORD;
      return isFixture
        ? { ...CHECKED, document: { ...CHECKED.document, sha256 } }
        : checkBytes(bytes, book, input);
    },
  });
  article = `/articles/${(await articlesOf(book)).find(({ name }) => name === "fixture")!.id}`;
  sample = `/articles/${(await articlesOf(book)).find(({ name }) => name === "order-for-export.md")!.id}`;
  browser = await launch();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await book?.close();
  await rm(dir, { recursive: true, force: true });
});

const PAGES = () => [
  "/",
  "/countries",
  "/countries/KAZ",
  "/countries/SLB",
  "/records?kind=training",
  "/records/ken-nairobi-safe-city",
  "/events",
  "/events/ken-nairobi-safe-city",
  "/links/kaz-hikvision-cities,kaz-hikvision-street-cameras",
  "/sources/apo-csis-safe-cities-2019",
  "/entities/huawei",
  "/series/eiu_democracy_index",
  "/series/population",
  "/measures/training-countries",
  "/indicators/countries-trained",
  "/indicators/share-of-regime-trained",
  "/indicators/training-sessions-by-year?by=year",
  "/indicators/training-sessions-by-year",
  "/studies",
  "/studies/who-is-trained-and-supplied",
  "/articles",
  article,
  "/check",
  `${article}?lang=zh`,
  sample,
  `${sample.replace("articles", "appeals")},c9`,
  "/records?kind=incident",
  "/sources",
  "/entities",
  "/undercount/incident",
  "/search?q=nairobi",
  "/search?q=",
  "/search?q=nothing-has-this-word",
  "/codebook",
  "/nothing-here",
];

/** Opens a page and writes down everything that should not happen: errors, refused styles or scripts, calls elsewhere. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; wrong: string[]; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, ...options });
  const page = await context.newPage();
  // A limit for what hangs, as in vitest.config.ts: a loaded machine must not fail a test.
  page.setDefaultTimeout(150_000);
  const wrong: string[] = [];
  page.on("console", message => {
    // A page that is meant to be missing is reported by the browser as a failed load.
    const expected = path === "/nothing-here" && message.text().includes("404");
    if (["error", "warning"].includes(message.type()) && !expected)
      wrong.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", error => wrong.push(`error: ${error.message}`));
  page.on("request", request => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith("file:"))
      wrong.push(`asked for ${request.url()}`);
  });
  await page.goto(path.includes("://") ? path : `${server.url}${path}`);
  return { page, wrong, context };
}

interface AxeResult {
  readonly violations: readonly {
    id: string;
    impact: string;
    nodes: { html: string; failureSummary: string }[];
  }[];
}

async function axe(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // `evaluate` runs beside the page's policy, so that the policy need not allow the checker.
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  // The size of what is tapped is off by default, being of WCAG 2.2.
  const only =
    rules.length === 0 ? ", rules: {'target-size': {enabled: true}}" : `, runOnly: ${JSON.stringify(rules)}`;
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run(document, {resultTypes: ['violations']${only}})`,
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.slice(0, 3).map(node => `${impact} ${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Everything that is wrong with a page, as lines; empty for a good one. */
async function faultsOf(path: string): Promise<string[]> {
  const { page, wrong, context } = await open(path);
  const found = [...wrong, ...(await axe(page))];
  await page.emulateMedia({ colorScheme: "dark" });
  found.push(...(await axe(page, ["color-contrast"])).map(line => `dark ${line}`));
  for (const width of [320, 390, 768, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    const more = await overflow(page);
    if (more > 0) found.push(`${more} px too wide at ${width}`);
  }
  for (const [what, selector] of [
    ["first heading", "h1"],
    ["main part", "main"],
    ["way past the navigation", 'a.skip[href="#main"]'],
  ] as const) {
    const count = await page.locator(selector).count();
    if (count !== 1) found.push(`${count} of: ${what}`);
  }
  // Those in closed cards and tables too, which axe does not look at.
  const levels = await page
    .locator("h1, h2, h3, h4, h5, h6")
    .evaluateAll(headings => headings.map(({ tagName }) => Number(tagName[1])));
  for (const [i, level] of levels.entries())
    if (level > (levels[i - 1] ?? 0) + 1)
      found.push(`heading ${i + 1} goes from level ${levels[i - 1]} to ${level}`);
  await context.close();
  return found;
}

describe("every page", () => {
  test("loads without an error, keeps its policy, asks nobody else, fits every width, and axe finds nothing, light or dark", async () => {
    const found: string[] = [];
    for (const path of PAGES()) found.push(...(await faultsOf(path)).map(line => `${path}: ${line}`));
    expect(found).toEqual([]);
  }, 600_000);

  test("can be read and followed without script", async () => {
    const { page, wrong, context } = await open("/", { javaScriptEnabled: false });
    await page.getByRole("link", { name: "Countries", exact: true }).click();
    await page.getByRole("link", { name: "Kazakhstan" }).click();
    await page
      .locator("#main")
      .getByRole("link", { name: /Almaty|Astana|Sergek/ })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toMatch(/^\/records\//);
    await page.getByLabel("Search the book").fill("nairobi");
    await page.getByRole("button", { name: "Search" }).click();
    expect(await page.locator("h1").textContent()).toContain("nairobi");
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe("paper", () => {
  test("gets no table that the reader left folded", async () => {
    const { page, context } = await open("/");
    await page.emulateMedia({ media: "print" });
    const heights = await page
      .locator("details.data:not([open])")
      .evaluateAll(folded => folded.map(each => each.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(0);
    expect(Math.max(...heights)).toBeLessThan(60);
    await context.close();
  });
});

describe("the checked article", () => {
  test("stands beside its text without script: cards open, filter by verdict works, marks lead to their cards", async () => {
    const { page, context, wrong } = await open(article, { javaScriptEnabled: false });
    expect(await page.locator(".card").count()).toBe(CHECKED.claims.length);
    await page.locator("#card-c5 > summary").click();
    await page.getByText("What would settle it").first().waitFor();
    await page.locator('label[for="show-contradicted"]').click();
    expect(await page.locator(".card:visible").count()).toBe(1);
    await page.locator('label[for="show-faults"]').click();
    expect(await page.locator(".card:visible").count()).toBe(7);
    await page.locator('label[for="show-all"]').click();
    await page.locator("#m-c2").click();
    expect(new URL(page.url()).hash).toBe("#c2");
    await page.locator("#c2").waitFor({ state: "visible" });
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("puts every card level with its mark or just below the card before it, and none over another", async () => {
    const { page, context } = await open(article);
    await page.waitForFunction(() => document.querySelector(".text.aligned") !== null);
    await page.waitForTimeout(400);
    for (const opened of [false, true]) {
      if (opened) {
        await page.locator("#card-c1 > summary").click();
        await page.waitForTimeout(500);
      }
      const boxes = await page.locator(".text .card").evaluateAll(cards =>
        cards
          .map(card => {
            const { top, bottom, left } = card.getBoundingClientRect();
            const mark = document.getElementById(`m-${(card as HTMLElement).dataset["claim"]}`)!;
            return { top, bottom, left, mark: mark.getClientRects()[0]!.top };
          })
          .sort((a, b) => a.top - b.top),
      );
      const textRight = await page
        .locator(".row > p")
        .first()
        .evaluate(p => p.getBoundingClientRect().right);
      for (const [i, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThan(textRight);
        const above = boxes[i - 1];
        if (above !== undefined) expect(box.top).toBeGreaterThanOrEqual(above.bottom);
        const level = Math.abs(box.top - box.mark) < 12;
        expect(level || (above !== undefined && box.top - above.bottom < 14)).toBe(true);
      }
    }
    await context.close();
  });

  test("is walked with the keyboard: j and k move a visible focus, o opens, f filters, Escape shows all", async () => {
    const { page, context } = await open(article);
    const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
    await page.keyboard.press("j");
    expect(await focused()).toBe("m-c1");
    await page.keyboard.press("n");
    await page.keyboard.press("j");
    expect(await focused()).toBe("m-c3");
    await page.keyboard.press("k");
    expect(await focused()).toBe("m-c2");
    expect(await page.locator("#card-c2").getAttribute("class")).toContain("current");
    const outline = await page.locator("#m-c2").evaluate(mark => getComputedStyle(mark).outlineStyle);
    expect(outline).not.toBe("none");
    await page.keyboard.press("o");
    expect(await page.locator("#card-c2").getAttribute("open")).not.toBeNull();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    expect(await page.locator("#card-c3").getAttribute("open")).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement?.closest(".card")?.id)).toBe("card-c3");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("m-c3");
    await page.keyboard.press("f");
    expect(await page.locator("#show-faults").isChecked()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator("#show-all").isChecked()).toBe(true);
    await page.getByLabel("use these keys").uncheck();
    await page.locator("#m-c1").focus();
    await page.keyboard.press("j");
    expect(await focused()).toBe("m-c1");
    await page.reload();
    expect(await page.getByLabel("use these keys").isChecked()).toBe(false);
    await context.close();
  });

  test("opened at the address of a claim shows the words and the finding, wide and narrow", async () => {
    for (const width of [1300, 390]) {
      const { page, context } = await open(`${sample}#c27`, { viewport: { width, height: 900 } });
      await page.waitForTimeout(600);
      const seen = await page.evaluate(() => {
        const inView = (id: string) => {
          const { top, bottom } = document.getElementById(id)!.getClientRects()[0]!;
          return bottom > 0 && top < window.innerHeight;
        };
        return {
          mark: inView("m-c27"),
          card: inView("card-c27"),
          open: document.querySelector("#card-c27[open]") !== null,
        };
      });
      // On a telephone the card stands under its paragraph, which may be longer than the screen.
      expect({ width, ...seen }).toEqual({
        width,
        mark: width < 1000 ? seen.mark : true,
        card: true,
        open: true,
      });
      await context.close();
    }
  });

  test("begins no line with the full stop after a sign, however narrow the page", async () => {
    const { page, context } = await open(sample);
    const loose: string[] = [];
    for (let width = 320; width <= 480; width += 8) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(() =>
        [...document.querySelectorAll(".text .tag")].flatMap(tag => {
          const walker = document.createTreeWalker(tag.closest("p, h2")!, NodeFilter.SHOW_TEXT);
          walker.currentNode = tag.lastChild!;
          let next = walker.nextNode();
          while (next !== null && (next.parentElement!.closest(".vh") !== null || next.textContent === ""))
            next = walker.nextNode();
          if (next === null || !/^[.,;:!?)”’]/.test(next.textContent!)) return [];
          const range = document.createRange();
          range.setStart(next, 0);
          range.setEnd(next, 1);
          const mark = range.getBoundingClientRect();
          return mark.top > tag.getBoundingClientRect().bottom ? [next.textContent!.slice(0, 20)] : [];
        }),
      );
      loose.push(...found.map(text => `${width}: ${text}`));
    }
    expect(loose).toEqual([]);
    await context.close();
  });

  test("gives every mark a name with its verdict, and every verdict a sign beside its colour", async () => {
    const { page, context } = await open(article);
    const mark = page.getByRole("link", { name: "nearly 900 courses to police forces (claim 1: supported)" });
    expect(await mark.count()).toBe(1);
    const signs = await page
      .locator(".card .head")
      .evaluateAll(heads =>
        heads.map(head => [
          head.querySelector("use")?.getAttribute("href"),
          head.querySelector(".verdict")?.textContent,
        ]),
      );
    expect(new Set(signs.map(([sign]) => sign)).size).toBe(9);
    const styles = await page.locator("a.mark:not(.sign-only)").evaluateAll(marks =>
      marks.map(element => {
        const { textDecorationStyle, textDecorationThickness } = getComputedStyle(element);
        return [
          [...element.classList].find(name => name.startsWith("v-")),
          `${textDecorationStyle} ${textDecorationThickness}`,
        ];
      }),
    );
    const patterns = new Map(styles as [string, string][]);
    expect(new Set(patterns.values()).size).toBe(patterns.size);
    await context.close();
  });

  test("copies the correction for the editor", async () => {
    const { page, context } = await open(article, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator("#card-c5 > summary").click();
    // The button says so for two seconds, so that the wait for it begins before.
    const copied = page.getByRole("button", { name: "Copied" });
    await Promise.all([copied.waitFor(), page.locator("#card-c5 button.copy").click()]);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("at least 52 countries");
    await context.close();
  });

  test("prints the text first and every finding opened after it", async () => {
    const { page, context } = await open(article);
    await page.emulateMedia({ media: "print" });
    const order = await page.evaluate(() => {
      const bottomOfText = Math.max(
        ...[...document.querySelectorAll(".row > p")].map(p => p.getBoundingClientRect().bottom),
      );
      const cards = [...document.querySelectorAll(".card")];
      return {
        after: cards.every(card => card.getBoundingClientRect().top >= bottomOfText),
        evidence: [...document.querySelectorAll(".side:not(.related) > ul > .evidence")].every(
          item => item.getBoundingClientRect().height > 0,
        ),
        heading: document.querySelector(".notes-heading")!.getBoundingClientRect().height > 0,
      };
    });
    expect(order).toEqual({ after: true, evidence: true, heading: true });
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await context.close();
  });

  test("as one file works from disk with its own policy, offline, and axe finds nothing", async () => {
    const file = join(dir, "article.html");
    await writeFile(file, renderStandaloneArticle(CHECKED, { citations: CITATIONS }));
    const { page, wrong, context } = await open(pathToFileURL(file).href, { offline: true });
    await page.waitForFunction(() => document.querySelector(".text.aligned") !== null);
    await page.keyboard.press("j");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("m-c1");
    expect(await axe(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe("a finding that somebody doubts", () => {
  const finding = (page: Page) => page.locator("#card-c9");

  test("is corrected with a name and a reason, says so, and is as before when that is taken back", async () => {
    const { page, context, wrong } = await open(sample, { javaScriptEnabled: false });
    const before = await finding(page).locator(".verdict").textContent();
    expect(before).toBe("Contradicted");
    await finding(page).locator("summary").first().click();
    await finding(page).getByRole("link", { name: "Is this finding wrong?" }).click();
    expect(await page.locator("h1").textContent()).toBe("Is this finding wrong?");
    await page.getByLabel("The verdict").selectOption("supported");
    await page.getByLabel("Your name").fill("A. Editor");
    await page.getByLabel(/Your reason/).fill("<b>the word is used of one region</b>");
    await page.getByRole("button", { name: "Correct the finding" }).click();
    expect(new URL(page.url()).hash).toBe("#c9");
    expect(await finding(page).locator(".verdict").textContent()).toBe("Supported");
    const said = await finding(page).textContent();
    for (const words of ["A. Editor", "<b>the word is used of one region</b>", "contradicted"])
      expect(said?.toLowerCase()).toContain(words.toLowerCase());
    await page.goto(`${server.url}${sample.replace("articles", "appeals")},c9`);
    expect(await page.locator("#main").textContent()).toContain("the verdict is supported");
    await page.locator("form", { hasText: "Take it back" }).getByLabel("Your name").fill("B. Editor");
    await page
      .locator("form", { hasText: "Take it back" })
      .getByLabel(/reason/)
      .fill("it is not");
    await page.getByRole("button", { name: "Take it back" }).click();
    expect(await finding(page).locator(".verdict").textContent()).toBe(before);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("is left as it is where a part is missing, nothing is changed, or another site asks", async () => {
    const head = book.head.seq;
    const id = sample.slice("/articles/".length);
    const whole = { article: id, claim: "c9", verdict: "supported", by: "A", reason: "b" };
    const send = (change: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${server.url}/appeals`, {
        method: "POST",
        redirect: "manual",
        headers: { accept: "application/json", ...headers },
        body: new URLSearchParams({ ...whole, ...change }),
      });
    const codes = async (change: Record<string, string>) => {
      const answer = await send(change);
      const { errors } = (await answer.json()) as { errors: { code: string }[] };
      return [answer.status, ...errors.map(({ code }) => code)];
    };
    expect(await codes({ by: " ", reason: "" })).toEqual([400, "missing", "missing"]);
    expect(await codes({ verdict: "" })).toEqual([400, "nothing-corrected"]);
    expect(await codes({ verdict: "", value: "many" })).toEqual([400, "bad-number"]);
    expect(await codes({ article: "000000000000" })).toEqual([400, "not-kept"]);
    expect(await codes({ claim: "c999" })).toEqual([400, "unknown-claim"]);
    expect(await codes({ evidence: "no-such-record" })).toEqual([400, "unknown-record"]);
    expect(await codes({ withdraw: "1" })).toEqual([400, "unknown-correction"]);
    expect((await send({}, { origin: "https://elsewhere.example" })).status).toBe(403);
    expect(book.head.seq).toBe(head);
  });
});

describe("a text from outside", () => {
  const EVIL = `<script>window.hacked = 1</script><img src="https://evil.example/x.png" onerror="window.hacked = 2">\n<a href="javascript:window.hacked=3" onclick="window.hacked=4">China trained police from 138 countries.</a>`;

  test("with scripts and handlers in it, pasted or as a file, is shown as inert text", async () => {
    const { page, wrong, context } = await open("/check");
    await page.locator("#text").fill(EVIL);
    await page.getByRole("button", { name: "Check" }).click();
    await page.locator("article.text").waitFor();
    expect(await page.locator("article.text").textContent()).toContain("<script>window.hacked = 1");
    await page.goto(`${server.url}/check`);
    const buffer = Buffer.from(
      `<html><head><title>T</title></head><body><p>Some first words stand here.</p><p>${EVIL}</p></body></html>`,
    );
    await page.locator("#file").setInputFiles({ name: "evil.html", mimeType: "text/html", buffer });
    await page.getByRole("button", { name: "Check" }).click();
    await page.locator("article.text").waitFor();
    expect(await page.locator("article.text img, article.text script").count()).toBe(0);
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("is kept with one click and found again", async () => {
    const { page, context } = await open("/check", { javaScriptEnabled: false });
    await page
      .locator("#text")
      .fill("A text of our own. China trained police from 138 countries since 2000.");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("button", { name: "Keep this article" }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/articles\/[0-9a-f]{12}$/);
    expect(await page.getByText("Keep this article").count()).toBe(0);
    await context.close();
  });

  test("of 300 MB is refused while it is still being sent, and the server goes on", async () => {
    const chunk = Buffer.alloc(2 ** 20, 97);
    let sent = 0;
    const status = await new Promise<number>((resolve, reject) => {
      const request = httpRequest(`${server.url}/check.json`, {
        method: "POST",
        headers: { "content-type": "text/plain", "content-length": String(300 * 2 ** 20) },
      });
      request.on("response", response => {
        resolve(response.statusCode ?? 0);
        request.destroy();
      });
      request.on("error", reject);
      const push = () => {
        while (sent < 300) {
          sent++;
          if (!request.write(chunk)) return void request.once("drain", push);
        }
        request.end();
      };
      push();
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(300);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  }, 60_000);
});
