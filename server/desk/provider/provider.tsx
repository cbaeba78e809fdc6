import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { readBic, readIban } from "../../../core/organisations/bank-account.ts";
import { readChamberOfCommerce } from "../../../core/organisations/chamber-of-commerce.ts";
import { readDutchVatNumber } from "../../../core/organisations/vat-number.ts";
import { accept } from "../../../core/values/result.ts";
import { atOnce } from "../../db/at-once.ts";
import { versionOf } from "../../events/changes.ts";
import { mailAddress, postalAddress } from "../../faces/contact-input.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { firstVersion, line, lineOrNull, nothing, optionalLine, refuseWith, wholeNumber } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import { typedForm } from "../../http/refused-form.ts";
import type { Route } from "../../http/route.ts";
import { findInvoiceSeries } from "../../invoices/read-series.ts";
import { setInvoiceSeries } from "../../invoices/set-invoice-series.ts";
import { listProviderChanges } from "../../provider/list-provider-changes.ts";
import { findProvider } from "../../provider/read-provider.ts";
import { providerSubject, setProvider } from "../../provider/set-provider.ts";
import { ProviderPage } from "./provider-page.tsx";
import { providerMessages } from "./provider.messages.ts";

const input = z.strictObject({
  name: line(200),
  address: postalAddress,
  chamberOfCommerce: line(20).transform(
    (text, context) => readChamberOfCommerce(text) ?? refuseWith("not-a-chamber-of-commerce-number", context),
  ),
  vatNumber: line(30).transform((text, context) => {
    const read = readDutchVatNumber(text);
    return read.ok ? read.vatNumber : refuseWith(read.problem, context);
  }),
  iban: line(60).transform((text, context) => {
    const read = readIban(text);
    return read.ok ? read.iban : refuseWith(read.problem, context);
  }),
  bic: optionalLine(20)
    .default("")
    .transform((text, context) => (text === "" ? undefined : (readBic(text) ?? refuseWith("not-a-bic", context)))),
  mail: mailAddress,
  phone: lineOrNull(40),
  version: firstVersion,
});

const firstNumber = wholeNumber(1, 900_000);

const providerPage = formPage<Staff, unknown, unknown, "set" | "series">({
  path: paths.desk.provider,
  access: administrators,
  permission: "provider.set",
  params: noParams,
  query: nothing,
  address: () => paths.desk.provider,
  show: async ({ work, view }, refused) => {
    const { tx } = work;
    // The version is sent first, so that no change in between counts as seen.
    const read = await atOnce({
      version: versionOf(tx, providerSubject),
      provider: findProvider(tx),
      changes: listProviderChanges(tx),
      series: findInvoiceSeries(work),
    });
    return accept(
      <ProviderPage
        view={view}
        {...read}
        form={typedForm("set", refused, view.language)}
        seriesForm={typedForm("series", refused, view.language)}
      />,
    );
  },
});

/** The provider's own details, which invoices say, for administrators. */
export function providerRoutes(): readonly Route[] {
  return [
    providerPage.route,
    providerPage.deed({
      path: paths.desk.provider,
      permission: "provider.set",
      params: noParams,
      form: "set",
      input,
      act: async ({ work, input: { address: addressLines, phone, ...details } }) =>
        setProvider(work, { ...details, addressLines, phone: phone ?? undefined }),
      said: ({ language }) => providerMessages(language).saved,
    }),
    providerPage.deed({
      path: paths.desk.invoiceSeries,
      permission: "invoice.set-series",
      params: noParams,
      form: "series",
      input: z.strictObject({ firstNumber, seenYear: wholeNumber(2000, 2099), seenFirst: firstNumber }),
      act: async ({ work, input: { firstNumber: first, seenYear: year, seenFirst } }) =>
        setInvoiceSeries(work, { firstNumber: first, seen: { year, firstNumber: seenFirst } }),
      said: ({ language }) => providerMessages(language).seriesSaved,
    }),
  ];
}
