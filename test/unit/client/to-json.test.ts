import { expect } from 'chai';
import { toJson } from '../../../src/client/to-json.js';

const message = { subject: 'Blood', files: [{ name: 'a "scan"', sizes: [1, 2] }], note: undefined };

describe('the JSON that is sent and saved', () => {
  it('is that of JSON.stringify', () => {
    for (const value of [message, [message, null], 'text', 4, true, null]) {
      expect(toJson(value)).to.equal(JSON.stringify(value));
      expect(toJson(value, 2)).to.equal(JSON.stringify(value, null, 2));
    }
  });

  it('is the same on a page where arrays have a toJSON that answers text, as of Prototype.js', () => {
    const expected = JSON.stringify(message);
    Object.assign(Array.prototype, { toJSON: () => '[]' });
    try {
      expect(JSON.stringify(message)).not.to.equal(expected);
      expect(toJson(message)).to.equal(expected);
    } finally {
      Reflect.deleteProperty(Array.prototype, 'toJSON');
    }
  });
});
