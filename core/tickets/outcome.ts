/** The outcomes a consultant can choose. Source: contract S1, S2. */
export const resolvedOutcomes = ["solved", "workaround", "redesign", "escalated", "not-solved"] as const;
export type ResolvedOutcome = (typeof resolvedOutcomes)[number];

/**
 * All outcomes of closed tickets. The last three are not a consultant's. Source: contract S1, T4, "Charges, exactly" 8.
 */
export const outcomes = [...resolvedOutcomes, "withdrawn", "duplicate", "ended-with-contract"] as const;
export type Outcome = (typeof outcomes)[number];
