import { createTransport } from "nodemailer";
import { needsNoConnection } from "../db/one-connection.ts";
import { parseAddress } from "./address.ts";
import { mailBody } from "./mail-body.ts";
import { type MailPerson, MailRefused, type OutgoingMail } from "./outgoing-mail.ts";

export interface Mailer {
  /** Hands one mail to the server. Throws MailRefused when trying again is pointless, anything else when it is not. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

export interface MailerOptions {
  readonly smtpUrl: string;
  readonly from: MailPerson;
  /** Where people find us; links in mails are built from it and from nothing else (R20). */
  readonly publicUrl: string;
}

// Line ends and other controls could start a header of their own (R30); bidi controls could disguise one.
const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const messageId = /^<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,120}@[A-Za-z0-9.-]{1,120}>$/;

/** Mail over SMTP, each to one person, marked as written by a machine so that no machine answers it (R29). */
export function createMailer({ smtpUrl, from, publicUrl }: MailerOptions): Mailer {
  const sender = person(from);
  const transport = createTransport({
    url: smtpUrl,
    name: new URL(publicUrl).hostname,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      needsNoConnection("sending a mail");
      const receiver = person(mail.to);
      await transport
        .sendMail({
          from: sender,
          to: receiver,
          envelope: { from: sender.address, to: [receiver.address] },
          subject: oneLine(mail.subject),
          ...mailBody(mail, publicUrl),
          ...threading(mail),
          ...(mail.writtenAt === undefined ? {} : { date: new Date(mail.writtenAt.epochMilliseconds) }),
          attachments: (mail.attachments ?? []).map(({ name, mediaType, content }) => ({
            filename: oneLine(name),
            contentType: mediaType,
            content: Buffer.from(content),
          })),
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
          xMailer: false,
        })
        .catch(explain);
    },
    close: () => transport.close(),
  };
}

function person({ name = "", address }: MailPerson): { name: string; address: string } {
  const parsed = parseAddress(address);
  if (!parsed.ok) throw new MailRefused("not-an-address", "a mail goes to one plain address");
  return { name: oneLine(name), address: parsed.address };
}

function oneLine(text: string): string {
  if (controls.test(text)) throw new MailRefused("control-character", "a header of a mail is one plain line");
  return text;
}

function threading({ messageId: id, inReplyTo, references = [] }: OutgoingMail) {
  for (const named of [id, ...(inReplyTo === undefined ? [] : [inReplyTo]), ...references]) {
    if (!messageId.test(named)) throw new MailRefused("not-a-message-id", "a message id is <unique@host>");
  }
  return { messageId: id, references: [...references], ...(inReplyTo === undefined ? {} : { inReplyTo }) };
}

/** A server that says 5xx to the address or the message will say so again; all else may pass. */
function explain(error: unknown): never {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  const final = responseCode !== undefined && responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
  if (final) throw new MailRefused("refused-by-server", `the mail server answered ${responseCode}`, { cause: error });
  throw error;
}
