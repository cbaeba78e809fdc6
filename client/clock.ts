let offsetMilliseconds = 0;

const said = /<meta name="kw-now" content="([^"]+)"/;

/** The server's clock as well as we know it; a laptop's own may be minutes off, and a demo's runs ahead. */
export function serverNow(): number {
  return Date.now() + offsetMilliseconds;
}

/**
 * Learns the server's time from the first page, then from every page that Turbo fetches; a page out of its cache is
 * old.
 */
export function startClock(): void {
  learn(document.querySelector<HTMLMetaElement>('meta[name="kw-now"]')?.content);
  addEventListener("turbo:before-fetch-response", (event) => {
    const { response } = event.detail.fetchResponse;
    if (response.headers.get("content-type")?.startsWith("text/html") !== true) return;
    const arrived = Date.now();
    void response
      .clone()
      .text()
      .then((html) => learn(said.exec(html)?.[1], arrived));
  });
}

function learn(text: string | undefined, arrived = Date.now()): void {
  const at = Date.parse(text ?? "");
  if (!Number.isNaN(at)) offsetMilliseconds = at - arrived;
}
