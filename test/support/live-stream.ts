/** An open stream of live events, like a browser's. */
export interface LiveStream {
  /** Reads until the text came or the server ended the stream; answers everything it heard. */
  until(text: string): Promise<string>;
  /** Reads until the server ends the stream; answers everything it heard. */
  end(): Promise<string>;
  close(): void;
}

export async function openLiveStream(url: string, cookie: string): Promise<LiveStream> {
  const abort = new AbortController();
  const answer = await fetch(new URL("/events", url), { headers: { cookie }, signal: abort.signal });
  if (answer.status !== 200) throw new Error(`a stream answered ${answer.status}`);
  const reader = answer.body?.getReader();
  let heard = "";
  const until = async (isEnough: () => boolean): Promise<string> => {
    while (!isEnough()) {
      const read = await reader?.read();
      if (read === undefined || read.done) break;
      heard += new TextDecoder().decode(read.value);
    }
    return heard;
  };
  await until(() => heard.includes("retry"));
  return {
    until: async (text) => until(() => heard.includes(text)),
    end: async () => until(() => false),
    close: () => abort.abort(),
  };
}
