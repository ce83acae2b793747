/** The password of everyone in the demo, made up or brought along. */
export const demoPassword = 'Garden-gate-7';
