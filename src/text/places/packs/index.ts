import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { id } from "./id.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import type { PlacePack } from "./pack.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import { zh } from "./zh.ts";

/** Place packs by ISO 639-1 code. */
export const placePacks: Readonly<Record<string, PlacePack>> = {
  ar,
  de,
  en,
  es,
  fr,
  id,
  ja,
  ko,
  pt,
  ru,
  tr,
  zh,
};
