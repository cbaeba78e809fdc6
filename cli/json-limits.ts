/** Enough for the most entries, generously indented. */
export const mostMegabytes = 64;

/**
 * Of tickets, and of entries: a fifth more than we promise. Also when all entries last a day and are of one ticket,
 * their charges fit into the memory that `npm run kwartier` grants.
 */
export const mostItems = 120_000;

/** In bytes: no ticket, entry or set of terms comes near it. Nothing longer is made into a value at once. */
export const longestPart = 65_536;

/** What to do about a limit: other tickets change nothing in the month's charges. */
export const giveLess = "give only the tickets that were created or worked on in the month, with all their entries";
