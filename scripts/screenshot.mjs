// Takes the picture of the README: the checked sample article, on the shipped book. Run after `npm run build`.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { openBook } from "../dist/book/index.js";
import { checkBytes } from "../dist/check/index.js";
import { bringUpToDate } from "../dist/import/index.js";
import { articlesOf, startServer } from "../dist/server/index.js";

const folder = mkdtempSync(join(tmpdir(), "custodes-picture-"));
const out = fileURLToPath(new URL("../docs/images", import.meta.url));
mkdirSync(out, { recursive: true });
await bringUpToDate(folder);
const book = await openBook(folder);
const server = await startServer(book, { port: 0, check: (bytes, input) => checkBytes(bytes, book, input) });
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: [...chromium.args, "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  headless: true,
});
try {
  const [{ id }] = await articlesOf(book);
  const page = await browser.newPage({ viewport: { width: 1360, height: 940 } });
  await page.goto(`${server.url}/articles/${id}`);
  await page.screenshot({ path: join(out, "checked-article.png") });
  await page.goto(server.url);
  await page.screenshot({ path: join(out, "observatory.png") });
} finally {
  await browser.close();
  await server.close();
  await book.close();
  rmSync(folder, { recursive: true, force: true });
}
