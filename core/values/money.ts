/** An amount in whole euro cents, excluding VAT unless its name says otherwise. Never a floating-point number. */
export type Cents = bigint;

/**
 * Divides two integers and rounds half away from zero: 833.5 becomes 834, -833.5 becomes -834.
 * Refuses (throws) a divisor that is not positive. Source: contract "Charges, exactly" 4 and 5.
 */
export function divideRoundingHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new Error("the divisor must be positive");
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** The price of whole minutes at an hourly rate in cents, rounded half up once. Source: "Charges, exactly" 4. */
export function amountForMinutes(minutes: number, hourlyRateCents: Cents): Cents {
  return divideRoundingHalfUp(BigInt(minutes) * hourlyRateCents, 60n);
}

/**
 * VAT in cents on the sum of the lines of one rate, a whole percentage, rounded half up once. Source: "Charges,
 * exactly" 5.
 */
export function vatOn(subtotalCents: Cents, vatPercent: number): Cents {
  return divideRoundingHalfUp(subtotalCents * BigInt(vatPercent), 100n);
}

/**
 * Limits an amount in cents to another: the smaller one in size when both have the same sign, otherwise zero. Source:
 * "Charges, exactly" 7.
 */
export function limitTo(amount: Cents, limit: Cents): Cents {
  if (amount < 0n !== limit < 0n) return 0n;
  const isWithin = amount < 0n ? amount > limit : amount < limit;
  return isWithin ? amount : limit;
}

/** The sum of amounts in cents; zero for none. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}
