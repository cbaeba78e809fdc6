let offsetMilliseconds = 0;

const said = /<meta name="kw-now" content="([^"]+)"/;

/** The server's clock, as far as we know it. A laptop's clock may be minutes off, and a demo's clock runs ahead. */
export function serverNow(): number {
  return Date.now() + offsetMilliseconds;
}

/** Learns the server's time from the first page, then from every page that Turbo fetches. A cached page is too old. */
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
