import { AS_OF, PAGES, type Page } from "../site/index.ts";

/** An address that is not a page of the site. `app.ts` routes by this table, and the description is made from it. */
export interface Operation {
  readonly method: "get" | "post";
  readonly path: string;
  readonly summary: string;
  readonly body?: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  readonly type: string;
}

export const OPERATIONS = {
  checkForm: {
    method: "get",
    path: "/check",
    summary: "A form to check a text",
    answers: { 200: "The form" },
    type: "text/html",
  },
  check: {
    method: "post",
    path: "/check",
    summary: "Checks a text without storing it, as a page",
    body: ["multipart/form-data", "application/x-www-form-urlencoded", "text/plain"],
    answers: {
      200: "The checked text",
      400: "The text cannot be read",
      403: "Sent by another site",
      413: "More than 20 MB",
    },
    type: "text/html",
  },
  checkJson: {
    method: "post",
    path: "/check.json",
    summary: "Checks a text without storing it, as data",
    body: [
      "multipart/form-data",
      "application/x-www-form-urlencoded",
      "text/plain",
      "text/html",
      "application/pdf",
    ],
    answers: {
      200: "The checked text",
      400: "The text cannot be read",
      403: "Sent by another site",
      413: "More than 20 MB",
    },
    type: "application/json",
  },
  keep: {
    method: "post",
    path: "/articles",
    summary: "Keeps a text that was checked a moment ago, by its SHA-256",
    body: ["application/x-www-form-urlencoded"],
    answers: {
      303: "Kept; the address of its page",
      403: "Sent by another site",
      404: "No such text is waiting",
    },
    type: "text/html",
  },
  judge: {
    method: "post",
    path: "/links",
    summary:
      "Records a judgement on two records: `kind`, `a`, `b`, `judgement` (same or different), `by`, `reason`",
    body: ["application/x-www-form-urlencoded"],
    answers: {
      303: "Recorded; the address of the pair",
      400: "A part is missing, or an earlier judgement stands against it",
      403: "Sent by another site",
    },
    type: "text/html",
  },
  appeal: {
    method: "post",
    path: "/appeals",
    summary:
      "Records a correction of a finding: `article`, `claim`, one or more of `measure`, `value`, `verdict`, `evidence`, `without`, then `by`, `reason`, and `everywhere`; or takes the one of entry `withdraw` back",
    body: ["application/x-www-form-urlencoded"],
    answers: {
      303: "Recorded; the address of the finding",
      400: "A part is missing or is not known",
      403: "Sent by another site",
    },
    type: "text/html",
  },
  openapi: {
    method: "get",
    path: "/openapi.json",
    summary: "This description",
    answers: { 200: "OpenAPI 3.1" },
    type: "application/json",
  },
  health: {
    method: "get",
    path: "/healthz",
    summary: "Is the server alive?",
    answers: { 200: "It is" },
    type: "application/json",
  },
} as const satisfies Record<string, Operation>;

const ERROR = { $ref: "#/components/schemas/Errors" };

/** The addresses at which a page answers, with the media type of each. */
export function formsOf({ path, csv, picture, sql }: Page): { path: string; type: string }[] {
  const base = path === "/" ? "/index" : path;
  return [
    { path, type: "text/html" },
    { path: `${base}.json`, type: "application/json" },
    ...(csv ? [{ path: `${base}.csv`, type: "text/csv" }] : []),
    ...(picture ? [{ path: `${base}.svg`, type: "image/svg+xml" }] : []),
    ...(picture ? [{ path: `${base}.png`, type: "image/png" }] : []),
    ...(sql ? [{ path: `${base}.sql`, type: "application/sql" }] : []),
  ];
}

const AS_OF_PARAMETER = [
  AS_OF,
  "the book as it stood when this entry of the journal had been written: its number, or number and hash as `7:1a2b3c`; without it as it is now",
] as const;

function parametersOf(page: Page) {
  const query = Object.entries(page.query).filter(([name]) => name !== "*");
  return [
    ...(page.path.includes("{id}")
      ? [{ name: "id", in: "path", required: true, schema: { type: "string" } }]
      : []),
    ...[...query, AS_OF_PARAMETER].map(([name, description]) => ({
      name,
      in: "query",
      description,
      schema: { type: "string" },
    })),
  ];
}

const content = (type: string) => ({
  [type]: { schema: { type: type === "application/json" ? "object" : "string" } },
});

function pageOperation(page: Page, type: string) {
  const missing = page.path.includes("{id}")
    ? { 404: { description: "There is none", content: { "application/json": { schema: ERROR } } } }
    : {};
  return {
    get: {
      summary: page.summary,
      parameters: parametersOf(page),
      responses: {
        200: { description: page.summary, content: content(type) },
        304: { description: "Unchanged" },
        ...missing,
      },
    },
  };
}

function otherOperation({ summary, body, answers, type }: Operation) {
  const responses = Object.entries(answers).map(([status, description]) => [
    status,
    Number(status) < 300
      ? { description, content: content(type) }
      : {
          description,
          ...(Number(status) >= 400 ? { content: { "application/json": { schema: ERROR } } } : {}),
        },
  ]);
  return {
    summary,
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(body.map(kind => [kind, { schema: { type: "string" } }])),
          },
        }),
    responses: Object.fromEntries(responses),
  };
}

/** The description of every address, OpenAPI 3.1. */
export function openApi(title: string, version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const page of PAGES)
    for (const { path, type } of formsOf(page)) paths[path] = pageOperation(page, type);
  for (const operation of Object.values(OPERATIONS))
    paths[operation.path] = { ...paths[operation.path], [operation.method]: otherOperation(operation) };
  return {
    openapi: "3.1.0",
    info: {
      title: `Custodes: ${title}`,
      version,
      description: "Every page of the site is data: add .json to its address, or .csv where it is a table.",
    },
    paths,
    components: {
      schemas: {
        Errors: {
          type: "object",
          required: ["ok", "errors"],
          properties: {
            ok: { const: false },
            errors: {
              type: "array",
              items: {
                type: "object",
                required: ["code", "message"],
                properties: {
                  code: { type: "string" },
                  message: { type: "string" },
                  expected: { type: "string" },
                  received: { type: "string" },
                  hint: { type: "string" },
                },
              },
            },
          },
        },
      },
    },
  };
}
