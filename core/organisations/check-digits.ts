/**
 * The rest modulo 97 of a text in which letters stand for 10 (A) to 35 (Z), as ISO 7064 MOD 97-10 reads it. Digits and
 * capitals only.
 */
export function mod97(text: string): number {
  let rest = 0;
  for (const sign of text)
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}
