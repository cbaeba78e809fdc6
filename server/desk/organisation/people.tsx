import type { Staff } from "../../../core/access/actor.ts";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import { organisationDeeds } from "../../../core/organisations/organisation-deeds.ts";
import { accept, refuse } from "../../../core/values/result.ts";
import { termsNow } from "../../contracts/terms-now.ts";
import { atOnce } from "../../db/at-once.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { administrators, staff } from "../../http/access.ts";
import { nothing } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { typedForm } from "../../http/refused-form.ts";
import type { Route } from "../../http/route.ts";
import { appointNamed, withdrawSignatory } from "../../organisations/change-signatories.ts";
import { designateContact, vacateSeat } from "../../organisations/designate.ts";
import { findOrganisation } from "../../organisations/find-organisations.ts";
import { loadPeople, PeopleContent, type PeopleForm } from "../../organisations/people-content.tsx";
import { peopleMessages } from "../../organisations/people.messages.ts";
import { seatGiven, seatVacated, signatoryNamed, signatoryWithdrawn } from "../../organisations/person-input.ts";
import { PageHead } from "../../ui/section.tsx";
import { ofOrganisation } from "./organisation.tsx";
import type { z } from "zod";

/** The people of a customer for staff. An administrator changes them (P2). */
const peoplePage = formPage<Staff, z.output<typeof ofOrganisation>, unknown, PeopleForm>({
  path: paths.desk.people(":id"),
  access: staff,
  permission: "organisation.read",
  params: ofOrganisation,
  query: nothing,
  address: ({ id }) => paths.desk.people(id),
  show: async ({ work, actor, view, params: { id } }, refused) => {
    const { organisation, people } = await atOnce({
      organisation: findOrganisation(work.tx, id),
      people: loadPeople(work, id, termsNow(work)),
    });
    if (organisation === undefined) return refuse({ code: "not-found" });
    const words = peopleMessages(view.language);
    return accept(
      <DeskPage view={view} title={`${words.title} · ${organisation.name}`}>
        <PageHead
          title={words.title}
          back={{ href: paths.desk.organisation(id), label: organisation.name }}
          lead={words.seatsHint}
        />
        <PeopleContent
          people={people}
          view={view}
          form={(name) => typedForm(name, refused, view.language)}
          action={(deed) => paths.desk.changePeople(id, deed)}
          mayChange={abilitiesOf(organisationDeeds, actor, organisation).has("seat.assign")}
        />
      </DeskPage>,
    );
  },
});

/** Giving, handing over and emptying seats, and appointing and withdrawing signatories, by an administrator (P2). */
export function peopleRoutes(): readonly Route[] {
  const common = { params: ofOrganisation, access: administrators } as const;
  return [
    peoplePage.route,
    peoplePage.deed({
      ...common,
      path: paths.desk.changePeople(":id", "seat"),
      permission: "seat.assign",
      form: "seat",
      input: seatGiven,
      idempotent: true,
      act: async ({ work, params: { id: organisationId }, input: { seat: number, held, name, mail: mailAddress } }) =>
        designateContact(work, { organisationId, number, held, person: { name, mailAddress } }, await termsNow(work)),
      said: ({ language }) => peopleMessages(language).given,
    }),
    peoplePage.deed({
      ...common,
      path: paths.desk.changePeople(":id", "seat/vacate"),
      permission: "seat.assign",
      form: "button",
      input: seatVacated,
      act: async ({ work, params: { id: organisationId }, input: { seat: number, held } }) =>
        vacateSeat(work, { organisationId, number, held }),
      said: ({ language }) => peopleMessages(language).vacated,
    }),
    peoplePage.deed({
      ...common,
      path: paths.desk.changePeople(":id", "signatories"),
      permission: "signatory.appoint",
      form: "signatory",
      input: signatoryNamed,
      idempotent: true,
      act: async ({ work, params: { id: organisationId }, input: { name, mail: mailAddress } }) =>
        appointNamed(work, { organisationId, person: { name, mailAddress } }),
      said: ({ language }) => peopleMessages(language).appointed,
    }),
    peoplePage.deed({
      ...common,
      path: paths.desk.changePeople(":id", "signatories/withdraw"),
      permission: "signatory.withdraw",
      form: "button",
      input: signatoryWithdrawn,
      act: async ({ work, params: { id: organisationId }, input: { person: personId } }) =>
        withdrawSignatory(work, { organisationId, personId }),
      said: ({ language }) => peopleMessages(language).withdrawn,
    }),
  ];
}
