import { isBusy } from "./busy.ts";
import { startNews, tellNews } from "./news.ts";
import { settle } from "./settle.ts";

const channelName = "kwartier-live";
const retryMilliseconds = 3000;
const firstPauseMilliseconds = 5000;
const longestPauseMilliseconds = 300_000;

/** The message between tabs of one browser: something changed, or the session has ended. */
type Word = "changed" | "ended";

let channel: BroadcastChannel | undefined;
/** Stops this tab from listening or waiting for its turn; undefined while it does neither. */
let stopListening: AbortController | undefined;

/**
 * Live refresh with one event stream per browser, however many tabs. The tab with the lock owns the connection and
 * tells the others. Every tab that hears of a change fetches its own page again and morphs it. All tabs stop with the
 * session, without another try. Listening begins again on the first page after a sign-in.
 */
export function startLive(): void {
  if (!("locks" in navigator)) return;
  channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }: MessageEvent<Word>) =>
    data === "ended" ? stopListening?.abort() : heed(),
  );
  // A refresh begins when we ask for it. Turbo would wait once more, and cut off a form that was sent meanwhile.
  window.Turbo.session.pageRefreshDebouncePeriod = 0;
  startNews(refreshNow);
  addEventListener("turbo:render", () => (isRefreshing = false));
  // A person who goes elsewhere or sends a form no longer waits for the refresh.
  addEventListener("turbo:submit-start", () => {
    isRefreshing = false;
    isSending = true;
  });
  addEventListener("turbo:submit-end", () => (isSending = false));
  addEventListener("focusout", () => owed && refreshSoon());
  document.addEventListener("visibilitychange", () => owed && refreshSoon());
  document.addEventListener("turbo:load", listen);
  listen();
}

/** Waits for its turn to own the connection, on a page with an address to listen to, unless this tab already does. */
function listen(): void {
  const source = document.querySelector<HTMLMetaElement>('meta[name="kw-live"]')?.content;
  if (source === undefined || (stopListening !== undefined && !stopListening.signal.aborted)) return;
  const { signal } = (stopListening = new AbortController());
  navigator.locks
    .request(channelName, { signal }, async () => own(source, signal))
    .catch((error: unknown) => {
      // The tab was stopped while it waited for its turn.
      if (!signal.aborted) throw error;
    });
}

/** Holds the lock as long as the tab lives and the server allows listening. */
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
    // A proxy or a full server refused for now. A random pause keeps browsers from returning together.
    await sleep(pause * (0.5 + Math.random()), signal);
  }
}

/** Resolves when the browser gives the stream up, as it does on any answer that is no stream. */
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

/** A stream does not tell why it was refused. So one request without a body asks whether the session is over. */
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

/** Whether nobody requested the page that is loading. Text typed meanwhile then belongs to the person. */
export function isLiveRefresh(): boolean {
  return isRefreshing;
}

/** Whether a form is on its way. */
let isSending = false;
let owed = false;
/** Whether there is a change that a busy reader was not told about. */
let isUntold = false;

function heed(): void {
  isUntold = true;
  refreshSoon();
}

/** Once after a burst, and every few seconds while a busy desk never pauses. */
const refreshing = settle(refresh, { quietMilliseconds: 400, longestMilliseconds: 3000 });

/** The page of a busy person waits until they are done, a hidden one until it is seen. */
function refreshSoon(): void {
  owed = true;
  refreshing.soon();
}

function refresh(): void {
  if (document.hidden) return;
  if (isBusy()) {
    if (isUntold) void tellNews();
    isUntold = false;
    refreshing.after(retryMilliseconds);
    return;
  }
  refreshNow();
}

/**
 * Works for a busy person too: a form with new content is left alone. Turbo drops a refresh while another page is
 * loading, and that page may be older than the change. A refresh would cut off a form that is on its way. So in both
 * cases the refresh is tried again afterwards.
 */
function refreshNow(): void {
  if (isSending || window.Turbo.session.navigator.currentVisit !== undefined) {
    refreshSoon();
    return;
  }
  owed = false;
  isUntold = false;
  isRefreshing = true;
  window.Turbo.session.refresh(location.href);
}
