// Mocha takes a reporter from what `require` gives.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- it is what a .cjs file has
module.exports = require('./mocha-tally.js').default;
