import { MailRefused } from "./outgoing-mail.ts";

/** Problems of the mail server as a whole: away, hanging up, or taking nothing from us, for any receiver. */
export const serverProblems = [
  "unreachable",
  "interrupted",
  "insecure",
  "not-signed-in",
  "sender-refused",
  "not-now",
] as const;
/** Problems that end a mail for good. */
const finalProblems = ["receiver-refused", "message-refused", "too-large", "not-an-address"] as const;
/** Problems of one mail that may pass. */
const passingProblems = ["relay-refused", "receiver-later", "message-later", "not-made"] as const;

/** All problems of a mail. */
export const mailProblems = [...serverProblems, ...passingProblems, ...finalProblems] as const;
export type MailProblem = (typeof mailProblems)[number];

export interface MailFailure {
  readonly problem: MailProblem;
  /** The mail server's answer in its own words, on one line. */
  readonly answer: string | null;
}

/** Whether every other mail would have the same problem. */
export function concernsEveryMail(problem: MailProblem): boolean {
  return serverProblems.some((one) => one === problem);
}

/** Whether the mail server was reached and answered about this mail. */
export function isAboutThisMail(problem: MailProblem): boolean {
  return !concernsEveryMail(problem) && problem !== "not-made" && problem !== "not-an-address";
}

/**
 * Whether trying again is pointless: only if this receiver or this mail itself was refused. A wrong setting ends no
 * mail.
 */
export function isFinal(problem: MailProblem): boolean {
  return finalProblems.some((one) => one === problem);
}

interface SmtpError {
  readonly code: string;
  readonly command: string;
  readonly responseCode: number | undefined;
  readonly response: string;
  /** The system's own code, or the time limit that ran out. */
  readonly cause: string;
  readonly message: string;
}

/** The problem of an unsent mail, from the mailer's error (R45). */
export function judgeFailure(thrown: unknown): MailFailure {
  if (thrown instanceof MailRefused)
    return { problem: thrown.why === "not-an-address" ? "not-an-address" : "message-refused", answer: null };
  const error = readError(thrown);
  const problem = problemOf(error);
  // An error on our side is in the log. It may quote anything.
  const answer = problem === "not-made" ? null : oneShortLine(error.response === "" ? error.message : error.response);
  return { problem, answer };
}

function problemOf(error: SmtpError): MailProblem {
  const { code, command, responseCode, cause } = error;
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") return "not-signed-in";
  if (code === "ETLS" || code === "EREQUIRETLS" || insecure.test(cause)) return "insecure";
  if (responseCode === 421) return "not-now";
  if (code === "EENVELOPE" && command === "MAIL FROM") return refusedSender(error);
  if (code === "EENVELOPE" && command === "RCPT TO") return refusedReceiver(error);
  if (code === "EENVELOPE" && command === "API") return "not-an-address";
  // The mailer compares a mail's size with the server's limit.
  if (code === "EMESSAGE" && responseCode === undefined) return "too-large";
  if (code === "EMESSAGE" || code === "EENVELOPE") return refusedMessage(error);
  if (code === "EPROTOCOL") return "not-now";
  if (code === "EDNS" || unreachable.test(cause)) return "unreachable";
  return interrupted.has(code) ? "interrupted" : "not-made";
}

const insecure = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|UPGRADE_TIMEOUT)/;
const unreachable = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ETIMEDOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT)$/;
const interrupted: ReadonlySet<string> = new Set(["ECONNECTION", "ESOCKET", "ETIMEDOUT", "EABORT", "ECONNRESET"]);

function refusedSender({ responseCode = 0, response }: SmtpError): MailProblem {
  if (responseCode < 500) return "not-now";
  if (wantsSignIn.has(responseCode)) return "not-signed-in";
  // A server may refuse the size together with the sender.
  return responseCode === 552 || enhancedOf(response) === "5.3.4" ? "too-large" : "sender-refused";
}

/**
 * A refusal here may also mean that the server does not know the sender, or does not relay for them. Those do not
 * refuse the receiver.
 */
function refusedReceiver({ responseCode = 0, response }: SmtpError): MailProblem {
  if (responseCode < 500) return "receiver-later";
  if (wantsSignIn.has(responseCode)) return "not-signed-in";
  const isRefused = namesMailbox(response) ?? (mailboxCodes.has(responseCode) && !speaksOfUs.test(response));
  return isRefused ? "receiver-refused" : "relay-refused";
}

function refusedMessage({ responseCode = 0, response }: SmtpError): MailProblem {
  if (responseCode < 500) return "message-later";
  if (responseCode === 552 || enhancedOf(response) === "5.3.4") return "too-large";
  const isRefused = namesMailbox(response) ?? (messageCodes.has(responseCode) && !speaksOfUs.test(response));
  return isRefused ? "message-refused" : "message-later";
}

const wantsSignIn: ReadonlySet<number> = new Set([530, 535, 538]);
const mailboxCodes: ReadonlySet<number> = new Set([550, 551, 552, 553, 554, 556]);
const messageCodes: ReadonlySet<number> = new Set([550, 551, 553]);
const speaksOfUs =
  /relay|authenti|sender|client|helo|ehlo|\btls\b|spam|block|black ?list|reputation|quota|limit|polic/i;

/** The subject of RFC 3463's code: the mailbox or the content, or something else; undefined without a code. */
function namesMailbox(response: string): boolean | undefined {
  const enhanced = enhancedOf(response);
  if (enhanced === undefined) return undefined;
  // 5.1.7 and 5.1.8 concern the sender; 5.4 concerns the way, and the amount of mail.
  if (enhanced.startsWith("5.4.")) return !speaksOfUs.test(response);
  return /^5\.(?:1|2|6)\./.test(enhanced) && enhanced !== "5.1.7" && enhanced !== "5.1.8";
}

function enhancedOf(response: string): string | undefined {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
}

const longestAnswer = 500;
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

function oneShortLine(text: string): string | null {
  const line = text.replaceAll(unprintable, " ").trim().slice(0, longestAnswer).toWellFormed();
  return line === "" ? null : line;
}

function readError(thrown: unknown): SmtpError {
  const error = typeof thrown === "object" && thrown !== null ? (thrown as Record<string, unknown>) : {};
  const text = (name: string): string => (typeof error[name] === "string" ? error[name] : "");
  const { responseCode } = error;
  return {
    code: text("code"),
    command: text("command"),
    responseCode: typeof responseCode === "number" ? responseCode : undefined,
    response: text("response"),
    cause: text("originalCode") || text("timeoutType"),
    message: text("message"),
  };
}
