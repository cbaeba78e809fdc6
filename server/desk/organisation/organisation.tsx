import type { VNode } from "preact";
import { z } from "zod";
import { localDateOf, timeZone } from "../../../core/calendar/time-zone.ts";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { organisationDeeds } from "../../../core/organisations/organisation-deeds.ts";
import { seatNumbers } from "../../../core/organisations/seats.ts";
import { localMonthOf } from "../../../core/tickets/month-counter.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../../core/values/result.ts";
import { loadAddendumStanding } from "../../contracts/addendum-standing.ts";
import { contractAt } from "../../contracts/read-contracts.ts";
import { loadStanding } from "../../contracts/contract-standing.ts";
import { atOnce } from "../../db/at-once.ts";
import type { Work } from "../../events/work.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { nothing } from "../../http/fields.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { formPage } from "../../http/form-page.ts";
import { idOf } from "../../http/params.ts";
import { type RefusedForm, typedForm } from "../../http/refused-form.ts";
import type { RouteRequest, View } from "../../http/route.ts";
import { findNotes, findOrganisation, findSeats, findSignatories } from "../../organisations/find-organisations.ts";
import { peopleMessages } from "../../organisations/people.messages.ts";
import { lastInvoicedMonth, listVatRegistrations, vatVersion } from "../../organisations/read-vat-positions.ts";
import { lastTicketsOf } from "../../tickets/board.ts";
import { countTicketsInMonth } from "../../tickets/read-month-counter.ts";
import { DefinitionList } from "../../ui/definition-list.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TicketMeter } from "../../tickets/ticket-meter.tsx";
import { Columns, PageHead, Section } from "../../ui/section.tsx";
import { editOrganisationMessages } from "./edit-organisation.messages.ts";
import { OrganisationAddendum } from "./organisation-addendum.tsx";
import { ArchivedNotice, ArchiveForm } from "./organisation-archive.tsx";
import { OrganisationContracts } from "./organisation-contracts.tsx";
import { OrganisationVat } from "./organisation-vat.tsx";
import { organisationMessages } from "../organisations/organisations.messages.ts";
import { TicketTable } from "../board/ticket-table.tsx";

/** The address of a customer. */
export const ofOrganisation = z.strictObject({ id: idOf<OrganisationId>() });

/** Every form of the page. A button has nothing to show again. */
export type OrganisationForm = "vat" | "addendum" | "record" | "button";

/**
 * One customer: seats, contract, this month and the latest tickets. Its deeds are declared in files beside this one.
 */
export const organisationPage = formPage<Staff, z.output<typeof ofOrganisation>, unknown, OrganisationForm>({
  path: paths.desk.organisation(":id"),
  access: staff,
  permission: "organisation.read",
  params: ofOrganisation,
  query: nothing,
  address: ({ id }) => paths.desk.organisation(id),
  show: showOrganisation,
});

async function loadOrganisation(work: Work<Staff>, id: OrganisationId) {
  const organisation = await findOrganisation(work.tx, id);
  if (organisation === undefined) return refuse({ code: "not-found" });
  const organisationId = organisation.organisationId;
  const abilities = abilitiesOf(organisationDeeds, work.actor, organisation);
  if (!abilities.has("organisation.read")) return refuse({ code: "not-allowed" });
  const { contract, ...loaded } = await atOnce({
    contract: contractAt(work.tx, organisationId, work.now()),
    standing: loadStanding(work, organisationId),
    addendum: loadAddendumStanding(work, organisationId),
    seats: findSeats(work.tx, organisationId),
    signatories: findSignatories(work.tx, organisationId),
    ticketCount: countTicketsInMonth(work, organisationId, localMonthOf(work.now(), timeZone)),
    notes: findNotes(work.tx, organisationId),
    tickets: lastTicketsOf(work.tx, organisationId, { limit: 25 }),
    vat: atOnce({
      version: vatVersion(work.tx, organisationId),
      positions: listVatRegistrations(work.tx, organisationId),
      lastInvoicedMonth: lastInvoicedMonth(work.tx, organisationId),
    }),
  });
  return accept({ organisation, abilities, contract: contract.ok ? contract.value : null, ...loaded });
}

type OrganisationData = Extract<Awaited<ReturnType<typeof loadOrganisation>>, { ok: true }>["value"];

