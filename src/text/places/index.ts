import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { id } from "./id.ts";
import type { PlacePack } from "./pack.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { zh } from "./zh.ts";

/** Place packs by ISO 639-1 code. */
export const placePacks: Readonly<Record<string, PlacePack>> = { ar, en, es, fr, id, pt, ru, zh };
