import { LETTERS, shorten, widthOf } from "../drawing.tsx";
import { LINE, PAD, sizesFor } from "./geometry.ts";
import type { IntervalRow } from "./types.ts";

interface NameProps {
  readonly row: IntervalRow;
  readonly width: number;
  readonly wrap: boolean;
  readonly low: boolean;
}

/** A name in one line, cut to the room that the words leave, or in two where the row has room for them. */
export function linesOfName(
  { name, words }: IntervalRow,
  width: number,
  { size, wrap }: { size: number; wrap: boolean },
) {
  const whole = width - 2 * PAD;
  const beside = whole - widthOf(words, size) - 12;
  const cut = (text: string, room: number) => shorten(text, (room * LETTERS) / size);
  if (!wrap || widthOf(name, size) <= beside) return [cut(name, beside)];
  const parts = name.split(" ");
  let fits = 0;
  while (fits < parts.length && widthOf(parts.slice(0, fits + 1).join(" "), size) <= beside) fits++;
  const first = Math.max(1, fits);
  return [cut(parts.slice(0, first).join(" "), beside), cut(parts.slice(first).join(" "), whole)].filter(
    Boolean,
  );
}

/** Room that a row needs beside its one line. */
export const extraOf = (row: IntervalRow, { width, wrap }: { width: number; wrap: boolean }): number =>
  sizesFor(width).some(size => linesOfName(row, width, { size, wrap }).length > 1) ? LINE : 0;

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, i) =>
      i === 0 ? (
        line
      ) : (
        <tspan x={PAD} dy={LINE}>
          {line}
        </tspan>
      ),
    )}
  </>
);

/** Words that stand a line lower but on a telephone. */
export const Low = ({ children }: { children: string }) => (
  <>
    <tspan class="long" dy={LINE}>
      {children}
    </tspan>
    <tspan class="short" display="none">
      {children}
    </tspan>
  </>
);

/** The name of a row: where letters are larger on a telephone, another cut stands ready. */
export function Name({ row, width, wrap, low }: NameProps) {
  const [long, short = long] = sizesFor(width).map(size => linesOfName(row, width, { size, wrap }));
  if (long?.join() === short?.join()) return <Lines lines={long ?? []} />;
  return (
    <>
      <tspan class="long" {...(low ? { dy: LINE } : {})}>
        <Lines lines={long ?? []} />
      </tspan>
      <tspan class="short" display="none">
        <Lines lines={short ?? []} />
      </tspan>
    </>
  );
}
