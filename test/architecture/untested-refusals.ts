/**
 * The refusals that a docstring names and no test of its action does. The check fails for an entry that is missing and
 * for one that is no longer needed, so this list can only shrink.
 */
export const untested: readonly string[] = [
  "server/contracts/publish-terms.ts publishYearTerms: terms-year-begun",
  "server/contracts/sign-contract.ts signOffer: terms-not-published",
  "server/contracts/sign-contract.ts signOffer: changed-meanwhile",
  "server/contracts/terminate-contract.ts endIfTerminated: transition-refused",
  "server/desk/ticket/ticket-data.ts loadDeskTicket: not-found",
  "server/desk/ticket/ticket-data.ts loadDeskTicket: not-allowed",
  "server/http/idempotency.ts answerOnce: sent-before",
  "server/sign-in/ask-for-code.ts askForCode: too-many-attempts",
  "server/sign-in/use-code.ts useCode: busy",
  "server/sign-in/use-code.ts useCode: code-wrong",
  "server/sign-in/use-code.ts useCode: code-expired",
  "server/sign-in/use-code.ts useCode: code-used",
  "server/sign-in/use-code.ts useCode: too-many-attempts",
];
