import type { Logger } from "../logger.ts";
import { plainHost } from "./origin.ts";

const everyMs = 60_000;

/**
 * Logs requests for a host that is not ours, for example from a proxy that passes on its own name. Once a minute, with
 * their number.
 */
export function foreignHostNote(log: Logger, own: ReadonlySet<string>): (host: string | undefined) => void {
  let saidAt = -everyMs;
  let unsaid = 0;
  return (host) => {
    unsaid += 1;
    if (performance.now() - saidAt < everyMs) return;
    const expected = [...own].map((origin) => new URL(origin).host);
    const got = plainHost(host ?? "", "")?.slice(0, 100) ?? null;
    log.warn(
      { got, expected, requests: unsaid },
      "requests name a foreign host: the proxy in front must pass on Host, and PUBLIC_URL must name it",
    );
    saidAt = performance.now();
    unsaid = 0;
  };
}
