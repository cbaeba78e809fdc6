import { z } from "zod";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { accept, refuse } from "../../../core/values/result.ts";
import { atOnce } from "../../db/at-once.ts";
import { readPageKey } from "../../db/page-key.ts";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { nothing, pageKey, uuid } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import type { RefusedForm } from "../../http/refused-form.ts";
import { listGivenUp } from "../../jobs/given-up.ts";
import { openStates } from "../../mail/due-mail.ts";
import { mailDeeds, outboxDeeds } from "../../mail/mail-deeds.ts";
import { countMails, findListedMail, listMails, listTroubles } from "../../notifications/list-mails.ts";
import type { Services } from "../../services.ts";
import { MailListPage } from "./mail-list-page.tsx";
import { OutgoingMailPage } from "./mail-page.tsx";

const perPage = 50;
const asked = z.strictObject({ state: z.enum(openStates).default("waiting"), after: pageKey });
export const ofMail = z.strictObject({ id: uuid });

/** The buttons that try mail again, and the form that ends it. */
export type MailForm = "try" | "stop";

type Needs = Pick<Services, "systemNow">;

/** The mail that has not arrived, by state. */
export function mailListPage(needs: Needs) {
  return formPage<Staff, unknown, z.output<typeof asked>, MailForm>({
    path: paths.desk.mails,
    access: staff,
    permission: "mail.read",
    params: noParams,
    query: asked,
    address: () => paths.desk.mails,
    show: async ({ work, actor, view, input }, refused) => {
      const systemNow = needs.systemNow();
      const state = stateOf(refused) ?? input.state;
      const after = readPageKey(input.after);
      const { list, ...loaded } = await atOnce({
        list: listMails(work.tx, { state, after, limit: perPage, systemNow }),
        counts: countMails(work.tx, systemNow),
        troubles: state === "waiting" ? listTroubles(work.tx, systemNow) : [],
        givenUpJobs: listGivenUp(work.tx),
      });
      return accept(
        <MailListPage
          view={view}
          state={state}
          {...list}
          {...loaded}
          isFirst={after === null}
          abilities={abilitiesOf(outboxDeeds, actor, { organisationId: null })}
          systemNow={systemNow}
          refused={refused}
        />,
      );
    },
  });
}

/** The state of the list from which a form was sent. */
function stateOf(refused: RefusedForm | null) {
  return z.enum(openStates).safeParse(refused?.fields["state"]?.[0]).data;
}

/** One mail, with its possible actions. */
export function mailPage(needs: Needs) {
  return formPage<Staff, z.output<typeof ofMail>, unknown, MailForm>({
    path: paths.desk.mail(":id"),
    access: staff,
    permission: "mail.read",
    params: ofMail,
    query: nothing,
    address: ({ id }) => paths.desk.mail(id),
    show: async ({ work, actor, view, params }, refused) => {
      const mail = await findListedMail(work.tx, params.id);
      if (mail === undefined) return refuse({ code: "not-found" });
      const abilities = abilitiesOf(mailDeeds, actor, mail);
      if (!abilities.has("mail.read")) return refuse({ code: "not-allowed" });
      return accept(
        <OutgoingMailPage
          view={view}
          mail={mail}
          abilities={abilities}
          systemNow={needs.systemNow()}
          refused={refused}
        />,
      );
    },
  });
}
