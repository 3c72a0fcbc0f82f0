import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

const page = (head: string, body = "") =>
  readHtml(`<html lang="en-GB"><head>${head}</head><body><p>Words of a page.</p>${body}</body></html>`, {
    url: "https://paper.example/a",
  });

const data = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

test("the article's own entry is taken before the page's, and names that it refers to are looked up", () => {
  const read = page(
    data({
      "@graph": [
        { "@type": "WebPage", "@id": "https://paper.example/a", name: "Page", datePublished: "2020-01-01" },
        { "@type": "Organization", "@id": "https://paper.example/#org", name: "The Paper" },
        { "@type": "Person", "@id": "https://paper.example/#w", name: "A. Writer" },
        {
          "@type": ["NewsArticle"],
          headline: "Courses &amp; cameras",
          author: [{ "@id": "https://paper.example/#w" }, { name: "B. Writer" }],
          publisher: { "@id": "https://paper.example/#org" },
          datePublished: "2024-05-14T08:00:00+02:00",
        },
      ],
    }),
  );
  expect(read).toMatchObject({
    title: "Courses & cameras",
    authors: ["A. Writer", "B. Writer"],
    publisher: "The Paper",
    published: "2024-05-14",
    language: "en",
  });
});

test("a reference that leads nowhere is no name", () => {
  const read = page(
    data({ "@type": "Article", headline: "H", publisher: { "@id": "https://x.example/#o" } }),
  );
  expect([read.publisher, read.authors]).toEqual(["", []]);
});

test("without data the markup tells: meta elements, item properties, the title without the name of the paper", () => {
  const read = page(
    '<title>Courses abroad | The Paper</title><meta property="og:site_name" content="The Paper"><link rel="canonical" href="/c">',
    '<span itemprop="author">A. Writer</span> <time itemprop="datePublished" datetime="2024-05-14T10:00">today</time>',
  );
  expect(read).toMatchObject({
    title: "Courses abroad",
    publisher: "The Paper",
    authors: ["A. Writer"],
    published: "2024-05-14",
    url: "https://paper.example/c",
  });
});

test("broken data is passed over, and a reference to itself ends", () => {
  const own = { "@type": "Article", "@id": "x", name: { "@id": "x" }, publisher: { "@id": "x" } };
  expect(
    page(`<script type="application/ld+json">{broken</script>${data(own)}<title>T it is</title>`),
  ).toMatchObject({
    title: "T it is",
    publisher: "",
  });
});
