import { capitalised } from "../../../core/values/format.ts";
import { contractWords } from "../../../core/contracts/contract-words.ts";
import type { VNode } from "preact";
import { contractTones } from "../../contracts/contract-tones.ts";
import { contractFormMessages } from "../../contracts/contract-forms.messages.ts";
import type { ContractStanding } from "../../contracts/contract-standing.ts";
import type { KnownContract } from "../../contracts/known-contracts.ts";
import { EndForm } from "../../contracts/end-form.tsx";
import { paths } from "../../faces/paths.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDate } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { RecordContract, type RecordContractProps } from "./record-contract.tsx";
import { State } from "../../ui/state.tsx";

interface ContractsProps extends Omit<RecordContractProps, "years"> {
  readonly standing: ContractStanding;
}

const shown = 6;

/**
 * An organisation's contracts and their states. An administrator offers, withdraws and terminates on the customer's
 * behalf (K1-K5).
 */
export function OrganisationContracts(props: ContractsProps): VNode {
  const { standing, view } = props;
  const words = contractFormMessages(view.language);
  return (
    <Section title={words.contracts}>
      {standing.known.length === 0 && <p class="text-muted">{words.none}</p>}
      <ul class="brief-list">
        {standing.known.slice(0, shown).map((contract) => (
          <li key={contract.id}>
            <Contract contract={contract} language={view.language} />
          </li>
        ))}
      </ul>
      <Deeds {...props} />
    </Section>
  );
}

function Contract({ contract, language }: { contract: KnownContract; language: Language }): VNode {
  const words = contractFormMessages(language);
  const { recorded, state, termsYear, offeredAt } = contract;
  const day = (date: Temporal.PlainDate | Temporal.Instant) => formatDate(date, language);
  return (
    <>
      <a href={paths.desk.terms(termsYear)}>{words.contractOf(termsYear)}</a>{" "}
      <State tone={contractTones[state]}>{capitalised(contractWords[language].states[state].name)}</State>
      {"period" in recorded ? (
        <p class="text-muted">{words.period(day(recorded.period.startsOn), day(recorded.period.endsOn))}</p>
      ) : (
        offeredAt !== null && <p class="text-muted">{words.offeredOn(day(offeredAt))}</p>
      )}
    </>
  );
}

function Deeds({ standing, ...rest }: ContractsProps): VNode {
  const { organisationId } = rest;
  const { language } = rest.view;
  const words = contractFormMessages(language);
  const years = standing.offerable.map(String);
  const withdrawable = standing.offers.filter(({ abilities }) => abilities.has("contract.withdraw"));
  return (
    <>
      {withdrawable.map((offer) => (
        <Form key={offer.id} action={paths.desk.withdrawOffer(organisationId, offer.id)} layout="inline">
          <Button size="small">
            {words.withdraw} ({offer.terms.year})
          </Button>
        </Form>
      ))}
      {years.length > 0 && (
        <details class="fold">
          <summary>{words.offer}</summary>
          <Form action={paths.desk.offerContract(organisationId)} id="offer-contract">
            <Select
              name="termsYear"
              label={words.offerYear}
              options={years.map((year) => ({ value: year, label: year }))}
              value={years.at(-1)}
            />
            <Button>{words.offerNow}</Button>
          </Form>
        </details>
      )}
      <RecordContract {...rest} years={standing.recordable} />
      {standing.terminable.map((contract) => (
        <details key={contract.id} class="fold">
          <summary>{words.endOnBehalf(contract.termsYear)}</summary>
          <p class="text-muted">{words.onBehalfHint}</p>
          <EndForm
            contract={contract}
            action={paths.desk.terminateContract(organisationId, contract.id)}
            language={language}
          />
        </details>
      ))}
    </>
  );
}
