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
      // Of an article that was written when a ticket was resolved; the template is the demo's.
      kind: z.literal("new").optional(),
      template: z.string().optional(),
    }),
  ),
  event("article-published", hidden, moved),
  event("article-retired", hidden, moved),
  event("article-restored", hidden, moved),
] as const;
