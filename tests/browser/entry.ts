/** What a page of a browser imports of the package: the rooms that must run there. */
export * as codebook from "../../src/codebook/index.ts";
export * as effect from "../../src/effect/index.ts";
export * as read from "../../src/read/index.ts";
export * as text from "../../src/text/index.ts";
