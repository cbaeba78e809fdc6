let offsetMilliseconds = 0;

/** The server's clock as well as we know it; a laptop's own may be minutes off. */
export function serverNow(): number {
  return Date.now() + offsetMilliseconds;
}

/** Learns the server's time from the first page, then from the Date header of every answer that Turbo fetches. */
export function startClock(): void {
  const said = document.querySelector<HTMLMetaElement>('meta[name="kw-now"]')?.content;
  if (said !== undefined) learn(said);
  addEventListener("turbo:before-fetch-response", (event) => {
    const date = event.detail.fetchResponse.response.headers.get("date");
    if (date !== null) learn(date);
  });
}

function learn(said: string): void {
  const at = Date.parse(said);
  if (!Number.isNaN(at)) offsetMilliseconds = at - Date.now();
}
