import type { VNode } from "preact";
import { addendumClauses } from "../../../core/contracts/clauses-addendum.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDate } from "../../../core/calendar/format-time.ts";
import { Card, Section } from "../../ui/section.tsx";
import { addendumFormMessages } from "../../contracts/addendum-forms.messages.ts";
import type { AddendumStanding } from "../../contracts/addendum-standing.ts";
import { ClauseSections } from "../../contracts/contract-rules.tsx";

interface AddendumProps {
  readonly addendum: AddendumStanding;
  readonly view: View;
}

/** The addendum that waits for a signature. Other contacts read who can sign it (A3). */
export function AddendumOffer({ addendum: { offered }, view: { language } }: AddendumProps): VNode | null {
  if (offered === null || offered.period === null) return null;
  const words = addendumFormMessages(language);
  const { startsOn, endsOn } = offered.period;
  const maySign = offered.abilities.has("addendum.sign");
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

/** The addendum in force or to come, word by word, with its signatory (A3). */
export function SignedAddendum({ addendum: { signed }, view: { language } }: AddendumProps): VNode | null {
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
