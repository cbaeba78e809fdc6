import { sql } from "kysely";
import type { VatPositionFrom } from "../../core/charges/charge-work.ts";
import type { VatRegistration } from "../../core/charges/decide-vat-position.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { type Month, monthOf } from "../../core/values/month.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";
import { type Subject, versionOf } from "../events/changes.ts";

/** An organisation's VAT positions with their first months, earliest first (CE5). */
export async function listVatPositions(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<readonly VatPositionFrom[]> {
  return (await listVatPositionsOf(tx, [organisationId])).get(organisationId) ?? [];
}

/** The same of several organisations, as far as they have any. */
export async function listVatPositionsOf(
  tx: Transaction,
  organisationIds: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly VatPositionFrom[]>> {
  const registrations = await registrationsOf(tx, organisationIds);
  return new Map([...registrations].map(([id, own]) => [id, own.map(({ from, position }) => ({ from, position }))]));
}

/** An organisation's VAT positions with the VAT numbers (CE5). */
export async function listVatRegistrations(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<readonly VatRegistration[]> {
  return (await registrationsOf(tx, [organisationId])).get(organisationId) ?? [];
}

const positionsOf = compiled((from, organisationIds: readonly OrganisationId[]) =>
  from
    .selectFrom("vat_positions")
    .select(["organisationId", "fromMonth", "position", "vatNumber"])
    .where(isOneOf("organisationId", organisationIds))
    .orderBy("fromMonth"),
);

async function registrationsOf(
  tx: Transaction,
  organisationIds: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly VatRegistration[]>> {
  const rows = await positionsOf(tx, organisationIds);
  const ofEach = Map.groupBy(rows, ({ organisationId }) => organisationId);
  return new Map(
    [...ofEach].map(([id, own]) => [
      id,
      own.map(({ fromMonth, position, vatNumber }) => ({ from: monthOf(fromMonth), position, vatNumber })),
    ]),
  );
}

/** The last month with a line on an organisation's invoices; null without any. */
export async function lastInvoicedMonth(tx: Transaction, organisationId: OrganisationId): Promise<Month | null> {
  const { rows } = await sql<{ month: string | null }>`select last_invoiced_month(${organisationId}) as month`.execute(
    tx,
  );
  const month = rows[0]?.month ?? null;
  return month === null ? null : monthOf(month);
}

/** A customer's VAT position in its organisation's chain of events. */
export function vatSubject(organisationId: OrganisationId): Subject {
  return { organisationId, subject: organisationId };
}

/** The version of a customer's VAT position, to be read before the position (R12). */
export async function vatVersion(tx: Transaction, organisationId: OrganisationId): Promise<number> {
  return versionOf(tx, vatSubject(organisationId));
}
