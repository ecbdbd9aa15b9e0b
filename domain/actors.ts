/** Who causes a change. `admin` is the holder of `ADMIN_TOKEN`. */
export const actorKinds = ['admin', 'token', 'person', 'seller', 'amazon', 'perennial'] as const;
export type ActorKind = (typeof actorKinds)[number];

export interface ActorName {
  readonly kind: ActorKind;
  /** Of the token or the person. */
  readonly name: string;
}

export const seller: ActorName = { kind: 'seller', name: 'seller' };
export const amazon: ActorName = { kind: 'amazon', name: 'Amazon' };
export const perennial: ActorName = { kind: 'perennial', name: 'Perennial' };
