import type { Refusal } from "../../core/values/refusal.ts";
import { LinkButton } from "../ui/button.tsx";
import { PlainLayout } from "../ui/layout.tsx";
import { type Answer, json, page, telling } from "./answer.ts";
import type { BadRequest } from "./bad-request.ts";
import { badRequestMessages } from "./bad-request.messages.ts";
import { failures } from "./failures.ts";
import { refusalPageMessages } from "./refusal-page.messages.ts";
import { formOwnerOf } from "./form-owner.ts";
import { statusOf, wordRefusal } from "../refusals/refusals.ts";
import { tellingOf } from "./tell-refusal.ts";
import type { Route, View } from "./route.ts";

interface Refused {
  readonly refusal?: Refusal;
  readonly unreadable?: Pick<BadRequest, "status" | "why" | "detail">;
  readonly status?: keyof typeof failures;
  readonly route: Pick<Route, "path"> | null;
  readonly view: View;
  readonly requestId: string;
}

/** A refusal or failure as an answer of its own: a page for people, RFC 9457 problem details in the API. */
export function refusalAnswer(refused: Refused): Answer {
  const { refusal, status } = refused;
  const answer = worded(refused);
  if (refusal !== undefined) return tellingOf(refusal, answer);
  return status === 403 ? telling(answer, { refusal: "foreign-origin" }) : answer;
}

function worded(refused: Refused): Answer {
  const { view, requestId } = refused;
  const { status, sentence, code, ...details } = problemOf(refused);
  if (refused.route?.path.startsWith("/api/") === true) {
    return json(
      { type: `https://kwartier.example/problems/${code}`, title: sentence, status, code, ...details, requestId },
      status,
    );
  }
  return page(<RefusalPage view={view} sentence={sentence} requestId={status >= 500 ? requestId : null} />, status);
}

interface Problem {
  readonly status: number;
  readonly sentence: string;
  readonly code: string;
}

function problemOf({ refusal, unreadable, status = 500, view }: Refused): Problem {
  if (refusal !== undefined)
    return { ...refusal, status: statusOf(refusal), sentence: wordRefusal(refusal, view.language) };
  if (unreadable === undefined) {
    const { code, words } = failures[status];
    return { status, sentence: words[view.language], code };
  }
  const { why, detail } = unreadable;
  const sentence = badRequestMessages(view.language)[why];
  return { status: unreadable.status, sentence, code: why, ...(detail === undefined ? {} : { detail }) };
}

function RefusalPage({ view, sentence, requestId }: { view: View; sentence: string; requestId: string | null }) {
  const words = refusalPageMessages(view.language);
  return (
    <PlainLayout
      language={view.language}
      title={words.trouble}
      nonce={view.nonce}
      assets={view.assets}
      theme={view.theme}
      currentPath="/"
      now={view.now}
      owner={formOwnerOf(view.identity)}
    >
      <h1>{words.trouble}</h1>
      <p>{sentence}</p>
      {requestId !== null && (
        <p>
          {words.mark}: <code>{requestId}</code>
        </p>
      )}
      <LinkButton href="/">{words.home}</LinkButton>
    </PlainLayout>
  );
}
