import { type Answer, redirect } from "./answer.ts";
import { refusalAnswer } from "./refusal-answer.tsx";
import type { Route, View } from "./route.ts";

interface NotAdmitted {
  readonly route: Route;
  readonly view: View;
  readonly requestId: string;
}

/** The answer to somebody outside the audience of a route. A page leads to signing in and back. */
export function answerNotAdmitted({ route, view, requestId }: NotAdmitted): Answer {
  if (route.path.startsWith("/api/") && view.identity === null)
    return refusalAnswer({ status: 401, route, view, requestId });
  const isPage = route.method === "GET" && !route.path.startsWith("/api/");
  const next = encodeURIComponent(view.path);
  if (isPage && view.identity === null) return redirect(`/sign-in?next=${next}`);
  if (isPage && view.identity?.actor === null) return redirect(`/choose-organisation?next=${next}`);
  return refusalAnswer({ refusal: { code: "not-allowed" }, route, view, requestId });
}
