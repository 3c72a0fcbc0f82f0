import { ar } from "./ar.ts";
import { deployment } from "./deployment.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { training } from "./training.ts";
import type { Frame, LanguageFrames } from "./types.ts";
import { zh } from "./zh.ts";

/** Languages with frames of their own; other languages are read for numbers, dates, places and names only. */
export const LANGUAGES: Readonly<Record<string, LanguageFrames>> = { ar, en, es, fr, pt, ru, zh };

/** The frames of records; those whose kind the codebook lacks are not used. */
export const FRAMES: readonly Frame[] = [training, deployment];
