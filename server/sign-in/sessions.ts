import type { Language } from "../../core/values/language.ts";
import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "../../core/access/actor.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { compiledOne, type Statements } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { type Databases, inTransaction, readAsSystem } from "../db/transaction.ts";
import { newId } from "../db/new-id.ts";
import type { Identity } from "../http/identity.ts";
import {
  findMemberships,
  findPerson,
  listMemberships,
  type Membership,
  membershipsOfSession,
} from "../people/read-people.ts";
import { insertSession, updateSession } from "./store-sessions.ts";

/** Sessions end when idle or old, and staff's end sooner. */
const lifetimes = {
  contact: { idle: { hours: 12 }, whole: { hours: 30 * 24 } },
  staff: { idle: { hours: 8 }, whole: { hours: 7 * 24 } },
} as const;

const system: Actor = { kind: "system" };

function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Opens a session for a person and answers its token: 256 random bits, of which only the hash is kept (R18). */
export async function openSession(
  tx: Transaction,
  personId: PersonId,
  now: Temporal.Instant,
): Promise<{ token: string; maxAgeSeconds: number }> {
  const token = randomBytes(32).toString("base64url");
  const person = await findPerson(tx, personId);
  const memberships = person?.staffRole === null ? await findMemberships(tx, personId) : [];
  const lifetime = lifetimes[person?.staffRole === null ? "contact" : "staff"];
  await insertSession(tx, {
    tokenHash: hashToken(token),
    id: newId(),
    personId,
    organisationId: memberships.length === 1 ? (memberships[0]?.organisationId ?? null) : null,
    createdAt: now,
    lastSeenAt: now,
    idleExpiresAt: now.add(lifetime.idle),
    expiresAt: now.add(lifetime.whole),
  });
  return { token, maxAgeSeconds: lifetime.whole.hours * 3600 };
}

/** Chooses the organisation of a session. Answers false when the person has no place there. */
export async function chooseOrganisation(
  tx: Transaction,
  sessionId: string,
  organisationId: OrganisationId,
): Promise<boolean> {
  const session = await tx.selectFrom("sessions").select("personId").where("id", "=", sessionId).executeTakeFirst();
  if (session === undefined) return false;
  const memberships = await findMemberships(tx, session.personId);
  if (!memberships.some((membership) => membership.organisationId === organisationId)) return false;
  await updateSession(tx, sessionId, { organisationId });
  return true;
}

/**
 * The identity of a session's token right now, which keeps the session alive. Seats, roles and revocation are read anew
 * each time (R03).
 */
export async function identify(databases: Databases, token: string, now: Temporal.Instant): Promise<Identity | null> {
  const [session, memberships] = await readAsSystem(databases, async (tx) => {
    const tokenHash = hashToken(token);
    return Promise.all([sessionOf(tx, tokenHash, now), membershipsOfSession(tx, tokenHash)]);
  });
  if (session === undefined) return null;
  await touch(databases, session, now);
  return identityOf(session, memberships);
}

/**
 * The same for the sessions of several tokens, without keeping them alive. It reads once, however many there are, for
 * streams that are open for hours.
 */
export async function identifyAll(
  databases: Databases,
  tokens: readonly string[],
  now: Temporal.Instant,
): Promise<readonly (Identity | null)[]> {
  const hashes = tokens.map(hashToken);
  return readAsSystem(databases, async (tx) => {
    const sessions = await sessionsInForce(tx, now)
      .select("tokenHash")
      .where(sql<boolean>`token_hash = any(${hashes}::bytea[])`)
      .execute();
    const contacts = sessions.filter(({ staffRole }) => staffRole === null).map(({ personId }) => personId);
    const memberships = await listMemberships(tx, [...new Set(contacts)]);
    const known = new Map(sessions.map((session) => [session.tokenHash.toString("hex"), session]));
    return hashes.map((hash) => {
      const session = known.get(hash.toString("hex"));
      return session === undefined ? null : identityOf(session, memberships.get(session.personId) ?? []);
    });
  });
}

const sessionOf = compiledOne((from, tokenHash: Buffer, now: Temporal.Instant) =>
  sessionsInForce(from, now).where("tokenHash", "=", tokenHash),
);

function sessionsInForce(from: Statements, now: Temporal.Instant) {
  return from
    .selectFrom("sessions")
    .innerJoin("people", "people.id", "sessions.personId")
    .select([
      "sessions.id",
      "sessions.personId",
      "sessions.organisationId",
      "sessions.lastSeenAt",
      "sessions.idleExpiresAt",
      "sessions.expiresAt",
      "people.name",
      "people.language",
      "people.staffRole",
    ])
    .where("revokedAt", "is", null)
    .where("idleExpiresAt", ">", now)
    .where("sessions.expiresAt", ">", now)
    .where("people.deactivatedAt", "is", null);
}

interface Session {
  id: string;
  personId: PersonId;
  organisationId: OrganisationId | null;
  lastSeenAt: Temporal.Instant;
  idleExpiresAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  name: string;
  language: Language;
  staffRole: "consultant" | "administrator" | null;
}

function identityOf(session: Session, memberships: readonly Membership[]): Identity {
  const common = {
    sessionId: session.id,
    personId: session.personId,
    personName: session.name,
    language: session.language,
    endsAt:
      Temporal.Instant.compare(session.idleExpiresAt, session.expiresAt) < 0
        ? session.idleExpiresAt
        : session.expiresAt,
  };
  if (session.staffRole !== null)
    return {
      ...common,
      actor: { kind: session.staffRole, personId: session.personId },
      organisationName: null,
      organisationCount: 0,
    };
  const chosen = memberships.find((membership) => membership.organisationId === session.organisationId);
  const { organisationId, organisationName, seat, isSignatory } = chosen ?? {};
  if (organisationId === undefined)
    return { ...common, actor: null, organisationName: null, organisationCount: memberships.length };
  const actor = {
    kind: "contact",
    personId: session.personId,
    organisationId,
    seat: seat ?? null,
    isSignatory: isSignatory ?? false,
  } as const;
  return { ...common, actor, organisationName: organisationName ?? null, organisationCount: memberships.length };
}

/** Moves the idle end, at most once a minute, so that reading pages seldom writes. */
async function touch(databases: Databases, session: Session, now: Temporal.Instant): Promise<void> {
  if (now.since(session.lastSeenAt).total("minutes") < 1) return;
  const { idle } = lifetimes[session.staffRole === null ? "contact" : "staff"];
  await inTransaction(databases, system, async (tx) =>
    updateSession(tx, session.id, { lastSeenAt: now, idleExpiresAt: now.add(idle) }),
  );
}
