const longestPause = 300;
const threeDays = 3 * 24 * 60 * 60;
/** The pause is longest from this try on. The pauses before it add up to less than ten minutes. */
const lastGrowingTry = Math.ceil(Math.log2(longestPause));
const mostTries = lastGrowingTry + Math.ceil((threeDays - (2 ** lastGrowingTry - 2)) / longestPause);

/** The seconds a job waits after some failed tries: two, then twice as long each time, at most five minutes. */
export function pauseAfter(tries: number): number {
  return Math.min(2 ** Math.min(tries, lastGrowingTry), longestPause);
}

/**
 * Whether a job was tried for three days. Only the pauses between tries count: the hours of a stopped server do not.
 */
export function isGivenUpAfter(tries: number): boolean {
  return tries >= mostTries;
}
