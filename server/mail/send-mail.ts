import { setTimeout as pause } from "node:timers/promises";
import type { System } from "../../core/access/actor.ts";
import type { Transaction } from "../db/connect.ts";
import { type Databases, inTransaction } from "../db/transaction.ts";
import type { Work } from "../events/work.ts";
import type { Logger } from "../logger.ts";
import { concernsEveryMail, isAboutThisMail, isFinal, judgeFailure, type MailFailure } from "./judge-failure.ts";
import type { Mailer } from "./mailer.ts";
import type { OutgoingMail } from "./outgoing-mail.ts";
import { type Accepted, claimMail, keepAccepted, keepFailed, renewClaim, wakeMails } from "./store.ts";
import { findMail, findOverdue } from "./find-mails.ts";
import type { DueMail, MailKindName } from "./due-mail.ts";
import { enqueueMails } from "./enqueue-mails.ts";
import { plainLine } from "./plain-line.ts";
import { findProvider } from "../provider/read-provider.ts";
import { atOnce } from "../db/at-once.ts";
import { mailPace, type MailPace, nextTry } from "./pace.ts";
import { type Attempt, createServerWatch, type ServerWatch } from "./server-watch.ts";

/** The words of a kind of mail, and the effect of its acceptance. */
export interface MailKind {
  /** Its words as of now, made without holding the database; null when nobody needs it any more. */
  readonly compose: (mail: DueMail) => Promise<OutgoingMail | null>;
  /** Runs in the transaction that records the acceptance. */
  readonly accepted?: (work: Work<System>, mail: DueMail) => Promise<void>;
}

interface SendingNeeds {
  readonly databases: Databases;
  readonly mailer: Mailer;
  readonly log: Logger;
  readonly now: () => Temporal.Instant;
  readonly systemNow: () => Temporal.Instant;
}

export interface MailSending {
  /** Tries a mail of the outbox if it is due. Schedules the next try unless the mail has ended. */
  send(mailId: string, options?: { readonly isAsked?: boolean }): Promise<void>;
  /** Finds mails that the queue forgot. */
  sweep(): Promise<void>;
}

const actor = { kind: "system" } as const;
const overdue = { minutes: 2 };
/** While the mail server is away, one mail tests at least this often whether it is back. */
const longestProbePause = 60_000;
const keepingPause = 250;

interface SendingContext extends SendingNeeds {
  readonly kinds: Readonly<Record<MailKindName, MailKind>>;
  readonly pace: MailPace;
  readonly watch: ServerWatch;
  readonly asDesk: <Value>(run: (tx: Transaction) => Promise<Value>) => Promise<Value>;
}

/**
 * Sends the mails of the outbox, each on its own, with as many tries as needed. A commit right after the server's
 * acceptance marks a mail as sent, and it is never sent again. A kill between the two may repeat one mail, under the
 * same Message-ID (R33, R45).
 */
export function createMailSending(
  needs: SendingNeeds,
  kinds: Readonly<Record<MailKindName, MailKind>>,
  pace: MailPace = mailPace,
): MailSending {
  const { databases, log, systemNow } = needs;
  const watch = createServerWatch({
    systemNow,
    shortestPause: pace.shortestPause,
    longestPause: Math.min(pace.longestPause, longestProbePause),
    onAway: ({ problem }) => log.warn({ problem }, "the mail server takes nothing; mails wait until it does"),
    onBack: () => log.info({}, "the mail server takes mail again"),
  });
  const asDesk: SendingContext["asDesk"] = async (run) => inTransaction(databases, actor, run);
  const context: SendingContext = { ...needs, kinds, pace, watch, asDesk };
  return {
    send: async (mailId, { isAsked = false } = {}) => sendWhenDue(context, mailId, isAsked),
    async sweep() {
      await asDesk(async (tx) => enqueueMails(tx, await findOverdue(tx, systemNow().subtract(overdue))));
    },
  };
}

async function sendWhenDue(context: SendingContext, mailId: string, isAsked: boolean): Promise<void> {
  const { asDesk, watch, pace } = context;
  const now = context.systemNow();
  const until = now.add({ milliseconds: pace.claim });
  const { mail, provider } = await asDesk(async (tx) =>
    atOnce({ mail: claimMail(tx, mailId, { now, until }), provider: findProvider(tx) }),
  );
  if (mail === null) return asDesk(async (tx) => finishOrReschedule(tx, context, mailId));
  const attempt = watch.startAttempt(now, { isAsked });
  if (attempt === null) return asDesk(async (tx) => keepWaiting(tx, context, mail, { failure: watch.away() }));
  const hold = keepHold(context, mail, until);
  try {
    await settle(context, mail, attempt, await tryToSend(context, { mail, hold, fromName: provider?.name }));
  } finally {
    hold.end();
    attempt.end();
  }
}

interface Hold {
  readonly isLost: () => boolean;
  readonly end: () => void;
}

