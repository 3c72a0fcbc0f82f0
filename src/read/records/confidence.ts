/**
 * How far a candidate record can be trusted before a person has looked at it, from 0 to 1. It grows with the share of the
 * frame's arguments that the text fills and with the strength of what brought the frame to mind, and falls where the text only
 * plans or denies. It orders candidates; it is no probability, since no labelled candidates of this kind exist to calibrate on.
 */
export interface Strength {
  readonly filled: number;
  /** Arguments that the frame knows. */
  readonly of: number;
  /** 1 a verb of the frame, 0.5 a noun or a code alone. */
  readonly trigger: number;
  /** Planned, cancelled or denied. */
  readonly weakened: boolean;
}

const BASE = 0.1;
const TRIGGER = 0.3;
const FILLED = 0.55;
const WEAKENED = 0.5;

export function confidenceOf({ filled, of, trigger, weakened }: Strength): number {
  const share = of === 0 ? 0 : filled / of;
  const score = (BASE + TRIGGER * trigger + FILLED * share) * (weakened ? WEAKENED : 1);
  return Number(score.toFixed(2));
}
