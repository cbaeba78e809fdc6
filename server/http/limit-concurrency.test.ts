import { describe, expect, it } from "vitest";
import { Busy, limitConcurrency } from "./limit-concurrency.ts";

function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

describe("a limit of concurrency (R42)", () => {
  it("let so many work at once, and the others wait", async () => {
    const limit = limitConcurrency({ atOnce: 2, lanes: { all: 10 } });
    const door = gate();
    let [now, most] = [0, 0];
    const works = Array.from({ length: 6 }, async () =>
      limit.run("all", async () => {
        now += 1;
        most = Math.max(most, now);
        await door.opened;
        now -= 1;
      }),
    );
    expect(now).toBe(2);
    door.open();
    await Promise.all(works);
    expect([now, most]).toEqual([0, 2]);
  });

  it("refuse at once whoever finds the lane full, and do not begin their work", async () => {
    const limit = limitConcurrency({ atOnce: 1, lanes: { all: 2 } });
    const door = gate();
    const works = Array.from({ length: 3 }, async () => limit.run("all", async () => door.opened));
    expect(limit.hasRoom("all")).toBe(false);
    let isBegun = false;
    await expect(limit.run("all", async () => void (isBegun = true))).rejects.toBeInstanceOf(Busy);
    expect(isBegun).toBe(false);
    door.open();
    await Promise.all(works);
    expect(limit.hasRoom("all")).toBe(true);
  });

  it("let an earlier lane pass a later one, and keep room for it when the later one is full", async () => {
    const limit = limitConcurrency({ atOnce: 1, lanes: { known: 1, anybody: 2 } });
    const door = gate();
    const done: string[] = [];
    const first = limit.run("anybody", async () => door.opened);
    const others = ["one", "two"].map(async (name) => limit.run("anybody", async () => void done.push(name)));
    expect(limit.hasRoom("anybody")).toBe(false);
    const known = limit.run("known", async () => void done.push("known"));
    door.open();
    await Promise.all([first, ...others, known]);
    expect(done).toEqual(["known", "one", "two"]);
  });

  it("go on after work that failed", async () => {
    const limit = limitConcurrency({ atOnce: 1, lanes: { all: 2 } });
    const failing = limit.run("all", async () => Promise.reject(new Error("broken")));
    const next = limit.run("all", async () => "done");
    await expect(failing).rejects.toThrow("broken");
    expect(await next).toBe("done");
  });
});
