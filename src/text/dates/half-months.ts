import { placeAt, wholeOf } from "./ordinals.ts";
import { make, type Rule, skipArticle } from "./parts.ts";

/** The last day of the first half. */
const MIDDLE = 15;

/** "the first half of May", "segunda quinzena de agosto", "la primera quincena del mes pasado". */
export const halfOfMonth: Rule = (x, i) => {
  const place = placeAt(x, skipArticle(x, i));
  const unit = place && place.n <= 2 ? x.w.units.longest(x.tokens, place.to) : null;
  if (!place || (unit?.value !== "half" && unit?.value !== "fortnight")) return null;
  const whole = wholeOf(x, unit.to);
  if (!whole || !/^\d{4}-\d{2}$/.test(whole.period.timex)) return null;
  const [start, end] =
    place.n === 1
      ? [whole.period.start, `${whole.period.timex}-${MIDDLE}`]
      : [`${whole.period.timex}-${MIDDLE + 1}`, whole.period.end];
  return make(i, whole.to, { timex: whole.period.timex, start, end });
};
