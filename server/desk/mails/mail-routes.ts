import { z } from "zod";
import { paths } from "../../faces/paths.ts";
import { reviving, stopping, stoppingMany } from "../../faces/mail-input.ts";
import { administrators } from "../../http/access.ts";
import { nothing } from "../../http/fields.ts";
import { noParams } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { tryJobAgain } from "../../jobs/given-up.ts";
import { stopMail, stopMails } from "../../mail/stop-mail.ts";
import { tryMailAgain, tryMailsAgain } from "../../mail/try-again.ts";
import { outboxMessages } from "../../notifications/outbox.messages.ts";
import type { Services } from "../../services.ts";
import { givenUpMessages } from "./given-up.messages.ts";
import { mailListPage, mailPage, ofMail } from "./pages.tsx";

type Needs = Pick<Services, "systemNow">;

/** The mail that has not arrived, for all staff. Administrators have it tried again or stop it. */
export function mailRoutes(needs: Needs): readonly Route[] {
  return [...listRoutes(needs), ...oneRoutes(needs)];
}

function listRoutes(needs: Needs): readonly Route[] {
  const list = mailListPage(needs);
  return [
    list.route,
    list.deed({
      path: paths.desk.tryMailsAgain,
      access: administrators,
      permission: "mail.try-again",
      params: noParams,
      form: "try",
      input: reviving,
      act: async ({ work, input }) => tryMailsAgain(work, { ...input, systemNow: needs.systemNow() }),
      said: ({ language, value }) => {
        const words = outboxMessages(language);
        return value === 0 ? words.triedNone : words.triedAll(value);
      },
    }),
    list.deed({
      path: paths.desk.stopMails,
      access: administrators,
      permission: "mail.stop",
      params: noParams,
      form: "stop",
      input: stoppingMany,
      act: async ({ work, input }) => stopMails(work, { ...input, systemNow: needs.systemNow() }),
      said: ({ language, value }) => outboxMessages(language).stoppedAll(value),
      to: ({ input: { state } }) => paths.desk.mailsOf(state),
    }),
    // Given-up jobs other than mail are on the list of mail.
    list.deed({
      path: paths.desk.tryJobAgain(":id"),
      access: administrators,
      permission: "job.try-again",
      // The queue numbers its jobs within a bigint.
      params: z.strictObject({ id: z.string().regex(/^[1-9]\d{0,17}$/) }),
      form: "try",
      input: nothing,
      act: async ({ work, params: { id } }) => tryJobAgain(work, id),
      said: ({ language }) => givenUpMessages(language).tried,
    }),
  ];
}

function oneRoutes(needs: Needs): readonly Route[] {
  const mail = mailPage(needs);
  return [
    mail.route,
    mail.deed({
      path: paths.desk.tryMailAgain(":id"),
      access: administrators,
      permission: "mail.try-again",
      params: ofMail,
      form: "try",
      input: nothing,
      act: async ({ work, params }) => tryMailAgain(work, { ...params, systemNow: needs.systemNow() }),
      said: ({ language }) => outboxMessages(language).tried,
    }),
    mail.deed({
      path: paths.desk.stopMail(":id"),
      access: administrators,
      permission: "mail.stop",
      params: ofMail,
      form: "stop",
      input: stopping,
      act: async ({ work, params, input }) => stopMail(work, { ...params, ...input, systemNow: needs.systemNow() }),
      said: ({ language }) => outboxMessages(language).stopped,
    }),
  ];
}
