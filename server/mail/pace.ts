/** How patient sending is, in milliseconds. */
export interface MailPace {
  readonly shortestPause: number;
  readonly longestPause: number;
  /** For a code, which somebody waits for at their screen. */
  readonly longestCodePause: number;
  /** How long a mail is left alone by everybody else, unless the process that has it in hand says again that it has. */
  readonly claim: number;
  readonly claimAgain: number;
  /** How long keeping what came of it is tried, when the database is away. */
  readonly keeping: number;
}

export const mailPace: MailPace = {
  shortestPause: 5000,
  longestPause: 5 * 60_000,
  longestCodePause: 60_000,
  claim: 20_000,
  claimAgain: 4000,
  keeping: 60_000,
};

/** How long a notice is of use. */
export const noticeDays = 3;

/**
 * When to try next: after half the time that a mail has been waiting, within bounds, so that pauses grow from seconds
 * to minutes. Mails that failed together do not come back together.
 */
export function nextTry(
  mail: { readonly kind: string; readonly waitingSince: Temporal.Instant },
  now: Temporal.Instant,
  pace: MailPace,
): Temporal.Instant {
  const waited = now.epochMilliseconds - mail.waitingSince.epochMilliseconds;
  const longest = mail.kind === "sign-in-code" ? pace.longestCodePause : pace.longestPause;
  const pause = Math.min(Math.max(waited / 2, pace.shortestPause), longest);
  return now.add({ milliseconds: Math.round(pause * (0.9 + Math.random() / 5)) });
}
