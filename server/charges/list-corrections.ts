export { listCorrections } from "./store-corrections.ts";
export type { ListedCorrection } from "./store-corrections.ts";
