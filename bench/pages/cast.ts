import { openDatabase, openPool } from "../../server/db/connect.ts";
import { openClient } from "../../server/db/open-client.ts";
import { ensureRoles } from "../../server/db/roles.ts";
import { inTransaction } from "../../server/db/transaction.ts";
import { formOwnerOf } from "../../server/http/form-owner.ts";
import { identify, openSession } from "../../server/sign-in/sessions.ts";
import type { PersonId } from "../../core/values/ids.ts";

/** A signed-in person. */
export interface Player {
  readonly personId: string;
  readonly cookie: string;
  /** The hidden field of a form that was made for them. */
  readonly formOwner: string;
}

/** The people who ask, and the things that they ask for. */
export interface Cast {
  readonly contact: Player;
  readonly consultant: Player;
  readonly administrator: Player;
  /** Contacts of organisations of their own, with an open ticket each. */
  readonly writers: readonly (Player & { readonly reference: string })[];
  readonly consultants: readonly Player[];
  readonly organisationId: string;
  readonly month: string;
  readonly invoiceNumber: string;
  /** Tickets of the contact's organisation, newest first, and of all. */
  readonly ownReferences: readonly string[];
  readonly references: readonly string[];
  /** Open tickets with room for an hour of work, created long ago. */
  readonly oldReferences: readonly string[];
}

export const mostWriters = 32;

/** Signs people of a loaded database in. */
export async function openCast(ownerUrl: string): Promise<Cast> {
  const client = await openClient(ownerUrl);
  const texts = async (sql: string, values: readonly unknown[] = []) =>
    (await client.query<{ text: string }>(sql, [...values])).rows.map(({ text }) => text);
  const [organisationId = ""] = await texts(
    `select organisation_id as text from organisations order by created_at limit 1`,
  );
  const writers = await client.query<{ person: string; reference: string }>(
    `select s.person_id as person, t.reference from organisations o join seats s using (organisation_id)
      cross join lateral (select reference from tickets t where t.organisation_id = o.organisation_id and t.status = 'open'
        order by last_activity_at desc limit 1) t
      where s.seat_number = 1 order by o.created_at limit $1`,
    [mostWriters],
  );
  const staff = await texts(
    'select id as text from people where staff_role is not null order by staff_role desc, mail_address collate "C"',
  );
  const own = await texts("select person_id as text from seats where organisation_id = $1 and seat_number = 1", [
    organisationId,
  ]);
  const recent = "select reference as text from tickets t";
  const found = {
    organisationId,
    month:
      (
        await texts(
          "select max(month) as text from tickets where has_uninvoiced_work and month < to_char(now(), 'YYYY-MM')",
        )
      )[0] ?? "",
    invoiceNumber:
      (
        await texts("select number as text from invoices where organisation_id = $1 order by issued_at desc limit 1", [
          organisationId,
        ])
      )[0] ?? "",
    ownReferences: await texts(`${recent} where organisation_id = $1 order by last_activity_at desc limit 40`, [
      organisationId,
    ]),
    references: await texts(`${recent} order by last_activity_at desc limit 40`),
    oldReferences: await texts(
      `${recent} where status = 'open' and created_at < now() - interval '20 days' and authorised_minutes - chargeable_minutes >= 60
        and not exists (select from authorisations a where a.organisation_id = t.organisation_id and a.ticket_id = t.id) order by created_at limit 60`,
    ),
  };
  await client.end();
  const signedIn = await signIn(ownerUrl, [...staff, ...own, ...writers.rows.map(({ person }) => person)]);
  const player = (personId: string | undefined): Player => {
    const one = signedIn.get(personId ?? "");
    if (one === undefined) throw new Error("the loaded database has not enough people");
    return one;
  };
  return {
    ...found,
    contact: player(own[0]),
    administrator: player(staff.at(-1)),
    consultant: player(staff.find((one) => one !== staff.at(-1))),
    consultants: staff.slice(0, -2).map(player),
    writers: writers.rows.map(({ person, reference }) => ({ ...player(person), reference })),
  };
}

async function signIn(ownerUrl: string, people: readonly string[]): Promise<ReadonlyMap<string, Player>> {
  const { desk } = await ensureRoles(ownerUrl);
  const pool = openPool({ url: desk, name: "kwartier bench", max: 2, onError: () => undefined });
  const database = openDatabase(pool);
  const databases = { portal: database, desk: database };
  const players = new Map<string, Player>();
  for (const personId of people) {
    const now = Temporal.Now.instant();
    const { token } = await inTransaction(databases, { kind: "system" }, async (tx) =>
      openSession(tx, personId as PersonId, now),
    );
    const identity = await identify(databases, token, now);
    players.set(personId, { personId, cookie: `kwartier-session=${token}`, formOwner: formOwnerOf(identity) });
  }
  await pool.end();
  return players;
}
