import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { z } from "zod";
import type { Contact } from "../../../core/access/actor.ts";
import { wordPickupAim } from "../../../core/contracts/pickup-aim-words.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import type { AttachmentId } from "../../../core/values/ids.ts";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { type Answer, page, redirect, refused } from "../../http/answer.ts";
import { line, nothing, prose, tickBox, uuid } from "../../http/fields.ts";
import type { Fields, Upload } from "../../http/read-input.ts";
import { statusOf } from "../../refusals/refusals.ts";
import { type Route, route, type RouteRequest } from "../../http/route.ts";
import { refusedUpload } from "../../http/word-uploads.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/section.tsx";
import { createTicket } from "../../tickets/create-ticket.ts";
import { newTicketMessages } from "./new-ticket.messages.ts";
import { NewTicketForm } from "./new-ticket-form.tsx";
import { listWaitingUploads } from "../../tickets/attachments.ts";
import { previewStartCost } from "../../tickets/start-cost.ts";

const input = z.strictObject({
  title: line(200),
  description: prose(20_000),
  outsideHoursAgreed: tickBox,
  isAdditionalConfirmed: tickBox,
  attachments: z.array(uuid).max(20).optional(),
});

/** The form for a new ticket and what becomes of it. */
export function newTicketRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.portal.newTicket,
      access: contacts,
      input: nothing,
      handle: async (request) => showForm(request, { fields: {}, refusal: null, uploads: [] }),
    }),
    route({
      method: "POST",
      path: paths.portal.tickets,
      access: contacts,
      input,
      idempotent: true,
      files: true,
      handle: async ({ work, input: given, uploads, view }) => {
        const failed = refusedUpload(uploads);
        if (failed !== undefined) return refused(failed);
        const created = await createTicket(work, {
          ...given,
          attachmentIds: attachmentIdsOf(given.attachments ?? [], uploads),
        });
        if (!created.ok) return refused(created.refusal);
        const { reference, pickupAim } = created.value;
        return redirect(paths.portal.ticket(reference), {
          toast: newTicketMessages(view.language).created(reference, wordPickupAim(pickupAim)[view.language]),
        });
      },
      showAgain: async (request) => showForm(request, request),
    }),
  ];
}

function attachmentIdsOf(kept: readonly string[], uploads: readonly Upload[]): AttachmentId[] {
  return [...(kept as AttachmentId[]), ...uploads.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))];
}

interface Shown {
  fields: Fields;
  refusal: Refusal | null;
  uploads: readonly Upload[];
}

async function showForm(
  { work, view }: Pick<RouteRequest<Contact, unknown>, "work" | "view">,
  shown: Shown,
): Promise<Answer> {
  const words = newTicketMessages(view.language);
  const cost = work.actor.seat === null ? null : await previewStartCost(work);
  const ids = attachmentIdsOf(
    (shown.fields["attachments[]"] ?? []).filter((id) => uuid.safeParse(id).success),
    shown.uploads,
  );
  const kept = await listWaitingUploads(work, ids);
  const aim = cost?.ok === true ? wordPickupAim(cost.value.terms.pickupAim)[view.language] : null;
  const body: VNode = (
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
          fields={shown.fields}
          refusal={shown.refusal}
          uploads={shown.uploads}
          kept={kept}
          idempotencyKey={randomUUID()}
        />
      )}
    </PortalPage>
  );
  return page(body, shown.refusal === null ? 200 : statusOf(shown.refusal));
}
