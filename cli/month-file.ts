import type { ContractTerms } from "../core/contracts/terms.ts";
import type { MonthToRate } from "../core/charges/rate-month.ts";
import { type FileIo, readJsonFile } from "./json-file.ts";
import { rootNode } from "./json-node.ts";
import { readMonthToRate } from "./rate-input.ts";

/** A month that can be charged, or its problems, one line each, with its terms if they can be read. */
export type MonthFile =
  | { readonly input: MonthToRate }
  | { readonly problems: readonly string[]; readonly terms: ContractTerms | null };

/** Reads a file in the format of `kwartier rate`. */
export async function readMonthFile(file: string, io: Pick<FileIo, "read">): Promise<MonthFile> {
  const read = await readJsonFile(file, io);
  if ("refused" in read) return { problems: read.refused, terms: null };
  const input = readMonthToRate(rootNode(read.value, read.problems));
  const problems = read.problems.lines();
  return input === undefined || problems.length > 0 ? { problems, terms: input?.terms ?? null } : { input };
}
