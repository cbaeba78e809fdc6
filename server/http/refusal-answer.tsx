import type { Refusal } from "../../core/values/refusal.ts";
import { LinkButton } from "../ui/button.tsx";
import { PlainLayout } from "../ui/layout.tsx";
import { type Answer, json, page, retryable } from "./answer.ts";
import { refusalMessages } from "./refusal.messages.ts";
import { ownerOf } from "./made-for.ts";
import { retryAfterOf, statusOf } from "./refusal-status.ts";
import type { Route, View } from "./route.ts";
import { wordRefusal } from "./word-refusal.ts";

interface Refused {
  readonly refusal?: Refusal;
  readonly status?: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 500 | 503 | 507;
  readonly route: Pick<Route, "path"> | null;
  readonly view: View;
  readonly requestId: string;
}

/** A refusal or failure as its own answer: a page for people, RFC 9457 problem details in the API. */
export function refusalAnswer(refused: Refused): Answer {
  const { refusal } = refused;
  return retryable(worded(refused), refusal === undefined ? undefined : retryAfterOf(refusal));
}

function worded(refused: Refused): Answer {
  const { refusal, view, requestId } = refused;
  const failure = refused.status ?? 500;
  const status = refusal === undefined ? failure : statusOf(refusal);
  const sentence = refusal === undefined ? sentenceOf(failure, view) : wordRefusal(refusal, view.language);
  if (refused.route?.path.startsWith("/api/") === true) {
    const { code, ...details } = refusal ?? { code: codes[failure] };
    return json(
      { type: `https://kwartier.example/problems/${code}`, title: sentence, status, code, ...details, requestId },
      status,
    );
  }
  return page(<RefusalPage view={view} sentence={sentence} requestId={status >= 500 ? requestId : null} />, status);
}

type Status = NonNullable<Refused["status"]>;

const codes = {
  400: "bad-request",
  401: "signed-out",
  403: "foreign-origin",
  404: "not-found",
  405: "method-not-allowed",
  413: "too-large",
  415: "unsupported-media-type",
  500: "internal-error",
  503: "unavailable",
  507: "disk-full",
} as const satisfies Record<Status, string>;

function sentenceOf(status: Status, view: View): string {
  const words = refusalMessages(view.language);
  const sentences: Record<Status, string> = {
    400: words.badRequest,
    401: words.signedOut,
    403: words.foreignOrigin,
    404: words.notFound,
    405: words.badRequest,
    413: words.tooLarge,
    415: words.badRequest,
    500: words.broken,
    503: words.unavailable,
    507: words.diskFull,
  };
  return sentences[status];
}

function RefusalPage({ view, sentence, requestId }: { view: View; sentence: string; requestId: string | null }) {
  const words = refusalMessages(view.language);
  return (
    <PlainLayout
      language={view.language}
      title={words.trouble}
      nonce={view.nonce}
      assets={view.assets}
      theme={view.theme}
      currentPath="/"
      now={view.now}
      owner={ownerOf(view.identity)}
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
