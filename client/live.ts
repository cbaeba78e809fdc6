import { isBusy } from "./busy.ts";

const channelName = "kwartier-live";
const settleMilliseconds = 400;
const retryMilliseconds = 3000;

/**
 * Live refresh: one event stream per browser, however many tabs. The tab that holds the lock owns the connection and
 * tells the others; every tab that hears something fetches its own page again and morphs it.
 */
export function startLive(): void {
  const source = document.querySelector<HTMLMetaElement>('meta[name="kw-live"]')?.content;
  if (source === undefined || !("locks" in navigator)) return;
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", refreshSoon);
  addEventListener("turbo:render", () => (isRefreshing = false));
  // Whoever goes somewhere or sends something no longer waits for the refresh.
  addEventListener("turbo:submit-start", () => (isRefreshing = false));
  addEventListener("focusout", () => owed && refreshSoon());
  document.addEventListener("visibilitychange", () => owed && refreshSoon());
  void navigator.locks.request(channelName, () => own(source, channel));
}

/** Holds the lock for as long as the tab lives and the server lets us listen. */
function own(source: string, channel: BroadcastChannel): Promise<void> {
  return new Promise((letGo) => {
    const stream = new EventSource(source);
    let wasAway = false;
    const tell = (): void => {
      channel.postMessage("changed");
      refreshSoon();
    };
    stream.addEventListener("message", tell);
    stream.addEventListener("open", () => {
      if (wasAway) tell();
      wasAway = false;
    });
    stream.addEventListener("error", () => {
      wasAway = true;
      // Closed for good means that we may no longer listen (signed out, revoked): the next page says so.
      if (stream.readyState === EventSource.CLOSED) letGo();
    });
  });
}

let isRefreshing = false;

/** Whether the page that is on its way was asked for by nobody: then what someone began to type meanwhile is theirs. */
export function isLiveRefresh(): boolean {
  return isRefreshing;
}

let owed = false;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Once after a burst. A page that someone is busy on waits until they are done, and a hidden one until it is seen. */
function refreshSoon(): void {
  owed = true;
  clearTimeout(waiting);
  waiting = setTimeout(refresh, settleMilliseconds);
}

function refresh(): void {
  if (document.hidden) return;
  if (isBusy()) {
    waiting = setTimeout(refresh, retryMilliseconds);
    return;
  }
  owed = false;
  isRefreshing = true;
  window.Turbo.session.refresh(location.href);
}
