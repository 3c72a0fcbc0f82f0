import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

function pagesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? pagesBelow(path) : name.endsWith(".md") ? [path] : [];
  });
}

const pages = [
  ...readdirSync(root)
    .filter(name => name.endsWith(".md"))
    .map(name => join(root, name)),
  ...pagesBelow(join(root, "docs")),
  join(root, "books/security/README.md"),
];

/** The anchor that a heading gets: lower case, marks dropped, spaces as hyphens. */
const anchor = (heading: string) =>
  heading
    .replaceAll("`", "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

const anchorsOf = (page: string) =>
  [...readFileSync(page, "utf8").matchAll(/^#+ +(.+)$/gm)].map(match => anchor(match[1]!));

test("every link between the documents leads to a file, and to a heading where it names one", () => {
  const broken = pages.flatMap(page => {
    const text = readFileSync(page, "utf8").replace(/```[\s\S]*?```/g, "");
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(match => match[1]!)
      .filter(link => !/^[a-z]+:/.test(link));
    return links
      .filter(link => {
        const [file = "", heading] = link.split("#");
        const target = file === "" ? page : resolve(dirname(page), file);
        return !existsSync(target) || (heading !== undefined && !anchorsOf(target).includes(heading));
      })
      .map(link => `${relative(root, page)}: ${link}`);
  });
  expect(broken).toEqual([]);
});

test("files that the documents name by their path exist", () => {
  const named = pages
    .filter(page => !page.endsWith("CHANGELOG.md"))
    .flatMap(page =>
      [
        ...readFileSync(page, "utf8").matchAll(
          /`((?:src|docs|books|cases|scripts|bench|tests|assets)\/[\w./-]+\w)`/g,
        ),
      ].map(match => `${relative(root, page)}: ${match[1]}`),
    );
  // `CODE` stands for the code of a language in a how-to.
  expect(
    named.filter(
      line => !line.includes("CODE") && !existsSync(join(root, line.slice(line.indexOf(": ") + 2))),
    ),
  ).toEqual([]);
});

test("the README's commands are scripts of the package", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const asked = [
    ...readFileSync(join(root, "README.md"), "utf8").matchAll(/npm (?:run )?(start|test|bench|format)\b/g),
  ];
  expect(asked.length).toBeGreaterThan(1);
  for (const [, name] of asked) expect(scripts).toHaveProperty(name!);
});
