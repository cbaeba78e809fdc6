import type { Contact } from "../../../core/access/actor.ts";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import { organisationDeeds } from "../../../core/organisations/organisation-deeds.ts";
import { accept } from "../../../core/values/result.ts";
import { termsNow } from "../../contracts/terms-now.ts";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { nothing } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import { typedForm } from "../../http/refused-form.ts";
import type { Route } from "../../http/route.ts";
import { appointNamed, withdrawSignatory } from "../../organisations/change-signatories.ts";
import { designateContact, vacateSeat } from "../../organisations/designate.ts";
import { loadPeople, PeopleContent, type PeopleForm } from "../../organisations/people-content.tsx";
import { peopleMessages } from "../../organisations/people.messages.ts";
import { seatGiven, seatVacated, signatoryNamed, signatoryWithdrawn } from "../../organisations/person-input.ts";
import { PageHead } from "../../ui/section.tsx";

/** The people of the customer. Whoever reads along sees them; a signatory changes them (P2). */
const peoplePage = formPage<Contact, object, object, PeopleForm>({
  path: paths.portal.people,
  access: contacts,
  permission: "contract.read",
  params: noParams,
  query: nothing,
  address: () => paths.portal.people,
  show: async ({ work, actor, view }, refused) => {
    const { organisationId } = actor;
    const people = await loadPeople(work, organisationId, termsNow(work));
    const words = peopleMessages(view.language);
    return accept(
      <PortalPage view={view} title={words.title}>
        <PageHead title={words.title} kicker={view.identity?.organisationName} lead={words.seatsHint} />
        <PeopleContent
          people={people}
          view={view}
          form={(name) => typedForm(name, refused, view.language)}
          action={paths.portal.changePeople}
          mayChange={abilitiesOf(organisationDeeds, actor, { organisationId }).has("seat.assign")}
        />
      </PortalPage>,
    );
  },
});

/** Giving, handing over and emptying seats, and appointing and withdrawing signatories, by a signatory (P2). */
export function portalPeopleRoutes(): readonly Route[] {
  const common = { params: noParams } as const;
  return [
    peoplePage.route,
    peoplePage.deed({
      ...common,
      path: paths.portal.changePeople("seat"),
      permission: "seat.assign",
      form: "seat",
      input: seatGiven,
      idempotent: true,
      act: async ({ work, actor: { organisationId }, input: { seat: number, held, name, mail: mailAddress } }) =>
        designateContact(work, { organisationId, number, held, person: { name, mailAddress } }, await termsNow(work)),
      said: ({ language }) => peopleMessages(language).given,
    }),
    peoplePage.deed({
      ...common,
      path: paths.portal.changePeople("seat/vacate"),
      permission: "seat.assign",
      form: "button",
      input: seatVacated,
      act: async ({ work, actor: { organisationId }, input: { seat: number, held } }) =>
        vacateSeat(work, { organisationId, number, held }),
      said: ({ language }) => peopleMessages(language).vacated,
    }),
    peoplePage.deed({
      ...common,
      path: paths.portal.changePeople("signatories"),
      permission: "signatory.appoint",
      form: "signatory",
      input: signatoryNamed,
      idempotent: true,
      act: async ({ work, actor: { organisationId }, input: { name, mail: mailAddress } }) =>
        appointNamed(work, { organisationId, person: { name, mailAddress } }),
      said: ({ language }) => peopleMessages(language).appointed,
    }),
    peoplePage.deed({
      ...common,
      path: paths.portal.changePeople("signatories/withdraw"),
      permission: "signatory.withdraw",
      form: "button",
      input: signatoryWithdrawn,
      act: async ({ work, actor: { organisationId }, input: { person: personId } }) =>
        withdrawSignatory(work, { organisationId, personId }),
      said: ({ language }) => peopleMessages(language).withdrawn,
    }),
  ];
}
