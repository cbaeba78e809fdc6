import { vi } from "vitest";
import type { DemoMail } from "../../server/mail/demo-mail.ts";
import type { RunningServer } from "../../server/start/main.ts";
import { withOwnerFirst } from "./start-test-server.ts";

/**
 * A browser without a session. It keeps cookies, sends our Origin and the last page's owner, and follows no redirects.
 */
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields: Record<string, string> | FormData, headers?: Record<string, string>): Promise<Response>;
}

export function openVisitor({ url }: Pick<RunningServer, "url">): Visitor {
  const cookies = new Map<string, string>();
  let owner = ".";
  const send = async (
    path: string,
    init: { method?: string; body?: URLSearchParams | FormData; headers: Record<string, string> },
  ): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(new URL(path, url), {
      redirect: "manual",
      ...init,
      headers: { origin: new URL(url).origin, cookie, ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0\b/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    if (answer.headers.get("content-type")?.startsWith("text/html") === true)
      owner = /<meta name="kw-owner" content="([^"]*)"/.exec(await answer.clone().text())?.[1] ?? owner;
    return answer;
  };
  return {
    cookies,
    get: async (path, headers = {}) => send(path, { headers }),
    post: async (path, fields, headers = {}) =>
      send(path, { method: "POST", body: withOwnerFirst(fields, owner), headers }),
  };
}

/** The newest mail to an address that passes a test, as soon as the demo's mailbox has it. */
export async function waitForMail(
  { services }: Pick<RunningServer, "services">,
  to: string,
  passes: (mail: DemoMail) => boolean = () => true,
): Promise<DemoMail> {
  return vi.waitUntil(() => services.demo?.mailbox.list().find((mail) => mail.to.includes(to) && passes(mail)), {
    timeout: 15_000,
    interval: 25,
  });
}