async function showOrganisation(
  { work, view, params }: RouteRequest<Staff, { readonly id: OrganisationId }, unknown>,
  refused: RefusedForm<OrganisationForm> | null,
): Promise<Result<VNode>> {
  const loaded = await loadOrganisation(work, params.id);
  if (!loaded.ok) return loaded;
  const words = organisationMessages(view.language);
  const { organisation, abilities, tickets, standing, signatories, vat, addendum } = loaded.value;
  const form = (name: OrganisationForm) => typedForm(name, refused, view.language);
  const organisationId = organisation.organisationId;
  return accept(
    <DeskPage view={view} title={organisation.name}>
      <PageHead back={{ href: paths.desk.organisations, label: words.title }} title={organisation.name} />
      <RefusalSummary refusal={form("button").refusal} language={view.language} title={words.notDone} />
      <ArchivedNotice {...{ organisation, view }} mayRestore={abilities.has("organisation.restore")} />
      <Columns
        asideLabel={words.about}
        main={
          <Section title={words.recent}>
            <TicketTable
              tickets={tickets}
              view={view}
              caption={words.recent}
              kind="mixed"
              without={["organisation", "assignee", "urgency"]}
              empty={<EmptyState title={words.noTickets} />}
            />
          </Section>
        }
        aside={
          <>
            <About data={loaded.value} view={view} />
            <OrganisationContracts
              {...{ organisationId, signatories, view, form: form("record") }}
              standing={organisation.archivedAt === null ? standing : { ...standing, offerable: [], recordable: [] }}
            />
            <OrganisationAddendum {...{ organisationId, view, standing: addendum, form: form("addendum") }} />
            <OrganisationVat
              {...{ organisation, standing: vat, view, form: form("vat") }}
              mayChange={abilities.has("organisation.set-vat")}
            />
            {abilities.has("organisation.archive") && organisation.archivedAt === null && (
              <ArchiveForm {...{ organisation, view }} />
            )}
          </>
        }
      />
    </DeskPage>,
  );
}

function About({ data, view: { language, now } }: { data: OrganisationData; view: View }): VNode {
  const words = organisationMessages(language);
  const { organisation, abilities, contract, seats, signatories, ticketCount, notes } = data;
  const details = editOrganisationMessages(language);
  const seatOf = (number: number) => {
    const holder = seats.find((seat) => seat.number === number);
    return {
      term: words.seat(number),
      value:
        holder === undefined ? (
          <span class="text-muted">{words.seatFree}</span>
        ) : (
          <>
            <span title={holder.mailAddress}>{holder.name}</span>
            {holder.phone !== null && <span class="text-muted"> {holder.phone}</span>}
          </>
        ),
    };
  };
  return (
    <>
      <Section title={words.thisMonth}>
        {contract === null ? (
          <p class="text-muted">{words.noContract}</p>
        ) : (
          <TicketMeter label={words.tickets} count={ticketCount} limit={contract.terms.ticketsPerMonth} />
        )}
      </Section>
      <Section
        title={words.contacts}
        actions={
          <a class="link" href={paths.desk.people(organisation.organisationId)}>
            {peopleMessages(language).manage}
          </a>
        }
      >
        <DefinitionList
          items={[
            ...seatNumbers(seats, contract?.terms ?? null).map(seatOf),
            { term: words.signatories, value: signatories.map((one) => one.name).join(", ") },
          ]}
        />
      </Section>
      <Section
        title={words.about}
        actions={
          abilities.has("organisation.change") && (
            <a class="link" href={paths.desk.editOrganisation(organisation.organisationId)}>
              {details.edit}
            </a>
          )
        }
      >
        <DefinitionList
          items={[
            { term: words.address, value: organisation.addressLines.join(", ") },
            { term: words.invoiceMail, value: organisation.invoiceMailAddress },
            ...(organisation.chamberOfCommerce === null
              ? []
              : [{ term: words.chamberOfCommerce, value: organisation.chamberOfCommerce }]),
            ...(organisation.phone === null ? [] : [{ term: details.phone, value: organisation.phone }]),
            ...(organisation.purchaseReference === null
              ? []
              : [{ term: details.purchaseReference, value: organisation.purchaseReference }]),
            ...(organisation.vatNumber === null ? [] : [{ term: words.vatNumber, value: organisation.vatNumber }]),
            { term: words.language, value: words.languages[organisation.language] },
            {
              term: words.invoices,
              value: (
                <a class="link" href={`${paths.desk.invoices}?organisation=${organisation.organisationId}`}>
                  {words.invoices}
                </a>
              ),
            },
            {
              term: words.yearInReview,
              value: (
                <a class="link" href={paths.desk.year(organisation.organisationId, localDateOf(now).year)}>
                  {localDateOf(now).year}
                </a>
              ),
            },
          ]}
        />
      </Section>
      {notes !== null && (
        <Section title={details.notes} id="notes">
          <p class="entry-text">{notes}</p>
        </Section>
      )}
    </>
  );
}
