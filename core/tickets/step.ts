/** The steps a ticket goes through, in order. Source: contract D1, D2, D3. */
export const steps = ["administration", "research", "resolution"] as const;

export type Step = (typeof steps)[number];
