/** Enough for the most entries, with generous indentation. */
export const mostMegabytes = 64;

/**
 * The limit of tickets and of entries: a fifth more than we promise. Even if every entry lasts a day and belongs to one
 * ticket, their charges fit into the memory of `npm run kwartier`.
 */
export const mostItems = 120_000;

/** In bytes. No ticket, entry or set of terms comes near it. No longer text becomes a value at once. */
export const longestPart = 65_536;

/** The remedy for a limit: other tickets do not affect the month's charges. */
export const giveLess = "give only the tickets that were created or worked on in the month, with all their entries";
