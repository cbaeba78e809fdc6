import { once } from "node:events";
import { request } from "node:http";
import { connect, createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Config } from "./config.ts";
import { readConfig } from "./config.ts";
import { type Door, findDoor } from "./listen.ts";

const answering = async (): Promise<Response> => new Response("well");
const configOf = (settings: Record<string, string>, demo = false): Config => readConfig(settings, { demo });

describe("the door", () => {
  const doors: Door[] = [];
  const find = async (config: Config, fetch = answering): Promise<Door> => {
    const door = await findDoor(config, fetch);
    doors.push(door);
    return door;
  };
  afterEach(async () => void (await Promise.all(doors.splice(0).map(async ({ close }) => close()))));

  const freePort = async (): Promise<number> => {
    const door = await find(configOf({ HOST: "127.0.0.1", PORT: "0" }));
    await door.close();
    return door.port;
  };
  const ask = async (host: string, port: number): Promise<string> => {
    const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
    return fetch(url).then(
      async (answer) => answer.text(),
      () => "nobody there",
    );
  };

  it("is closed until everything stands, when the port was asked for by number", async () => {
    const port = await freePort();
    const door = await find(configOf({ PORT: String(port) }));
    expect(door.port).toBe(port);
    expect(await ask("127.0.0.1", port)).toBe("nobody there");
    await door.open();
    expect(await ask("127.0.0.1", port)).toBe("well");
  });

  it("opens on both addresses of localhost", async () => {
    const door = await find(configOf({ PORT: "0" }));
    await door.open();
    expect(await ask("127.0.0.1", door.port)).toBe("well");
    const other = createServer().listen(0, "::1");
    const hasIpv6 = await Promise.race([
      once(other, "listening").then(() => true),
      once(other, "error").then(() => false),
    ]);
    other.close();
    expect(await ask("::1", door.port)).toBe(hasIpv6 ? "well" : "nobody there");
  });

  it("refuses a port that is in use, before anything else and when it was taken meanwhile", async () => {
    const port = await freePort();
    const door = await find(configOf({ PORT: String(port) }));
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    const refused = new RegExp(`^Port ${port} is in use: `);
    await expect(find(configOf({ PORT: String(port) }))).rejects.toThrow(refused);
    await expect(door.open()).rejects.toThrow(refused);
    other.close();
  });

  it("takes the next free port for a demo that asked for none, and keeps it", async () => {
    const first = await find(configOf({}, true));
    const second = await find(configOf({}, true));
    expect(second.port).toBeGreaterThan(first.port);
    expect(await ask("127.0.0.1", second.port)).toBe("well");
  });

  it("says in words that the machine has no such address", async () => {
    await expect(find(configOf({ HOST: "203.0.113.1", PORT: "0" }))).rejects.toThrow(
      /^This machine has no address 203\.0\.113\.1: /,
    );
  });

  it("ends the connections that are kept open once it lets go, after the answer that is under way", async () => {
    const gate = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const door = await find(configOf({ HOST: "127.0.0.1", PORT: "0" }), async () => {
      asked.resolve();
      await gate.promise;
      return new Response("well");
    });
    await door.open();
    const [answer] = await Promise.all([
      new Promise<string | undefined>((resolve, reject) => {
        request({ port: door.port, host: "127.0.0.1", headers: { connection: "keep-alive" } }, ({ headers }) =>
          resolve(headers.connection),
        )
          .on("error", reject)
          .end();
      }),
      asked.promise.then(() => {
        door.letGo();
        gate.resolve();
      }),
    ]);
    expect(answer).toBe("close");
  });

  it("answers what is under way when it is closed, and takes nobody else", async () => {
    const gate = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const door = await find(configOf({ HOST: "127.0.0.1", PORT: "0" }), async () => {
      asked.resolve();
      await gate.promise;
      return new Response("well");
    });
    await door.open();
    const answer = ask("127.0.0.1", door.port);
    await asked.promise;
    const closed = door.close();
    const late = connect(door.port, "127.0.0.1");
    await once(late, "error");
    gate.resolve();
    expect(await answer).toBe("well");
    await closed;
  });
});
