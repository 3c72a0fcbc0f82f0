// Memory that is taken bytes after bytes and given up whole.

let top: usize = 0;

/** Takes the next so many bytes, not zero. */
export function allocate(bytes: usize): usize {
  const at = top;
  top = (top + bytes + 31) & ~(<usize>15);
  const missing = <i64>top - ((<i64>memory.size()) << 16);
  if (missing > 0) memory.grow(<i32>((missing + 65535) >> 16));
  return at;
}

/** Begins anew at an address: what was there is given up. */
export function startHeap(at: usize): void {
  top = at;
}
