import { afterAll, describe, expect, it } from "vitest";
import {
  type Behaviour,
  type FailingMailServer,
  startFailingMailServer,
} from "../../test/support/failing-mail-server.ts";
import { concernsEveryMail, isFinal, judgeFailure, type MailFailure } from "./judge-failure.ts";
import { createMailer } from "./mailer.ts";
import type { OutgoingMail } from "./outgoing-mail.ts";

const from = { name: "Kwartier", address: "support@voorbeeld.example" };
const publicUrl = "https://support.voorbeeld.example/";
// As in the product, the limit for a greeting is shorter than for an answer. Of two equal limits either may run out
// first.
const limits = { connect: 400, answer: 600, mail: 5000, close: 500 };
const mail: OutgoingMail = {
  to: { name: "Sanne", address: "sanne@bakkerij.example" },
  language: "nl",
  subject: "Hallo",
  paragraphs: ["Hallo."],
  messageId: "<one@support.voorbeeld.example>",
};

const servers: FailingMailServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
});

async function met(
  behaviour: Behaviour,
  { change = {}, url = (smtp: string) => smtp }: Trying = {},
): Promise<MailFailure> {
  const server = await startFailingMailServer({ behaviour });
  servers.push(server);
  const mailer = createMailer({ smtpUrl: url(server.url), from, publicUrl, limits });
  try {
    await mailer.send({ ...mail, ...change });
  } catch (error) {
    return judgeFailure(error);
  } finally {
    await mailer.close();
    expect(server.taken).toEqual([]);
  }
  throw new Error("the mail was taken");
}

interface Trying {
  readonly change?: Partial<OutgoingMail>;
  readonly url?: (smtp: string) => string;
}

const says = (at: "mail" | "receiver" | "message", code: number, words = "no"): Behaviour => ({
  kind: "says",
  at,
  code,
  words,
});

describe("what a mail server says to a mail (R45)", () => {
  it.each<[string, Behaviour, MailFailure["problem"]]>([
    ["nobody listens", { kind: "is-down" }, "unreachable"],
    ["connections are taken and nothing is said", { kind: "is-silent" }, "unreachable"],
    ["it greets with 421", { kind: "greets", line: "421 too busy" }, "not-now"],
    ["it greets with 554", { kind: "greets", line: "554 no mail here" }, "not-now"],
    ["it takes the message and hangs", { kind: "hangs" }, "interrupted"],
    ["it hangs up in the middle", { kind: "drops" }, "interrupted"],
    ["421 to the sender", says("mail", 421), "not-now"],
    ["451 to the sender", says("mail", 451), "not-now"],
    ["550 to the sender", says("mail", 550, "you may not send as this"), "sender-refused"],
    ["530 to the sender", says("mail", 530, "sign in first"), "not-signed-in"],
    ["421 to the receiver", says("receiver", 421), "not-now"],
  ])("when %s, concerns every mail, and throws none away", async (_what, behaviour, problem) => {
    const failure = await met(behaviour);
    expect(failure.problem).toBe(problem);
    expect(concernsEveryMail(problem)).toBe(true);
    expect(isFinal(problem)).toBe(false);
  });

  it("when it knows us by no name and password, or by a wrong one, throws none away", async () => {
    const withPassword = (smtp: string) => smtp.replace("//", "//desk:wrong@");
    expect(await met({ kind: "wants-sign-in" }, { url: withPassword })).toMatchObject({
      problem: "not-signed-in",
      answer: expect.stringMatching(/^535 /) as string,
    });
    expect((await met({ kind: "wants-sign-in" })).problem).toBe("not-signed-in");
  });

  it("when its host is not found, or it speaks no TLS, throws none away", async () => {
    expect((await met({ kind: "well" }, { url: () => "smtp://nowhere.invalid" })).problem).toBe("unreachable");
    const failure = await met({ kind: "well" }, { url: (smtp) => smtp.replace("smtp:", "smtps:") });
    expect(failure.problem).toBe("insecure");
  });

  it.each<[string, Behaviour, MailFailure["problem"]]>([
    ["450 to the receiver", says("receiver", 450, "greylisted"), "receiver-later"],
    ["451 to the receiver", says("receiver", 451), "receiver-later"],
    ["452 to the receiver", says("receiver", 452, "mailbox full"), "receiver-later"],
    ["450 to the message", says("message", 450), "message-later"],
    ["451 to the message", says("message", 451), "message-later"],
    ["relaying denied", says("receiver", 557, "relay access denied"), "relay-refused"],
  ])("when it says %s, concerns this mail, and does not end it", async (_what, behaviour, problem) => {
    expect((await met(behaviour)).problem).toBe(problem);
    expect(concernsEveryMail(problem)).toBe(false);
    expect(isFinal(problem)).toBe(false);
  });

  it.each<[string, Behaviour, MailFailure["problem"]]>([
    ["550 to the receiver", says("receiver", 550, "no such mailbox"), "receiver-refused"],
    ["551 to the receiver", says("receiver", 551), "receiver-refused"],
    ["552 to the receiver", says("receiver", 552, "mailbox full"), "receiver-refused"],
    ["550 to the message", says("message", 550), "message-refused"],
    ["554 5.6.0 to the message", says("message", 554, "5.6.0 not this content"), "message-refused"],
    ["552 to the message", says("message", 552), "too-large"],
  ])("when it says %s, ends this mail", async (_what, behaviour, problem) => {
    const failure = await met(behaviour);
    expect(failure.problem).toBe(problem);
    expect(failure.answer).toMatch(/^55\d /);
    expect(isFinal(problem)).toBe(true);
  });

  it("ends a mail to what is no address before any server hears of it", async () => {
    const change = { to: { address: "sanne at bakkerij" } };
    expect(await met({ kind: "well" }, { change })).toEqual({ problem: "not-an-address", answer: null });
  });
});

describe("an answer that is not the receiver's", () => {
  const answered = (response: string, command = "RCPT TO") =>
    judgeFailure({
      code: command === "DATA" ? "EMESSAGE" : "EENVELOPE",
      command,
      response,
      responseCode: Number(response.slice(0, 3)),
      message: "",
    }).problem;

  it.each([
    "554 5.7.1 <jo@b.example>: Relay access denied",
    "550 relaying denied",
    "550 5.1.8 <desk@a.example>: Sender address rejected: Domain not found",
    "553 sender rejected",
    "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using a list",
    "504 5.5.2 <x>: Helo command rejected: need fully-qualified hostname",
    "550 5.4.5 daily quota exceeded",
  ])("waits: %s", (response) => {
    expect(answered(response)).toBe("relay-refused");
  });

  it.each([
    "550 5.1.1 <jo@b.example>: User unknown in relay recipient table",
    "550 5.4.1 Recipient address rejected: Access denied",
    "550 No such user here",
    "552 5.2.2 mailbox full",
    "556 5.1.10 the domain takes no mail",
  ])("and this is the receiver's: %s", (response) => {
    expect(answered(response)).toBe("receiver-refused");
  });

  it("a message that is refused for who sends it waits, for what it holds it ends", () => {
    expect(answered("550 5.7.26 this mail is unauthenticated", "DATA")).toBe("message-later");
    expect(answered("554 transaction failed", "DATA")).toBe("message-later");
    expect(answered("550 5.6.1 conversion is prohibited", "DATA")).toBe("message-refused");
    expect(answered("552 5.3.4 too big", "DATA")).toBe("too-large");
  });
});
