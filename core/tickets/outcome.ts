/** How a consultant closes a ticket. Source: contract S1, S2. */
export const resolvedOutcomes = ["solved", "workaround", "redesign", "escalated", "not-solved"] as const;
export type ResolvedOutcome = (typeof resolvedOutcomes)[number];

/**
 * Every way in which a ticket can have closed; the last three are nobody's solution. Source: contract S1, T4, "Charges,
 * exactly" 8.
 */
export const outcomes = [...resolvedOutcomes, "withdrawn", "duplicate", "ended-with-contract"] as const;
export type Outcome = (typeof outcomes)[number];
