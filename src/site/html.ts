import type { JSX } from "hono/jsx/jsx-runtime";

/** A piece of a page: escaped HTML, made by JSX. */
export type Html = JSX.Element;
