import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { VNode } from "preact";
import { atOnce } from "../../db/at-once.ts";
import type { Work } from "../../events/work.ts";
import type { Contact } from "../../../core/access/actor.ts";
import { isRenewalOpen } from "../../../core/contracts/renewal.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { accept, refuse } from "../../../core/values/result.ts";
import { seatNumbers } from "../../../core/organisations/seats.ts";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { nothing } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import { refusalPageMessages } from "../../http/refusal-page.messages.ts";
import type { View } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { listSeats, listSignatories } from "../../organisations/list-seats.ts";
import { peopleMessages } from "../../organisations/people.messages.ts";
import { LinkButton } from "../../ui/button.tsx";
import { DefinitionList } from "../../ui/definition-list.tsx";
import { formatDate } from "../../../core/calendar/format-time.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { Table } from "../../ui/table.tsx";
import { type AddendumStanding, loadAddendumStanding } from "../../contracts/addendum-standing.ts";
import { findContractOn, findTerms, listContracts } from "../../contracts/read-contracts.ts";
import { loadStanding } from "../../contracts/contract-standing.ts";
import { ContractRules } from "../../contracts/contract-rules.tsx";
import { findNextContract } from "../../contracts/next-contract.ts";
import { AddendumOffer, SignedAddendum } from "./addendum.tsx";
import { ContractEnding, type ContractFormsProps, ContractOffers } from "./contract-forms.tsx";
import { RecordedContract, type Unconfirmed } from "./recorded-contract.tsx";
import { findUnconfirmed } from "../../contracts/read-recordings.ts";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import { organisationDeeds } from "../../../core/organisations/organisation-deeds.ts";
import { portalContractMessages } from "../../contracts/contract-rules.messages.ts";

type FormName = "sign" | "confirm" | "sign-addendum" | "terminate";

/**
 * The contract for the customer: its rules, its people, and earlier ones. A refused action shows its reason above the
 * contract in its present state, for example a signature under a withdrawn offer.
 */
export const contractPage = formPage<Contact, object, object, FormName>({
  path: paths.portal.contract,
  access: contacts,
  permission: "contract.read",
  params: noParams,
  query: nothing,
  address: () => paths.portal.contract,
  show: async ({ work, actor, view }, refused) => {
    const refusal = refused?.refusal ?? null;
    if (refusal?.code === "not-found") return refuse(refusal);
    const { standing, ...loaded } = await atOnce({
      standing: loadStanding(work, actor.organisationId),
      addendum: loadAddendumStanding(work, actor.organisationId),
      contract: loadContract(work),
      recorded: findUnconfirmed(work.tx, actor.organisationId),
    });
    const mayConfirm = abilitiesOf(organisationDeeds, actor, actor).has("contract.confirm");
    return accept(
      <ContractPage {...loaded} mayConfirm={mayConfirm} refusal={refusal} view={view} forms={{ standing, view }} />,
    );
  },
});

async function loadContract({ tx, actor, now }: Work<Contact>) {
  const { organisationId } = actor;
  const today = localDateOf(now());
  const { current, next, ...people } = await atOnce({
    current: findContractOn(tx, organisationId, today),
    next: findNextContract(tx, organisationId, today),
    seats: listSeats(tx, organisationId),
    signatories: listSignatories(tx, organisationId),
    history: listContracts(tx, organisationId),
  });
  const upcoming = current !== null || next === null ? null : await findTerms(tx, next.startsOn.year);
  return {
    ...people,
    current,
    /** Whether a year has an evaluation to show (K5). */
    isReviewable: (year: number) =>
      year < today.year || (year === current?.terms.year && isRenewalOpen(year, today, current.terms)),
    startsOn: current === null ? (next?.startsOn ?? null) : null,
    terms: current?.terms ?? upcoming,
  };
}

interface ContractProps {
  readonly contract: Awaited<ReturnType<typeof loadContract>>;
  readonly view: View;
}

interface PageProps extends ContractProps {
  readonly addendum: AddendumStanding;
  readonly recorded: Unconfirmed | undefined;
  readonly mayConfirm: boolean;
  readonly refusal: Refusal | null;
  readonly forms: ContractFormsProps;
}

function ContractPage({ contract, addendum, recorded, mayConfirm, refusal, view, forms }: PageProps): VNode {
  const words = portalContractMessages(view.language);
  const day = (date: Temporal.PlainDate) => formatDate(date, view.language);
  const { current, startsOn, terms } = contract;
  return (
    <PortalPage view={view} title={words.title}>
      <PageHead
        title={words.title}
        kicker={view.identity?.organisationName}
        lead={current === null ? undefined : words.inForce(day(current.startsOn), day(current.endsOn))}
        actions={
          current !== null &&
          contract.isReviewable(current.terms.year) && (
            <LinkButton href={paths.portal.year(current.terms.year)}>
              {words.yearInReview(current.terms.year)}
            </LinkButton>
          )
        }
      />
      <RefusalSummary refusal={refusal} language={view.language} title={refusalPageMessages(view.language).trouble} />
      {current === null && (
        <Notice tone="waiting">{startsOn === null ? words.none : words.starts(day(startsOn))}</Notice>
      )}
      <RecordedContract {...{ recorded, mayConfirm, view }} />
      <ContractOffers {...forms} />
      <AddendumOffer {...{ addendum, view }} />
      {terms !== null && <ContractRules terms={terms} language={view.language} isAddressed />}
      <SignedAddendum {...{ addendum, view }} />
      <People contract={contract} view={view} />
      <History contract={contract} view={view} />
      <ContractEnding {...forms} />
    </PortalPage>
  );
}

function People({ contract: { seats, signatories, terms }, view }: ContractProps): VNode {
  const words = portalContractMessages(view.language);
  const holder = (number: number) =>
    seats.find((seat) => seat.number === number)?.name ?? <span class="text-muted">{words.emptySeat}</span>;
  return (
    <Section
      title={words.people}
      actions={
        <a class="link" href={paths.portal.people}>
          {peopleMessages(view.language).manage}
        </a>
      }
    >
      <DefinitionList
        items={[
          ...seatNumbers(seats, terms).map((number) => ({ term: words.seat(number), value: holder(number) })),
          ...(signatories.length === 0
            ? []
            : [{ term: words.signatories, value: signatories.map(({ name }) => name).join(", ") }]),
        ]}
      />
      <p class="field-hint">{words.peopleHint}</p>
    </Section>
  );
}

function History({ contract: { history, isReviewable }, view }: ContractProps): VNode | null {
  const words = portalContractMessages(view.language);
  const day = (date: Temporal.PlainDate) => formatDate(date, view.language);
  if (history.length === 0) return null;
  return (
    <Section title={words.history}>
      <Table
        caption={words.history}
        hideHead
        rows={history}
        rowKey={(row) => row.id}
        columns={[
          { label: words.year, lead: true, cell: (row) => row.termsYear },
          {
            label: words.period,
            selfEvident: true,
            cell: (row) => words.periodOf(day(row.startsOn), day(row.endsOn)),
          },
          {
            label: words.signed,
            selfEvident: true,
            wraps: true,
            cell: (row) =>
              row.signedByName === null
                ? words.signedOn(day(row.signedOn))
                : words.signedBy(day(row.signedOn), row.signedByName),
          },
          {
            label: words.review,
            hideLabel: true,
            align: "end",
            cell: (row) =>
              isReviewable(row.termsYear) && (
                <a class="link" href={paths.portal.year(row.termsYear)}>
                  {words.review}
                </a>
              ),
          },
        ]}
      />
    </Section>
  );
}
