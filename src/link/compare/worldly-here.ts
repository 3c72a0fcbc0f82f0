import { nameLevel } from "../names/organisations.ts";
import { placeLevel } from "./positions.ts";
import { knowWorldly } from "./worldly.ts";

// Whoever imports this compares organisations and places at once, without waiting for anything to be loaded.
knowWorldly({ organisation: nameLevel, place: placeLevel });
