import type { Claim } from "../../read/types.ts";
import type { Figure } from "../gather/types.ts";
import { normalUnit } from "../rule/units.ts";
import { besideIt } from "./of-sentence.ts";

/** The sentence gives the whole that the figure says it is a part of, by its number and its noun ("of the 23 vendors"). */
export function isWholeTold({ population, value }: Figure, claim: Claim, claims: readonly Claim[]): boolean {
  const [, digits = "", noun = ""] = /^(?:of )?(\d[\d,]*) (\p{L}+)$/u.exec(population) ?? [];
  const whole = Number(digits.replaceAll(",", ""));
  return (
    whole > value &&
    besideIt(claims, claim).some(
      other => other.value === whole && normalUnit(other.unit) === normalUnit(noun),
    )
  );
}
