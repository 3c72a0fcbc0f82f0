import { line, percent, scale, words } from "./svg.ts";

export const WIDTH = 560;
export const HEIGHT = 300;
const LEFT = 54;
const RIGHT = 110;
const TOP = 16;
const BOTTOM = 46;

/** Probabilities from which pairs are joined, on an axis of log-odds: 0.99 to 0.999 is as far as 0.9 to 0.99. */
export const LABELLED = [0.5, 0.9, 0.99, 0.999, 0.9999];

const logit = (probability: number) => Math.log(probability / (1 - probability));

/** The axes of a picture of shares by threshold, with what places a threshold and a share on it. */
export function axes(thresholds: readonly number[]) {
  const [first, last] = [Math.min(...thresholds), Math.max(...thresholds)];
  const place = scale([logit(first), logit(last)], [LEFT, WIDTH - RIGHT]);
  const x = (threshold: number) => place(logit(threshold));
  const y = scale([0, 1], [HEIGHT - BOTTOM, TOP]);
  const lines = [0, 0.25, 0.5, 0.75, 1].flatMap(share => [
    line(LEFT, y(share), WIDTH - RIGHT, y(share), "#9aa3ab55"),
    words(LEFT - 8, y(share) + 4, percent(share), { anchor: "end", muted: true }),
  ]);
  const ticks = LABELLED.filter(at => at >= first && at <= last).map(at =>
    words(x(at), HEIGHT - BOTTOM + 18, String(at), { anchor: "middle", muted: true }),
  );
  const name = words((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "joined from this probability on", {
    anchor: "middle",
  });
  return { x, y, right: WIDTH - RIGHT, parts: [...lines, ...ticks, name] };
}
