export const nodeFlags: readonly string[];
export const nodeSettings: Readonly<Record<string, string>>;
