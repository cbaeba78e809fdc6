/** The messages of a conversation on a page. */
const messages = ".conversation .message[id]";

/**
 * Tells the writer of an answer about a newer message. The page waits, because an answer should not pass an unread
 * message. A button in the bar shows the message, and the typed text stays.
 */
export async function tellNews(): Promise<void> {
  const bar = document.querySelector<HTMLElement>("[data-news]");
  if (bar === null || !bar.hidden) return;
  const now = await readPage();
  if (now === null || !bar.isConnected) return;
  // Asked when the answer is there, because the page may already have been shown again with the message.
  const known = messageIds(document);
  if ([...messageIds(now)].some((id) => !known.has(id))) bar.hidden = false;
}

/** The bar's button fetches the page again and goes to the first new message. */
export function startNews(refresh: () => void): void {
  addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || target.closest("[data-news] button") === null) return;
    const known = messageIds(document);
    addEventListener("turbo:render", () => goToFirst([...messageIds(document)].find((id) => !known.has(id))), {
      once: true,
    });
    refresh();
  });
}

function messageIds(page: Document): Set<string> {
  return new Set([...page.querySelectorAll(messages)].map(({ id }) => id));
}

function goToFirst(id: string | undefined): void {
  const message = id === undefined ? null : document.getElementById(id);
  if (message === null) return;
  message.tabIndex = -1;
  message.focus({ preventScroll: true });
  message.scrollIntoView({ block: "center" });
}

async function readPage(): Promise<Document | null> {
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}
