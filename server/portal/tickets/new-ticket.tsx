import { abilitiesOf } from "../../../core/access/abilities.ts";
import { organisationDeeds } from "../../../core/organisations/organisation-deeds.ts";
import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { z } from "zod";
import type { Contact } from "../../../core/access/actor.ts";
import { wordPickupAim } from "../../../core/contracts/pickup-aim-words.ts";
import { accept, refuse, type Result } from "../../../core/values/result.ts";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { line, nothing, prose, tickBox } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import { type RefusedForm, typedForm } from "../../http/refused-form.ts";
import type { Route, View } from "../../http/route.ts";
import { refusedUpload } from "../../http/word-uploads.ts";
import { listWaitingUploads, type WaitingUpload } from "../../tickets/read-waiting-uploads.ts";
import { createTicket } from "../../tickets/create-ticket.ts";
import { previewStartCost, type StartCost } from "../../tickets/start-cost.ts";
import { attachmentsOf, keptAttachments, takenIn } from "../../tickets/typed-attachments.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/section.tsx";
import { newTicketMessages } from "./new-ticket.messages.ts";
import { NewTicketForm } from "./new-ticket-form.tsx";

const input = z.strictObject({
  title: line(200),
  description: prose(20_000),
  outsideHoursAgreed: tickBox,
  isAdditionalConfirmed: tickBox,
  attachments: keptAttachments,
});

/** The form for a new ticket. A person who may not send it reads why. */
const newTicketPage = formPage<Contact, object, object, "new-ticket">({
  path: paths.portal.newTicket,
  access: contacts,
  permission: "ticket.read",
  params: noParams,
  query: nothing,
  address: () => paths.portal.newTicket,
  show: async ({ work, view }, refused) => {
    const mayCreate = abilitiesOf(organisationDeeds, work.actor, work.actor).has("ticket.create");
    const cost = mayCreate ? await previewStartCost(work) : null;
    const kept = await listWaitingUploads(work, refused === null ? [] : attachmentsOf(refused));
    return accept(<NewTicketPage {...{ cost, view, refused, kept }} />);
  },
});

/** The form for a new ticket, and creating it. */
export function newTicketRoutes(): readonly Route[] {
  return [
    newTicketPage.route,
    newTicketPage.deed({
      path: paths.portal.tickets,
      permission: "ticket.create",
      params: noParams,
      form: "new-ticket",
      input,
      idempotent: true,
      files: true,
      act: async ({ work, input: { attachments, ...given }, uploads }) => {
        const failed = refusedUpload(uploads);
        if (failed !== undefined) return refuse(failed);
        return createTicket(work, { ...given, attachmentIds: takenIn(attachments, uploads) });
      },
      said: ({ value: { reference, pickupAim }, language }) =>
        newTicketMessages(language).created(reference, wordPickupAim(pickupAim)[language]),
      to: ({ value: { reference } }) => paths.portal.ticket(reference),
    }),
  ];
}

interface NewTicketPageProps {
  /** Null for a person without a seat. */
  readonly cost: Result<StartCost> | null;
  readonly view: View;
  readonly refused: RefusedForm<"new-ticket"> | null;
  readonly kept: readonly WaitingUpload[];
}

function NewTicketPage({ cost, view, refused, kept }: NewTicketPageProps): VNode {
  const words = newTicketMessages(view.language);
  const aim = cost?.ok === true ? wordPickupAim(cost.value.terms.pickupAim)[view.language] : null;
  return (
    <PortalPage view={view} title={words.title} draftForm={cost?.ok === true ? "new-ticket" : undefined}>
      <PageHead
        title={words.title}
        lead={aim === null ? undefined : words.intro(aim)}
        back={{ href: paths.portal.tickets, label: words.back }}
      />
      {cost === null && <Notice tone="waiting">{words.noSeat}</Notice>}
      {cost?.ok === false && <Notice tone="waiting">{words.noContract}</Notice>}
      {cost?.ok === true && (
        <NewTicketForm
          language={view.language}
          cost={cost.value}
          form={typedForm("new-ticket", refused, view.language)}
          kept={kept}
          idempotencyKey={randomUUID()}
        />
      )}
    </PortalPage>
  );
}
