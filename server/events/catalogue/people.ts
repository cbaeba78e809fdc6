import { z } from "zod";
import { event } from "./event.ts";

const hidden = { isVisible: false, recordedBy: "provider" } as const;

/** Who has access on the provider's side. */
export const peopleEvents = [
  event("person-invited", hidden, z.object({ expiresAt: z.string(), by: z.enum(["mail", "hand"]) })),
] as const;
