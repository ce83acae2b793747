// Mocha takes a reporter from what `require` gives.
module.exports = require('./mocha-tally.js').default;
