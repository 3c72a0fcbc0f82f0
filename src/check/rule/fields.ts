import type { Problem } from "../../codebook/types.ts";
import { type Period, parseDate, parsePeriod } from "./period.ts";

/** Reads typed values out of a JSON object and collects what is wrong with them, so that all of it is reported together. */
export class Fields {
  readonly problems: Problem[] = [];
  private readonly object: Readonly<Record<string, unknown>>;
  private readonly path: string;

  constructor(object: Readonly<Record<string, unknown>>, path: string) {
    this.object = object;
    this.path = path;
  }

  fail(field: string, { expected, received }: { expected: string; received: unknown }): void {
    const shown = received === undefined ? "nothing" : JSON.stringify(received);
    this.problems.push({
      code: "bad-value",
      column: `${this.path}.${field}`,
      message: `${shown} is not ${expected}`,
      expected,
      received: shown,
    });
  }

  private read<T>(
    field: string,
    fallback: T,
    { expected, parse }: { expected: string; parse: (value: unknown) => T | undefined },
  ): T {
    const value = this.object[field];
    if (value === undefined || value === null) return fallback;
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    this.fail(field, { expected, received: value });
    return fallback;
  }

  has = (field: string): boolean => this.object[field] !== undefined && this.object[field] !== null;
  raw = (field: string): unknown => this.object[field];

  number(
    field: string,
    { expected = "a number", accept = (_: number): boolean => true } = {},
  ): number | null {
    const parse = (value: unknown) =>
      typeof value === "number" && Number.isFinite(value) && accept(value) ? value : undefined;
    return this.read<number | null>(field, null, { expected, parse });
  }

  text(field: string): string {
    return this.read(field, "", {
      expected: "a text",
      parse: value => (typeof value === "string" ? value.trim() : undefined),
    });
  }

  flag(field: string): boolean {
    return this.read(field, false, {
      expected: "true or false",
      parse: value => (typeof value === "boolean" ? value : undefined),
    });
  }

  oneOf<T extends string>(field: string, allowed: readonly T[], fallback: T): T {
    const parse = (value: unknown) => allowed.find(candidate => candidate === value);
    return this.read(field, fallback, { expected: `one of ${allowed.join(", ")}`, parse });
  }

  list(field: string): string[] {
    const parse = (value: unknown) => {
      const items = typeof value === "string" ? [value] : value;
      return Array.isArray(items) && items.every(item => typeof item === "string")
        ? (items as string[])
        : undefined;
    };
    return this.read<string[]>(field, [], { expected: "a text or a list of texts", parse });
  }

  period(field: string): Period | null {
    const expected = 'a date ("2019", "2019-05"), a range ("2000/2025") or a pair of dates';
    return this.read<Period | null>(field, null, {
      expected,
      parse: value => parsePeriod(value) ?? undefined,
    });
  }

  /** Last day of a partial date, or empty. */
  date(field: string): string {
    const parse = (value: unknown) => parseDate(String(value))?.end;
    return this.read(field, "", { expected: 'a date ("2019", "2019-05", "2019-05-14")', parse });
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
