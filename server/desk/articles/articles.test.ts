import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, codeOf, consultant, makeTicket, seated } from "../../../test/support/act.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { type ArticleMove, moveArticle } from "../../knowledge/move-article.ts";
import { lockArticle } from "../../knowledge/lock-article.ts";
import { editArticle, writeArticle } from "../../knowledge/write-article.ts";
import { verifyChain } from "../../verify/verify-chain.ts";

describe("articles of the knowledge base (D3)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await server.browser(await makeStaff(server.services));
  });
  afterAll(async () => server.close());

  const page = async (path: string) => (await sanne.get(path)).text();
  async function write(title: string): Promise<string> {
    const article = { title, body: "Tekst", idempotencyKey: randomUUID() };
    return (await sanne.post("/desk/articles", article)).headers.get("location") ?? "";
  }
  /** The version on the article's page; undefined if there is none. */
  const seen = async (path: string) => /name="version" value="(\d+)"/.exec(await page(path))?.[1] ?? "1";
  const move = async (path: string, deed: string, version?: string) =>
    (await sanne.post(`${path}/${deed}`, { version: version ?? (await seen(path)) })).status;

  it("are drafts at first, published, retired and brought back, on record in the provider's chain", async () => {
    const path = await write("Sjabloon herstellen");
    expect(await page(path)).toContain("Concept");
    const draft = await seen(path);
    expect(await move(path, "restore")).toBe(409);
    expect(await move(path, "publish")).toBe(303);
    expect(await move(path, "publish")).toBe(409);
    expect(await move(path, "retire", draft)).toBe(409);
    expect(await move(path, "retire")).toBe(303);
    const edited = await sanne.post(path, { title: "Anders", body: "Tekst", version: await seen(path) });
    expect([edited.status, await edited.text()]).toEqual([409, expect.stringContaining("is gearchiveerd")]);
    expect(await page(path)).not.toContain(`${path}/edit`);
    expect(await move(path, "restore")).toBe(303);
    await asSystem(server.services, server.services.now(), async ({ tx }) => {
      const query = tx
        .selectFrom("provider_events")
        .select("kind")
        .where("subject", "=", path.split("/").at(-1) ?? "");
      expect((await query.orderBy("sequence").execute()).map(({ kind }) => kind)).toEqual([
        "article-written",
        "article-published",
        "article-retired",
        "article-restored",
      ]);
      expect((await verifyChain(tx, null)).broken).toBeNull();
    });
  });

  it("are listed and searched by where they are, the published ones unless asked otherwise", async () => {
    const path = await write("Zandloper blijft draaien");
    const lists = async () =>
      Promise.all(
        [
          "/desk/articles",
          "/desk/articles?q=zandloper",
          "/desk/search?q=zandloper",
          "/desk/articles?state=draft",
          "/desk/articles?state=draft&q=zandloper",
          "/desk/articles?state=retired",
        ].map(async (list) => (await page(list)).includes(path)),
      );
    expect(await lists()).toEqual([false, false, false, true, true, false]);
    await move(path, "publish");
    expect(await lists()).toEqual([true, true, true, false, false, false]);
    await move(path, "retire");
    expect(await lists()).toEqual([false, false, false, false, false, true]);
  });

  it("are offered when resolving once they are published; a draft can be linked, a retired one cannot", async () => {
    const path = await write("Vergadering verdwijnt");
    const id = path.split("/").at(-1) ?? "";
    const open = async () => makeTicket(server.services, organisation, undefined, "Vergadering verdwijnt steeds");
    const resolve = async (reference: string) => {
      const closing = { outcome: "solved", message: "Klaar.", article: "existing", articleId: id };
      return (await sanne.post(`/desk/tickets/${reference}/resolve`, closing)).status;
    };
    const [first, second, third] = [await open(), await open(), await open()];
    expect(await page(`/desk/tickets/${first}`)).not.toContain(`value="${id}"`);
    expect(await resolve(first)).toBe(303);
    await move(path, "publish");
    expect(await page(`/desk/tickets/${second}`)).toContain(`value="${id}"`);
    expect(await resolve(second)).toBe(303);
    await move(path, "retire");
    expect(await page(`/desk/tickets/${third}`)).not.toContain(`value="${id}"`);
    expect(await resolve(third)).toBe(409);
    expect(await page(`/desk/tickets/${first}`)).toContain(path);
  });

  it("are edited only in the version that was seen", async () => {
    const path = await write("Eerste");
    const version = await seen(path);
    expect((await sanne.post(path, { title: "Tweede", body: "Tekst", version })).status).toBe(303);
    const again = await sanne.post(path, { title: "Derde", body: "Tekst", version });
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("Derde")]);
    expect(await page(path)).toContain("Tweede");
  });

  it("are the desk's to move, and unknown under no id", async () => {
    const path = await write("Van ons");
    const anna = await server.browser(organisation.first);
    for (const deed of ["publish", "retire", "restore"]) {
      expect((await anna.post(`${path}/${deed}`, { version: "1" })).status).toBe(403);
      expect(await move(`/desk/articles/${randomUUID()}`, deed)).toBe(404);
      expect(await move("/desk/articles/x", deed)).toBe(404);
      const init = { method: "POST", redirect: "manual", headers: { origin: new URL(server.url).origin } } as const;
      const answer = await fetch(new URL(`${path}/${deed}`, server.url), init);
      expect(answer.headers.get("location")).toMatch(/^\/sign-in/);
    }
  });

  it("are refused by the actions themselves: to contacts, when there is none, retired, or changed meanwhile (R12)", async () => {
    const { services } = server;
    const staff = consultant(await makeStaff(services));
    // The types keep contacts out. The actions ask by themselves, whatever called them.
    const contact = seated(organisation) as unknown as Staff;
    const text = { title: "Printer", body: "Tekst", isPublic: false };
    const written = await act(services, staff, async (work) => writeArticle(work, text));
    const own = written.ok ? written.value.id : "";
    const add = async (actor: Staff) => codeOf(await act(services, actor, async (work) => writeArticle(work, text)));
    const edit = async (actor: Staff, id = own, version = 1_000_000) =>
      codeOf(await act(services, actor, async (work) => editArticle(work, { id, version, ...text })));
    const moved = async (actor: Staff, deed: ArticleMove, { id = own, version = 1_000_000 } = {}) =>
      codeOf(await act(services, actor, async (work) => moveArticle(work, { id, move: deed, version })));
    expect([await add(contact), await edit(contact), await moved(contact, "publish")]).toEqual(
      Array(3).fill("not-allowed"),
    );
    const none = randomUUID();
    expect([await edit(staff, none), await moved(staff, "publish", { id: none })]).toEqual(["not-found", "not-found"]);
    const locked = async (actor: Staff, id: string) =>
      codeOf(await act(services, actor, async (work) => lockArticle(work, id, "article.retire")));
    expect([await locked(contact, own), await locked(staff, none)]).toEqual(["not-allowed", "not-found"]);
    expect([await edit(staff, own, 0), await moved(staff, "publish", { version: 0 })]).toEqual(
      Array(2).fill("changed-meanwhile"),
    );
    expect([await moved(staff, "publish"), await moved(staff, "retire")]).toEqual(["ok", "ok"]);
    expect([await edit(staff), await moved(staff, "publish")]).toEqual(Array(2).fill("transition-refused"));
  });
});
