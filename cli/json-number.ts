/** The treatment of numbers in files, for the help of every command that reads one. */
export const numbersHelp = `Numbers are taken for what is written: 100, 100.0 and 1e2 are the same, and -0 is 0. Nothing is rounded: what is not whole where
whole numbers are asked for, be it 2.50, 1e-400 or 0.99999999999999999999, is refused, and so is one that is too large for its place.
`;

/** The number of a JSON text. A fraction never becomes a whole number, as 1e-400 would: its nearest number is 0. */
export function numberOf(source: string): number {
  const number = Number(source);
  return Number.isInteger(number) && !isWhole(source) ? notWhole : number;
}

/** Stands for every fraction that no number can represent. */
const notWhole = 0.5;

function isWhole(source: string): boolean {
  const [, whole = "", fraction = "", exponent = "0"] = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source) ?? [];
  const digits = `${whole}${fraction}`.replace(/0+$/, "");
  const zerosCut = whole.length + fraction.length - digits.length;
  return digits === "" || Number(exponent) - fraction.length + zerosCut >= 0;
}
