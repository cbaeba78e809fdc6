export { insertForgiven as forgiveCharges, listForgivenOf } from "./store-forgiven.ts";
