import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import type { ContractTerms } from "../../../core/contracts/terms.ts";
import { accept, refuse, type Result } from "../../../core/values/result.ts";
import { listTermsYears, termsToBeginWith } from "../../contracts/list-terms-years.ts";
import { publishYearTerms } from "../../contracts/publish-terms.ts";
import type { Work } from "../../events/work.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { nothing, optionalLine } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { year } from "../../http/params.ts";
import { toObject } from "../../http/read-input.ts";
import { type RefusedForm, typedForm } from "../../http/refused-form.ts";
import type { Route } from "../../http/route.ts";
import { NewTermsPage } from "./new-terms-page.tsx";
import { newTermsMessages } from "./new-terms.messages.ts";
import { markOf, termsTyped, typedTerms } from "./terms-form.ts";

const params = z.strictObject({ year });

/** The numbers, and the mark of the contract that was read before it is published. */
const input = typedTerms.extend({ seen: optionalLine(30).default("") });

const newTermsPage = formPage<Staff, z.output<typeof params>, unknown, "publish">({
  path: paths.desk.publishTerms(":year"),
  access: administrators,
  permission: "terms.publish",
  params,
  query: nothing,
  address: ({ year: of }) => paths.desk.publishTerms(of),
  show: async ({ work, view, params: { year: of } }, refused) => {
    const begun = await begin(work, of);
    if (!begun.ok) return begun;
    return accept(
      <NewTermsPage
        view={view}
        begun={begun.value}
        read={refused === null ? null : readTerms(begun.value, refused)}
        form={typedForm("publish", refused, view.language)}
      />,
    );
  },
});

/** Publishing the terms of this year or the next, for administrators (K5). */
export function newTermsRoutes(): readonly Route[] {
  return [
    newTermsPage.route,
    newTermsPage.deed({
      path: paths.desk.publishTerms(":year"),
      permission: "terms.publish",
      params,
      form: "publish",
      input,
      act: async ({ work, params: { year: of }, input: { seen, ...typed } }) => {
        const begun = await begin(work, of);
        if (!begun.ok) return begun;
        const terms = termsTyped(begun.value, typed);
        if (!terms.ok) return terms;
        return seen === markOf(terms.value) ? publishYearTerms(work, terms.value) : refuse({ code: "not-sent" });
      },
      said: ({ language, params: { year: of } }) => newTermsMessages(language).saved(of),
      to: ({ params: { year: of } }) => paths.desk.terms(of),
    }),
  ];
}

async function begin(work: Work, of: number): Promise<Result<ContractTerms>> {
  const { published, open } = await listTermsYears(work);
  if (published.includes(of)) return refuse({ code: "terms-already-published", year: of });
  return open.includes(of) ? accept(await termsToBeginWith(work, of)) : refuse({ code: "not-found" });
}

/** The contract of the typed numbers, to be read before it is published. Null while they are not right. */
function readTerms(begun: ContractTerms, { fields }: RefusedForm): ContractTerms | null {
  const typed = input.safeParse(toObject(fields));
  if (!typed.success) return null;
  const { seen: _, ...numbers } = typed.data;
  const terms = termsTyped(begun, numbers);
  return terms.ok ? terms.value : null;
}
