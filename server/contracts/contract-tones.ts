import type { ContractState } from "../../core/contracts/contract-lifecycle.ts";
import type { Tone } from "../ui/state.tsx";

/** How each state of a contract looks. */
export const contractTones: Readonly<Record<ContractState, Tone>> = {
  draft: "neutral",
  offered: "waiting",
  signed: "active",
  active: "done",
  terminated: "neutral",
  expired: "neutral",
  withdrawn: "neutral",
};
