import { isBusy } from "./busy.ts";
import { startNews, tellNews } from "./news.ts";

const channelName = "kwartier-live";
const settleMilliseconds = 400;
const retryMilliseconds = 3000;
const firstPauseMilliseconds = 5000;
const longestPauseMilliseconds = 300_000;

/** What tabs of one browser tell each other: something happened, or nobody here may listen any more. */
type Word = "changed" | "ended";

let channel: BroadcastChannel | undefined;
/** Takes this tab out of those that listen or wait to; undefined while it does neither. */
let stopListening: AbortController | undefined;

/**
 * Live refresh: one event stream per browser, however many tabs. The tab that holds the lock owns the connection and
 * tells the others; every tab that hears something fetches its own page again and morphs it. It ends with the session,
 * in all tabs and without another try, and begins again on the first page of somebody who signed in.
 */
export function startLive(): void {
  if (!("locks" in navigator)) return;
  channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }: MessageEvent<Word>) =>
    data === "ended" ? stopListening?.abort() : heed(),
  );
  startNews(refreshNow);
  addEventListener("turbo:render", () => (isRefreshing = false));
  // Whoever goes somewhere or sends something no longer waits for the refresh.
  addEventListener("turbo:submit-start", () => (isRefreshing = false));
  addEventListener("focusout", () => owed && refreshSoon());
  document.addEventListener("visibilitychange", () => owed && refreshSoon());
  document.addEventListener("turbo:load", listen);
  listen();
}

/**
 * Waits for its turn to own the connection, on a page that says where to listen and unless this tab does so already.
 */
function listen(): void {
  const source = document.querySelector<HTMLMetaElement>('meta[name="kw-live"]')?.content;
  if (source === undefined || (stopListening !== undefined && !stopListening.signal.aborted)) return;
  const { signal } = (stopListening = new AbortController());
  navigator.locks
    .request(channelName, { signal }, async () => own(source, signal))
    .catch((error: unknown) => {
      // It was told to stop while it waited for its turn.
      if (!signal.aborted) throw error;
    });
}

/** Holds the lock for as long as the tab lives and the server lets us listen. */
async function own(source: string, signal: AbortSignal): Promise<void> {
  const known = { wasAway: false };
  for (let pause = firstPauseMilliseconds; !signal.aborted; pause = Math.min(pause * 2, longestPauseMilliseconds)) {
    await streamUntilClosed(source, signal, known);
    if (signal.aborted) return;
    if (await isOver(source)) {
      tell("ended");
      stopListening?.abort();
      return;
    }
    // Some proxy or a full server said no for now: not every browser comes back at the same moment.
    await sleep(pause * (0.5 + Math.random()), signal);
  }
}

/** Resolves when the browser gives the stream up, which it does when it is answered anything but a stream. */
async function streamUntilClosed(source: string, signal: AbortSignal, known: { wasAway: boolean }): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stream = new EventSource(source);
  const hear = (): void => {
    tell("changed");
    heed();
  };
  stream.addEventListener("message", hear);
  stream.addEventListener("open", () => {
    if (known.wasAway) hear();
    known.wasAway = false;
  });
  stream.addEventListener("error", () => {
    known.wasAway = true;
    if (stream.readyState === EventSource.CLOSED) resolve();
  });
  signal.addEventListener("abort", () => resolve(), { once: true });
  await promise;
  stream.close();
}

/**
 * A stream does not tell why it was refused: whether the session is over is asked once, by an answer without a body.
 */
async function isOver(source: string): Promise<boolean> {
  try {
    return (await fetch(source, { method: "HEAD", cache: "no-store" })).status === 401;
  } catch {
    return false;
  }
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  signal.addEventListener("abort", () => resolve(), { once: true });
  await promise;
  clearTimeout(timer);
}

function tell(word: Word): void {
  channel?.postMessage(word);
}

let isRefreshing = false;

/** Whether the page that is on its way was asked for by nobody: then what someone began to type meanwhile is theirs. */
export function isLiveRefresh(): boolean {
  return isRefreshing;
}

let owed = false;
/** Whether something happened that a reader who is busy was not told of. */
let isUntold = false;
let waiting: ReturnType<typeof setTimeout> | undefined;

function heed(): void {
  isUntold = true;
  refreshSoon();
}

/** Once after a burst. A page that someone is busy on waits until they are done, and a hidden one until it is seen. */
function refreshSoon(): void {
  owed = true;
  clearTimeout(waiting);
  waiting = setTimeout(refresh, settleMilliseconds);
}

function refresh(): void {
  if (document.hidden) return;
  if (isBusy()) {
    if (isUntold) void tellNews();
    isUntold = false;
    waiting = setTimeout(refresh, retryMilliseconds);
    return;
  }
  refreshNow();
}

/**
 * Also while somebody is busy; a form that they began to fill in is left to them. Turbo drops a refresh while another
 * page is on its way, which was perhaps made before what happened, so it is tried again then.
 */
function refreshNow(): void {
  if (window.Turbo.session.navigator.currentVisit !== undefined) {
    refreshSoon();
    return;
  }
  owed = false;
  isUntold = false;
  isRefreshing = true;
  window.Turbo.session.refresh(location.href);
}
