import { en } from "./en.ts";
import type { PlacePack } from "./pack.ts";

/** Place packs by ISO 639-1 code. */
export const placePacks: Readonly<Record<string, PlacePack>> = { en };
