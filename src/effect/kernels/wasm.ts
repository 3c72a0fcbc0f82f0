// Made by scripts/kernels.mjs from the sources beside it; not to be edited.
export interface Kernels {
  applyOne(pointers: number, first: number, last: number, nodes: number, inverse: number, p: number, out: number): void;
}

export const wasm =
  "AGFzbQEAAAABCwFgB39/f39/f38AAhIBA2VudgZtZW1vcnkCAwGAgAQDAgEABwwBCGFwcGx5T25lAAAK6gEB5wECBH8BeyAAIAFBAnRqKAIAIQcgASEJA0AgAiAJSgRAIAAgCUEBakECdGooAgAiASAHa0ECTgRA/QwAAAAAAAAAAAAAAAAAAAAAIQsgByEIA0AgASAISgRAIAsgBSADIAhBAnRqKAIAQQR0av0ABAD98AEhCyAIQQFqIQgMAQsLIAsgBCAJQQN0av0KAwD98gEhCwNAIAEgB0oEQCADIAdBAnRqKAIAQQR0IgggBmoiCiAK/QAEACAFIAhq/QAEACAL/fEB/fAB/QsEACAHQQFqIQcMAQsLCyABIQcgCUEBaiEJDAELCws=";
