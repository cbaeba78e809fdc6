import { z } from "zod";
import { articleStates } from "../../../core/knowledge/article-lifecycle.ts";
import { event } from "./event.ts";

const hidden = { isVisible: false, recordedBy: "provider" } as const;

const text = z.object({ title: z.string(), body: z.string(), isPublic: z.boolean() });
const moved = z.object({ before: z.enum(articleStates), after: z.enum(articleStates), version: z.number() });

export const knowledgeEvents = [
  event(
    "article-written",
    hidden,
    text.extend({
      version: z.number(),
      before: text.optional(),
      // For an article that was written with a resolution. Only the demo has templates.
      kind: z.literal("new").optional(),
      template: z.string().optional(),
    }),
  ),
  event("article-published", hidden, moved),
  event("article-retired", hidden, moved),
  event("article-restored", hidden, moved),
] as const;
