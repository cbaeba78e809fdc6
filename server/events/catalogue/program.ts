import { z } from "zod";
import { event, nothing } from "./event.ts";

const hidden = { isVisible: false, recordedBy: "provider" } as const;
const by = z.enum(["code", "link", "persona", "invitation"]);

/** Signing in and out, and events of the program itself. */
export const programEvents = [
  event("signed-in", hidden, z.object({ by })),
  event("sign-in-refused", { ...hidden, recordedBy: "earlier versions" }, z.object({ by, why: z.string() })),
  event("signed-out", hidden, nothing),
  event("job-tried-again", hidden, z.object({ task: z.string() })),
  event("clock-moved", hidden, z.object({ from: z.string(), to: z.string() })),
] as const;