/** Renews the claim of this process on a mail, so that others soon know when it no longer has it. */
function keepHold({ asDesk, systemNow, pace }: SendingContext, { id }: DueMail, since: Temporal.Instant): Hold {
  let until: Temporal.Instant | null = since;
  let isBusy = false;
  const again = async (): Promise<void> => {
    if (until === null || isBusy) return;
    isBusy = true;
    const [held, anew] = [until, systemNow().add({ milliseconds: pace.claim })];
    try {
      until = (await asDesk(async (tx) => renewClaim(tx, id, { until: held, anew }))) ? anew : null;
    } catch {
      // Without the database nobody else can claim it either.
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void again(), pace.claimAgain);
  return { isLost: () => until === null, end: () => clearInterval(timer) };
}

/**
 * Handles a mail that is not to be tried now. For an accepted one it runs the effects; a waiting one is scheduled for
 * when it is due.
 */
async function finishOrReschedule(tx: Transaction, { kinds, now }: SendingContext, mailId: string): Promise<void> {
  const mail = await findMail(tx, mailId);
  if (mail === undefined) return;
  if (mail.state === "accepted") await kinds[mail.kind].accepted?.({ tx, actor, now, reacts: false }, mail);
  if (mail.state === "waiting") await enqueueMails(tx, [mailId], { at: mail.dueAt });
}

type Outcome =
  /** Another process has claimed it by now. */
  | { readonly kind: "lost" }
  | { readonly kind: "accepted"; readonly accepted: Accepted }
  | { readonly kind: "unneeded" }
  | { readonly kind: "failed"; readonly failure: MailFailure; readonly address: string | null };

interface Trying {
  readonly mail: DueMail;
  readonly hold: Hold;
  /** The provider, once somebody has entered its details. */
  readonly fromName: string | undefined;
}

async function tryToSend(
  { kinds, mailer, log }: SendingContext,
  { mail, hold, fromName = "" }: Trying,
): Promise<Outcome> {
  let address: string | null = null;
  try {
    const words = await kinds[mail.kind].compose(mail);
    if (words === null) return { kind: "unneeded" };
    // Making the words may have taken long, for example of a document.
    if (hold.isLost()) return { kind: "lost" };
    address = words.to.address;
    return { kind: "accepted", accepted: { address, answer: await mailer.send(sentBy(fromName, words)) } };
  } catch (error) {
    const failure = judgeFailure(error);
    const what = { mailId: mail.id, kind: mail.kind, problem: failure.problem };
    if (failure.problem === "not-made") log.error({ ...what, error }, "a mail could not be made");
    else log.info(what, "a mail did not go out");
    return { kind: "failed", failure, address };
  }
}

/** The words under the provider's name. */
function sentBy(name: string, words: OutgoingMail): OutgoingMail {
  const fromName = plainLine(name);
  return fromName === "" ? words : { ...words, fromName };
}

async function settle(context: SendingContext, mail: DueMail, attempt: Attempt, outcome: Outcome): Promise<void> {
  const { asDesk, systemNow } = context;
  switch (outcome.kind) {
    case "lost":
      return asDesk(async (tx) => finishOrReschedule(tx, context, mail.id));
    case "unneeded":
      return asDesk(async (tx) =>
        keepFailed(tx, mail.id, { failure: null, end: { state: endOfUnneeded(mail, systemNow()) } }, systemNow()),
      );
    case "failed": {
      const { failure, address } = outcome;
      if (concernsEveryMail(failure.problem)) attempt.failed(failure);
      await asDesk(async (tx) => keepWaiting(tx, context, mail, { failure, tried: { address } }));
      if (isAboutThisMail(failure.problem)) await serverIsThere(context, attempt);
      return;
    }
    case "accepted":
      await keepTaken(context, mail, outcome.accepted);
      await serverIsThere(context, attempt);
  }
}

/** Makes all mails due that waited for the mail server. */
async function serverIsThere({ asDesk, systemNow, watch }: SendingContext, attempt: Attempt): Promise<void> {
  const wasAway = watch.away() !== null;
  attempt.worked();
  if (wasAway) await asDesk(async (tx) => wakeMails(tx, systemNow()));
}

/** The state of a mail that nobody needs any more: given up for a code that expired before it was mailed. */
function endOfUnneeded({ endsAt }: DueMail, now: Temporal.Instant): "needless" | "given-up" {
  return endsAt !== null && Temporal.Instant.compare(endsAt, now) <= 0 ? "given-up" : "needless";
}

interface NotGone {
  readonly failure: MailFailure | null;
  /** Left out for a mail that was not even tried. */
  readonly tried?: { readonly address: string | null };
}

/** Schedules a mail again that did not go out, unless it was refused for good or is too late. */
async function keepWaiting(
  tx: Transaction,
  { pace, systemNow }: SendingContext,
  mail: DueMail,
  not: NotGone,
): Promise<void> {
  const now = systemNow();
  const isRefused = not.failure !== null && isFinal(not.failure.problem);
  const isOver = mail.endsAt !== null && Temporal.Instant.compare(mail.endsAt, now) <= 0;
  if (isRefused || isOver)
    return keepFailed(tx, mail.id, { ...not, end: { state: isRefused ? "refused" : "given-up" } }, now);
  const next = nextTry(mail, now, pace);
  const isLast = mail.endsAt !== null && Temporal.Instant.compare(mail.endsAt, next) < 0;
  const at = isLast && mail.endsAt !== null ? mail.endsAt : next;
  await keepFailed(tx, mail.id, { ...not, end: { nextTry: at } }, now);
  await enqueueMails(tx, [mail.id], { at });
}

/**
 * Records the acceptance of a mail, even if the database is away for a while. Without the record it would be sent
 * again.
 */
async function keepTaken(
  { kinds, systemNow, now, asDesk, pace }: SendingContext,
  mail: DueMail,
  accepted: Accepted,
): Promise<void> {
  const keep = async (tx: Transaction): Promise<void> => keepAccepted(tx, mail.id, accepted, systemNow());
  const until = systemNow().add({ milliseconds: pace.keeping });
  for (;;) {
    try {
      return await asDesk(async (tx) => {
        await keep(tx);
        await kinds[mail.kind].accepted?.({ tx, actor, now, reacts: false }, mail);
      });
    } catch (error) {
      if (Temporal.Instant.compare(systemNow(), until) < 0) {
        await pause(keepingPause);
        continue;
      }
      // A repeated job can make up for the effects, but not for the record that the mail was sent.
      await asDesk(keep);
      throw error;
    }
  }
}
