/** The values of a type of the contract, in the order given. One that is missing or unknown does not compile. */
export function valuesOf<T extends string>(values: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(values).filter((value): value is T => Object.hasOwn(values, value));
}
