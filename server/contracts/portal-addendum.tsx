import type { VNode } from "preact";
import type { Contact } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { addendumClauses } from "../../core/contracts/clauses-addendum.ts";
import { paths } from "../faces/paths.ts";
import { contacts } from "../http/access.ts";
import { redirect, refused } from "../http/answer.ts";
import { nothing, uuid } from "../http/fields.ts";
import { type Route, route, type View } from "../http/route.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Form } from "../ui/form.tsx";
import { formatDate } from "../ui/format-time.ts";
import { Card, Section } from "../ui/section.tsx";
import { addendumFormMessages } from "./addendum-forms.messages.ts";
import type { AddendumStanding } from "./addendum-standing.ts";
import { ClauseSections } from "./contract-rules.tsx";
import { signAddendum } from "./sign-addendum.ts";

/** Signing an addendum, which a signatory does (A3). */
export function portalAddendumRoutes(): readonly Route[] {
  return [
    route({
      method: "POST",
      path: paths.portal.signAddendum(":id"),
      access: contacts,
      input: nothing,
      handle: async ({ work, actor, params, view }) => {
        const id = uuid.safeParse(params["id"]);
        if (!id.success) return refused({ code: "not-found" });
        const { organisationId, personId: signedBy } = actor;
        const done = await signAddendum(work, { organisationId, id: id.data, signedBy });
        return done.ok
          ? redirect(paths.portal.contract, { toast: addendumFormMessages(view.language).signed })
          : refused(done.refusal);
      },
    }),
  ];
}

interface AddendumProps {
  readonly addendum: AddendumStanding;
  readonly actor: Contact;
  readonly view: View;
}

/** The addendum that waits for a signature; who may not sign reads who can (A3). */
export function AddendumOffer({ addendum: { offered }, actor, view: { language } }: AddendumProps): VNode | null {
  if (offered === null || offered.period === null) return null;
  const words = addendumFormMessages(language);
  const { startsOn, endsOn } = offered.period;
  const maySign = can(actor, "addendum.sign", actor);
  return (
    <Card tone="waiting" title={words.waits} id="addendum-offer">
      <p>{words.periodIfSigned(formatDate(startsOn, language), formatDate(endsOn, language))}</p>
      {!maySign && <p class="text-muted">{words.onlySignatory}</p>}
      <div class="choices">
        {maySign && (
          <Disclosure id={`sign-${offered.id}`} label={words.sign} variant="primary">
            <p>{words.signIntro}</p>
            <Form action={paths.portal.signAddendum(offered.id)} layout="bare">
              <Button variant="primary">{words.signConfirm}</Button>
            </Form>
          </Disclosure>
        )}
        <Disclosure id={`addendum-${offered.id}`} label={words.read}>
          <ClauseSections sections={addendumClauses(offered.terms)} language={language} />
        </Disclosure>
      </div>
    </Card>
  );
}

/** The addendum that holds or comes, word by word, with who signed it (A3). */
export function SignedAddendum({
  addendum: { signed },
  view: { language },
}: Omit<AddendumProps, "actor">): VNode | null {
  if (signed === null) return null;
  const words = addendumFormMessages(language);
  const day = (date: Temporal.PlainDate) => formatDate(date, language);
  const { period, signedOn, signedByName } = signed;
  return (
    <>
      <ClauseSections sections={addendumClauses(signed.terms)} language={language} />
      <Section id="addendum">
        <p class="text-muted">
          {words.holds(day(period.startsOn), day(period.endsOn))}{" "}
          {signedByName === null ? words.signedOn(day(signedOn)) : words.signedBy(day(signedOn), signedByName)}.
        </p>
      </Section>
    </>
  );
}
