import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import type { ContractTerms } from "../../../core/contracts/terms.ts";
import { accept, refuse } from "../../../core/values/result.ts";
import { listTermsYears, termsToBeginWith } from "../../contracts/list-terms-years.ts";
import { publishYearTerms } from "../../contracts/publish-terms.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { optionalLine, wholeNumber } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import { toObject } from "../../http/read-input.ts";
import { type RefusedForm, typedForm } from "../../http/refused-form.ts";
import type { Route } from "../../http/route.ts";
import { AllPublishedPage, NewTermsPage } from "./new-terms-page.tsx";
import { newTermsMessages } from "./new-terms.messages.ts";
import { markOf, termsTyped, typedTerms } from "./terms-form.ts";

const yearOfTerms = wholeNumber(2000, 2099);
const asked = z.strictObject({ year: yearOfTerms.optional() });

/** The numbers of a year, and the mark of the contract that was read before it is published. */
const input = typedTerms.extend({ year: yearOfTerms, seen: optionalLine(30).default("") });

const newTermsPage = formPage<Staff, unknown, z.output<typeof asked>, "publish">({
  path: paths.desk.newTerms,
  access: administrators,
  permission: "terms.publish",
  params: noParams,
  query: asked,
  address: () => paths.desk.newTerms,
  show: async ({ work, view, input: { year } }, refused) => {
    const { published, open } = await listTermsYears(work);
    const meant = yearMeant(refused) ?? year;
    const of = open.find((each) => each === meant) ?? open[0];
    if (of === undefined) return accept(<AllPublishedPage view={view} refusal={refused?.refusal ?? null} />);
    const begun = await termsToBeginWith(work, { year: of, published });
    return accept(
      <NewTermsPage
        view={view}
        begun={begun}
        read={refused === null ? null : readTerms(begun, refused)}
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
      path: paths.desk.newTerms,
      permission: "terms.publish",
      params: noParams,
      form: "publish",
      input,
      act: async ({ work, input: { year, seen, ...typed } }) => {
        const { published, open } = await listTermsYears(work);
        if (published.includes(year)) return refuse({ code: "terms-already-published", year });
        if (!open.includes(year)) return refuse({ code: "invalid-input", fields: { year: "not-an-option" } });
        const terms = termsTyped(await termsToBeginWith(work, { year, published }), typed);
        if (!terms.ok) return terms;
        return seen === markOf(terms.value) ? publishYearTerms(work, terms.value) : refuse({ code: "not-sent" });
      },
      said: ({ language, input: { year } }) => newTermsMessages(language).saved(year),
      to: ({ input: { year } }) => paths.desk.terms(year),
    }),
  ];
}

/** The year of the typed form. */
function yearMeant(refused: RefusedForm | null): number | undefined {
  return asked.safeParse({ year: refused?.fields["year"]?.[0] }).data?.year;
}

/** The contract of the typed numbers, to be read before it is published. Null while they are not right. */
function readTerms(begun: ContractTerms, { fields }: RefusedForm): ContractTerms | null {
  const typed = input.safeParse(toObject(fields));
  if (!typed.success) return null;
  const { year, seen: _, ...numbers } = typed.data;
  if (year !== begun.year) return null;
  const terms = termsTyped(begun, numbers);
  return terms.ok ? terms.value : null;
}
