import { atOnce } from "../db/at-once.ts";
import type { Work } from "../events/work.ts";
import { TimerContext } from "../faces/timer-context.ts";
import type { Answer } from "../http/answer.ts";
import type { Route, View } from "../http/route.ts";
import { loadTimerStrip } from "../time/timer-strip.tsx";

interface Request {
  readonly work: Work;
  readonly view: View;
  readonly params: unknown;
}

/** A route of the desk whose pages show the consultant's running timer. */
export function withTimer(route: Route): Route {
  const { showAgain } = route;
  return {
    ...route,
    handle: async (request) =>
      route.method === "GET"
        ? drawWithTimer(request, route.handle(request))
        : addTimer(request, await route.handle(request)),
    showAgain: showAgain && (async (request) => drawWithTimer(request, showAgain(request))),
  };
}

/** Asks for the timer while the page is being loaded. */
async function drawWithTimer(request: Request, drawn: Promise<Answer>): Promise<Answer> {
  const { answer, timer } = await atOnce({ answer: drawn, timer: loadTimer(request) });
  return show(answer, timer);
}

/** Most deeds end in a redirect, which shows no timer. */
async function addTimer(request: Request, answer: Answer): Promise<Answer> {
  return answer.kind === "page" ? show(answer, await loadTimer(request)) : answer;
}

async function loadTimer({ work, view, params }: Request) {
  return loadTimerStrip(work, view.language, ticketOf(params));
}

function show(answer: Answer, timer: Awaited<ReturnType<typeof loadTimer>>): Answer {
  if (answer.kind !== "page" || timer === undefined) return answer;
  return { ...answer, body: <TimerContext.Provider value={timer}>{answer.body}</TimerContext.Provider> };
}

/** The ticket of the page, if it is one. Stopping its timer there also sends the form of time. */
function ticketOf(params: unknown): string | null {
  return typeof params === "object" && params !== null && "reference" in params ? String(params.reference) : null;
}
