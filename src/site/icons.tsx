import type { Html } from "./html.ts";

/** The drawings of the verdict signs in a square of 16, stroked with the colour of their text. */
const SIGNS: Readonly<Record<string, string>> = {
  supported: "M3 8.5l3.4 3.5L13 4.5",
  imprecise: "M2.5 6.2c2-2.4 3.6-2.4 5.5-.9s3.5 1.5 5.5-.9M2.5 11.2c2-2.4 3.6-2.4 5.5-.9s3.5 1.5 5.5-.9",
  disputed: "M2 5.5h10.5M9.5 2.5l3 3-3 3M14 10.5H3.5M6.5 7.5l-3 3 3 3",
  contradicted: "M4 4l8 8M12 4l-8 8",
  misattributed:
    "M6.5 4.2a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0zM1 13.5c0-3 1.5-4.7 3.2-4.7s3.2 1.7 3.2 4.7M9.5 8h5M12.5 5.8L14.7 8l-2.2 2.2",
  outdated: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.5V8l2.5 1.8",
  unverifiable: "M5.3 5.6c.2-1.7 1.3-2.6 2.8-2.6 1.6 0 2.7 1 2.7 2.4 0 2-2.7 2.2-2.7 4.2M8.05 12.6v.5",
  promotional: "M2.5 6.5v3h2l6 3.3V3.2l-6 3.3zM13 6.2v3.6",
  "not-checkable": "M3.5 8h9",
};

/** Symbols of all signs, to be placed once in a page that uses `Sign`. */
export function SignSheet(): Html {
  return (
    <svg class="sheet" aria-hidden="true" width="0" height="0">
      {Object.entries(SIGNS).map(([id, path]) => (
        <symbol id={`sign-${id}`} viewBox="0 0 16 16">
          <path d={path} />
        </symbol>
      ))}
    </svg>
  );
}

/** The sign of a verdict. It carries no name of its own: the words stand beside it. */
export function Sign({ verdict }: { verdict: string }): Html {
  return (
    <svg class={`sign v-${verdict}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <use href={`#sign-${verdict}`} />
    </svg>
  );
}
