import { capitalised } from "../../../core/values/format.ts";
import { articleWords } from "../../../core/knowledge/article-words.ts";
import type { VNode } from "preact";
import type { ArticleDeed } from "../../../core/knowledge/article-deeds.ts";
import type { ArticleState } from "../../../core/knowledge/article-lifecycle.ts";
import { paths } from "../../faces/paths.ts";
import { articleMoves } from "../../knowledge/move-article.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import type { Language } from "../../../core/values/language.ts";
import { State, type Tone } from "../../ui/state.tsx";
import { articleMessages } from "./articles.messages.ts";

const tones: Readonly<Record<ArticleState, Tone>> = { draft: "waiting", published: "done", retired: "neutral" };

/** The state of an article, in a word. */
export function ArticleStanding({ state, language }: { state: ArticleState; language: Language }): VNode {
  return <State tone={tones[state]}>{capitalised(articleWords[language].states[state].name)}</State>;
}

interface MovesProps {
  readonly article: { readonly id: string; readonly version: number };
  readonly abilities: ReadonlySet<ArticleDeed>;
  readonly language: Language;
}

/** The buttons for an article's possible actions. */
export function ArticleMoves({ article, abilities, language }: MovesProps): VNode {
  const words = articleMessages(language);
  return (
    <>
      {articleMoves
        .filter((move) => abilities.has(`article.${move}`))
        .map((move) => (
          <Form key={move} action={paths.desk.moveArticle(article.id, move)} layout="bare" version={article.version}>
            <Button variant={move === "publish" ? "primary" : "plain"}>{words.moves[move]}</Button>
          </Form>
        ))}
    </>
  );
}
