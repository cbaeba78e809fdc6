import { createTransport } from "nodemailer";
import { needsNoConnection } from "../db/one-connection.ts";
import { parseAddress } from "../people/mail-address.ts";
import { mailBody } from "./mail-body.ts";
import { type MailPerson, MailRefused, type OutgoingMail } from "./outgoing-mail.ts";

export interface Mailer {
  /** Whether there is a mail server to hand mails to. */
  readonly isSet: boolean;
  /**
   * Hands one mail to the mail server, and answers the server's words of acceptance. Throws MailRefused for an
   * impossible mail, otherwise the server's error; `judgeFailure` interprets it.
   */
  send(mail: OutgoingMail): Promise<string>;
  /** Lets running mails end, within a limit, and takes no more. */
  close(): Promise<void>;
}

export interface MailerOptions {
  /** Null while nobody has set one: every mail then waits. */
  readonly smtpUrl: string | null;
  readonly from: MailPerson | null;
  /** Our public address. Links in mails are built from it and nothing else (R20). */
  readonly publicUrl: string;
  readonly limits?: Partial<MailerLimits> | undefined;
}

/** How long to wait for a mail server, in milliseconds. */
export interface MailerLimits {
  /** For a connection and its greeting. */
  readonly connect: number;
  /** For an answer. */
  readonly answer: number;
  /** For a whole mail, however slow the server. */
  readonly mail: number;
  /** For running mails at a stop. */
  readonly close: number;
}

export const mailerLimits: MailerLimits = { connect: 10_000, answer: 30_000, mail: 60_000, close: 10_000 };

const mostConnections = 4;
// Line ends and other controls could start another header (R30); bidi controls could disguise one.
const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const messageId = /^<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,120}@[A-Za-z0-9.-]{1,120}>$/;

/** Mail over SMTP, each to one person. It is marked as automatic, so that no machine answers it (R29). */
export function createMailer(options: MailerOptions): Mailer {
  const { smtpUrl, from } = options;
  return smtpUrl === null || from === null ? withoutServer : mailerTo({ ...options, smtpUrl, from });
}

/** Every mail is told as one whose mail server cannot be reached, so that it is tried again. */
const withoutServer: Mailer = {
  isSet: false,
  send: async () =>
    Promise.reject(Object.assign(new Error("no mail server is set: SMTP_URL and MAIL_FROM name it"), { code: "EDNS" })),
  close: async () => Promise.resolve(),
};

interface Reaching extends MailerOptions {
  readonly smtpUrl: string;
  readonly from: MailPerson;
}

function mailerTo({ smtpUrl, from, publicUrl, limits: given }: Reaching): Mailer {
  const sender = person(from);
  const limits = { ...mailerLimits, ...given };
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: mostConnections,
    // A mail of which nothing was sent yet tries another connection once. The outbox tries all others again.
    maxRequeues: 1,
    name: new URL(publicUrl).hostname,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    socketTimeout: limits.answer,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const underWay = new Set<Promise<unknown>>();
  let isClosed = false;

  async function handOver(mail: OutgoingMail): Promise<string> {
    const receiver = person(mail.to);
    const { response } = await transport.sendMail({
      from: mail.fromName === undefined ? sender : { ...sender, name: oneLine(mail.fromName) },
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
      signal: AbortSignal.timeout(limits.mail),
    });
    return response;
  }

  return {
    isSet: true,
    async send(mail) {
      if (isClosed) throw Object.assign(new Error("the mailer is closed"), { code: "ECONNECTION" });
      needsNoConnection("sending a mail");
      const sending = handOver(mail);
      underWay.add(sending);
      try {
        return await sending;
      } finally {
        underWay.delete(sending);
      }
    },
    async close() {
      isClosed = true;
      const ended = Promise.allSettled(underWay);
      const limit = Promise.withResolvers<void>();
      const timer = setTimeout(limit.resolve, limits.close);
      await Promise.race([ended, limit.promise]);
      clearTimeout(timer);
      transport.close({ force: true });
      await ended;
    },
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
