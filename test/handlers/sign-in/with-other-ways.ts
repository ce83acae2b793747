import { policies as all } from '../../../stories/fixtures/support/policies.js';

/** Every policy, with passkeys and a second step even where its hospital has none. */
export const policies = all.map((policy) => ({
  ...policy,
  login: { ...policy.login, passkeys: true, secondStep: true },
}));
