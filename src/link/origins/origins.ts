import { nameLevel } from "../names/organisations.ts";
import { type Origins, originsWith, type Report } from "./copying.ts";

/** Level from which two names are one: the same, translated, or one holding the other. */
const SAME_NAME = 2;

/** Who copied whom within one event, names of publishers and speakers compared across scripts; see `originsWith`. */
export const originsOf = (reports: readonly Report[]): Origins =>
  originsWith(reports, (a, b) => nameLevel(a, b) >= SAME_NAME);
