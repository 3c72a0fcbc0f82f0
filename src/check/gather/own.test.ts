import { describe, expect, it } from "vitest";
import { claimWith, documentWith } from "../testing/claims.ts";
import { canonical, ownSources } from "./own.ts";
import type { Figure, SourceRow } from "./types.ts";

const source: SourceRow = {
  id: "page",
  publisher: "Example Daily",
  title: "Cameras for everyone",
  authors: [],
  published: "2025-11-02",
  url: "https://www.example.org/news/cameras/?utm_source=x",
  kind: "news",
};
const figure = (measure: string, value: number, origin = "secondary") =>
  ({ measure, value, origin, sources: ["page"] }) as unknown as Figure;
const none = { figures: [], sources: [source] };

describe("ownSources", () => {
  it("knows a document by its address, however it is written", () => {
    expect(ownSources(documentWith({ url: "http://example.org/news/cameras#top" }), [], none)).toEqual(
      new Map([["page", "address"]]),
    );
    expect(ownSources(documentWith({ url: "http://example.org/news/drones" }), [], none).size).toBe(0);
  });

  it("knows a document by its title with publisher or date, not by a short title alone", () => {
    const title = "Cameras for Everyone";
    expect(ownSources(documentWith({ title, publisher: "example daily" }), [], none).get("page")).toBe(
      "title",
    );
    expect(ownSources(documentWith({ title, published: "2025-11-02T08:00:00Z" }), [], none).get("page")).toBe(
      "title",
    );
    expect(ownSources(documentWith({ title }), [], none).size).toBe(0);
  });

  it("knows a page by its captured text, whatever its title and address", () => {
    const own = ownSources(documentWith(), [], { ...none, repeating: new Set(["page"]) });
    expect(own).toEqual(new Map([["page", "text"]]));
  });

  it("knows a page that only retells by its numbers, where all of them stand in the document", () => {
    const figures = [
      figure("sessions", 900),
      figure("countries", 138),
      figure("share", 86),
      figure("cities", 100),
    ];
    const claims = figures.map(({ measure, value }) => claimWith({ measure, value }));
    expect(ownSources(documentWith(), claims, { sources: [source], figures }).get("page")).toBe("numbers");
    expect(ownSources(documentWith(), claims.slice(1), { sources: [source], figures }).size).toBe(0);
    const counted = [...figures.slice(1), figure("sessions", 900, "primary")];
    expect(ownSources(documentWith(), claims, { sources: [source], figures: counted }).size).toBe(0);
  });
});

describe("canonical", () => {
  it("drops scheme, www, trackers, fragment and closing slash, and keeps what tells pages apart", () => {
    expect(canonical("https://www.Example.org/a/?id=2&utm_medium=x#y")).toBe("example.org/a?id=2");
    expect(canonical("not an address")).toBe("not an address");
  });
});
