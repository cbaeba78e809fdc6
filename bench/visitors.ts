import type { PersonId } from "../core/values/ids.ts";
import { openDatabase, openPool } from "../server/db/connect.ts";
import { ensureRoles } from "../server/db/roles.ts";
import { inTransaction } from "../server/db/transaction.ts";
import { openSession } from "../server/sign-in/sessions.ts";

export interface Visitor {
  readonly cookie: string;
  readonly references: readonly string[];
}

/** A contact with many tickets, and a consultant, both signed in. */
export async function visitors(ownerUrl: string): Promise<{ contact: Visitor; consultant: Visitor }> {
  const { desk } = await ensureRoles(ownerUrl);
  const pool = openPool({ url: desk, name: "kwartier bench", max: 2, onError: () => undefined });
  const database = openDatabase(pool);
  const answer = await inTransaction({ portal: database, desk: database }, { kind: "system" }, async (tx) => {
    const busiest = await tx
      .selectFrom("seats")
      .innerJoin("tickets", "tickets.organisationId", "seats.organisationId")
      .select(["seats.personId", "seats.organisationId"])
      .groupBy(["seats.personId", "seats.organisationId"])
      .orderBy((builder) => builder.fn.countAll(), "desc")
      .executeTakeFirstOrThrow();
    const helper = await tx
      .selectFrom("people")
      .select("id")
      .where("staffRole", "is not", null)
      .executeTakeFirstOrThrow();
    const tickets = tx.selectFrom("tickets").select("reference").orderBy("lastActivityAt", "desc").limit(40);
    const own = await tickets.where("organisationId", "=", busiest.organisationId).execute();
    const signIn = async (person: PersonId) => {
      const { token } = await openSession(tx, person, Temporal.Now.instant());
      return `kwartier-session=${token}`;
    };
    return {
      contact: { cookie: await signIn(busiest.personId), references: own.map(({ reference }) => reference) },
      consultant: {
        cookie: await signIn(helper.id),
        references: (await tickets.execute()).map(({ reference }) => reference),
      },
    };
  });
  await pool.end();
  return answer;
}
