import { z } from "zod";
import { paths } from "../../faces/paths.ts";
import { version } from "../../http/fields.ts";
import type { Route } from "../../http/route.ts";
import { articleMoves, moveArticle } from "../../knowledge/move-article.ts";
import { articlePage, ofArticle } from "./article.tsx";
import { articleMessages } from "./articles.messages.ts";

/** Publishing, retiring and restoring an article (D3). */
export function articleMoveRoutes(): readonly Route[] {
  return articleMoves.map((move) =>
    articlePage.deed({
      path: paths.desk.moveArticle(":id", move),
      permission: `article.${move}`,
      params: ofArticle,
      form: "move",
      input: z.strictObject({ version }),
      act: async ({ work, params, input }) => moveArticle(work, { ...params, move, ...input }),
      said: ({ language }) => articleMessages(language).moved[move],
    }),
  );
}
