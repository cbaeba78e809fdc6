import { type Customer, day, hour, type Loading, textOfTime } from "./loading.ts";

/** Adds what signing in leaves behind: ended sessions, known browsers, used codes, counted attempts and refusals. */
export function addSignIns({ rows, chance, plan }: Loading, customer: Customer): void {
  const { contacts, domain, id: organisationId } = customer;
  for (const [seat, personId] of contacts.entries()) {
    const at = plan.now - chance.between(2, 25) * day;
    const [createdAt, used, endsAt] = [textOfTime(at), textOfTime(at + hour), textOfTime(at + day)];
    const browserHash = chance.bytes(32);
    rows.add("sessions", {
      tokenHash: chance.bytes(32),
      id: chance.id<string>(at),
      personId,
      organisationId,
      createdAt,
      lastSeenAt: used,
      idleExpiresAt: endsAt,
      expiresAt: endsAt,
      revokedAt: seat === 0 ? null : used,
    });
    rows.add("known_browsers", { browserHash, personId, signedInAt: createdAt, expiresAt: textOfTime(at + 90 * day) });
    rows.add("sign_in_codes", {
      id: chance.id<string>(at),
      personId,
      mailAddress: `contact${seat + 1}@${domain}`,
      browserHash,
      codeHash: chance.bytes(32),
      linkHash: chance.bytes(32),
      attempts: 1,
      createdAt,
      expiresAt: used,
      usedAt: createdAt,
    });
    rows.add("invitations", {
      id: chance.id<string>(at),
      personId,
      tokenHash: chance.bytes(32),
      createdAt,
      expiresAt: endsAt,
      usedAt: used,
      madeBy: null,
    });
    rows.add("rate_limits", { bucket: `mail-person-60:${personId}`, windowStartedAt: createdAt, hits: 3 });
    if (customer.place % 10 !== 0) continue;
    const moment = at - (at % 60_000);
    const network = `203.0.113.${customer.place % 250}`;
    rows.add("refused_accesses", {
      id: chance.id<string>(moment),
      minute: textOfTime(moment),
      reason: "not-found",
      personId,
      organisationId,
      address: "/portal/tickets/K26-00001",
      network,
      hits: 2,
      lastAt: createdAt,
      requestId: chance.id<string>(at),
    });
  }
}
