import { z } from "zod";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { redirect, refused } from "../../http/answer.ts";
import { version } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { articleMoves, moveArticle } from "../../knowledge/move-article.ts";
import { showArticle } from "./article.tsx";
import { articleMessages } from "./articles.messages.ts";
import { idOf } from "../../faces/params.ts";

/** Publishing an article, retiring it and bringing it back (D3). */
export function articleMoveRoutes(): readonly Route[] {
  return articleMoves.map((move) =>
    route({
      method: "POST",
      path: paths.desk.moveArticle(":id", move),
      access: staff,
      input: z.strictObject({ version }),
      handle: async ({ work, params, input, view }) => {
        const id = idOf(params);
        if (id === null) return refused({ code: "not-found" });
        const moved = await moveArticle(work, { id, move, version: input.version });
        return moved.ok
          ? redirect(paths.desk.article(id), { toast: articleMessages(view.language).moved[move] })
          : refused(moved.refusal);
      },
      showAgain: async (request) => showArticle(request, idOf(request.params), request.refusal),
    }),
  );
}
