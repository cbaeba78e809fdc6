import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDate } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Notice } from "../../ui/notice.tsx";
import { Card, Section } from "../../ui/section.tsx";
import { contractFormMessages } from "../../contracts/contract-forms.messages.ts";
import { EndForm } from "../../contracts/end-form.tsx";
import { ContractRules } from "../../contracts/contract-rules.tsx";
import type { ContractStanding, OpenOffer } from "../../contracts/contract-standing.ts";

export interface ContractFormsProps {
  readonly standing: ContractStanding;
  readonly view: View;
}

/**
 * The offers that wait for a signature, above the contract itself. Other contacts read what a signatory can do (K1,
 * K5).
 */
export function ContractOffers({ standing, view: { language, now } }: ContractFormsProps): VNode {
  const words = contractFormMessages(language);
  const ends = standing.known.flatMap(({ state, recorded }) =>
    state === "terminated" && "period" in recorded ? [recorded.period.endsOn] : [],
  );
  const today = localDateOf(now);
  const coming = ends.filter((on) => Temporal.PlainDate.compare(on, today) >= 0);
  return (
    <>
      {coming.map((on) => (
        <Notice key={on.toString()}>{words.terminatedNotice(formatDate(on, language))}</Notice>
      ))}
      {standing.offers.map((offer) => (
        <Offer key={offer.id} offer={offer} language={language} />
      ))}
    </>
  );
}

function Offer({ offer, language }: { offer: OpenOffer; language: Language }): VNode {
  const words = contractFormMessages(language);
  const { terms, period, abilities } = offer;
  const maySign = abilities.has("contract.sign");
  const day = (date: Temporal.PlainDate) => formatDate(date, language);
  return (
    <Card tone="waiting" title={words.offerWaits(terms.year)} id="offer">
      <p>{words.offerPeriod(day(period.startsOn), day(period.endsOn))}</p>
      {!maySign && <p class="text-muted">{words.onlySignatory}</p>}
      <div class="choices">
        {maySign && (
          <Disclosure id={`sign-${offer.id}`} label={words.sign} variant="primary">
            <p>{words.signIntro(terms.year)}</p>
            <Form action={paths.portal.signContract(offer.id)} layout="bare">
              <Button variant="primary">{words.signConfirm(terms.year)}</Button>
            </Form>
          </Disclosure>
        )}
        <Disclosure id={`terms-${offer.id}`} label={words.readTerms(terms.year)}>
          <ContractRules terms={terms} language={language} />
        </Disclosure>
      </div>
    </Card>
  );
}

/** A folded form to terminate. It shows the last day before the confirmation (K3). */
export function ContractEnding({ standing, view: { language } }: ContractFormsProps): VNode | null {
  const words = contractFormMessages(language);
  if (standing.terminable.length === 0) return null;
  return (
    <Section title={words.end}>
      <div class="choices">
        {standing.terminable.map((contract) => (
          <Disclosure key={contract.id} id={`end-${contract.id}`} label={words.endOf(contract.termsYear)}>
            <EndForm contract={contract} action={paths.portal.terminateContract(contract.id)} language={language} />
          </Disclosure>
        ))}
      </div>
    </Section>
  );
}
