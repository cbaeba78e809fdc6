import { defineMessages } from "../ui/define-messages.ts";

/** The words about the state and the payments of an invoice. */
export const paymentMessages = defineMessages({
  nl: {
    state: "Stand",
    open: "Nog te betalen",
    toReturn: "Nog terug te betalen",
    payments: "Betalingen",
    paidOn: "Betaald op",
    amount: "Bedrag",
    amountHint: "Met btw, zoals het op de rekening kwam",
    returnHint: "Met btw en een min ervoor: het gaat terug naar de klant",
    record: "Betaling vastleggen",
    recordReturn: "Terugbetaling vastleggen",
    recordNow: "Leg vast",
    recorded: "De betaling is vastgelegd.",
  },
  en: {
    state: "Status",
    open: "Still to be paid",
    toReturn: "Still to be paid back",
    payments: "Payments",
    paidOn: "Paid on",
    amount: "Amount",
    amountHint: "Including VAT, as it arrived",
    returnHint: "Including VAT and with a minus in front: it goes back to the customer",
    record: "Record a payment",
    recordReturn: "Record a repayment",
    recordNow: "Record",
    recorded: "The payment is recorded.",
  },
});
