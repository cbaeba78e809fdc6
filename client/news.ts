/** The messages of a conversation, as a page shows them. */
const messages = ".conversation .message[id]";

/**
 * Tells somebody who is writing an answer that another wrote meanwhile: the page waits until they are done, their
 * answer should not pass what they have not read. The bar shows it when they press its button; what they wrote stays.
 */
export async function tellNews(): Promise<void> {
  const bar = document.querySelector<HTMLElement>("[data-news]");
  if (bar === null || !bar.hidden) return;
  const now = await readPage();
  if (now === null || !bar.isConnected) return;
  // Asked when the answer is there: the page may have been shown again meanwhile, with what came in.
  const known = messageIds(document);
  if ([...messageIds(now)].some((id) => !known.has(id))) bar.hidden = false;
}

/** Fetches the page anew when the bar's button is pressed, and goes to the first message that it did not have. */
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
