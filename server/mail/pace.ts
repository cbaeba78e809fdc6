/** The pauses and limits of sending, in milliseconds. */
export interface MailPace {
  readonly shortestPause: number;
  readonly longestPause: number;
  /** For a code: somebody waits for it at their screen. */
  readonly longestCodePause: number;
  /** How long a claim on a mail lasts, unless its process renews it. */
  readonly claim: number;
  readonly claimAgain: number;
  /** How long to try recording a result while the database is away. */
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

/** How many days a notice is useful. */
export const noticeDays = 3;

/**
 * The time of the next try: after half of the mail's waiting time, within bounds, so that pauses grow from seconds to
 * minutes. Mails that failed together return apart.
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
