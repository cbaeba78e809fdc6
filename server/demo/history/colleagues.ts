import type { PersonId } from "../../../core/values/ids.ts";
import type { Result } from "../../../core/values/result.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Work } from "../../events/work.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { parseAddress } from "../../people/mail-address.ts";
import { findAnybodyByAddress } from "../../people/read-people.ts";
import type { Services } from "../../services.ts";
import { addStaff } from "../../staff/add-staff.ts";
import { suspendStaff } from "../../staff/suspend-staff.ts";
import { administrator } from "./cast.ts";
import { type Registry, staffActor } from "./people.ts";

type Needs = Pick<Services, "databases" | "systemNow">;

const leaving = { name: "Ruben Kok", mailAddress: "ruben@kwartier.example", weeklyMinutes: 960 };
const coming = { name: "Tess Mulder", mailAddress: "tess@kwartier.example", weeklyMinutes: 1680 };

/** A colleague who is there when the history begins. */
export async function welcomeColleague(needs: Needs, registry: Registry, at: Temporal.Instant): Promise<void> {
  await add(needs, registry, leaving, { at, reacts: false });
}

/** Today that colleague left, and another one was invited. */
export async function changeColleagues(needs: Needs, registry: Registry, now: Temporal.Instant): Promise<void> {
  await asAdministrator(needs, registry, { at: now.subtract({ minutes: 55 }), reacts: false }, async (work) => {
    const person = await findAnybodyByAddress(work.tx, leaving.mailAddress);
    if (person === undefined) throw new Error(`${leaving.name} is not there`);
    return suspendStaff(work, { personId: person.id, systemNow: needs.systemNow() });
  });
  await add(needs, registry, coming, { at: now.subtract({ minutes: 50 }), reacts: true });
}

async function add(needs: Needs, registry: Registry, who: typeof coming, when: When): Promise<PersonId> {
  const parsed = parseAddress(who.mailAddress);
  if (!parsed.ok) throw new Error(`${who.mailAddress} is no address`);
  const person = { ...who, mailAddress: parsed.address, role: "consultant", language: "nl" } as const;
  return asAdministrator(needs, registry, when, async (work) =>
    addStaff(work, { ...person, systemNow: needs.systemNow() }),
  );
}

interface When {
  readonly at: Temporal.Instant;
  /** Whether people are mailed. */
  readonly reacts: boolean;
}

async function asAdministrator<Value>(
  { databases }: Needs,
  registry: Registry,
  { at, reacts }: When,
  run: (work: Work<Staff>) => Promise<Result<Value>>,
): Promise<Value> {
  const actor = staffActor(registry, administrator);
  if (actor === null) throw new Error("nobody runs the provider's side");
  return inTransaction(databases, actor, async (tx) => {
    const done = await run({ tx, actor, now: () => at, reacts });
    if (!done.ok) throw new Error(`the demo's colleagues were refused: ${done.refusal.code}`);
    return done.value;
  });
}
