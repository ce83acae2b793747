import { expect } from 'chai';
import type { DraftContent } from '../../../src/forms/draft-fields.js';
import type { Fields } from '../../../src/forms/form-controller.js';
import {
  baseOf,
  contested,
  rebased,
  withBase,
} from '../../../src/widgets/portal-preferences/rebase.js';

describe('what was typed into preferences, over what is on file now', () => {
  const field = { autocomplete: 'off' } as const;
  /** The phone begins with what is on file, the new address of an email begins empty. */
  const fields: Fields = {
    '/phone': { id: 'phone', name: 'phone', label: 'Phone', value: '1', ...field },
    '/town': { id: 'town', name: 'town', label: 'Town', value: 'Riverbend', ...field },
    '/email': { id: 'email', name: 'email', label: 'Email', ...field },
  };
  const onFile: DraftContent = { '/phone': '1', '/town': 'Riverbend', '/email': 'a@example.com' };
  const typed = (content: DraftContent, base = onFile) => withBase(content, base);

  it('remembers what was on file when it was typed', () => {
    const content = typed({ '/phone': '2' });
    expect(content['/phone']).to.equal('2');
    expect(baseOf(content)).to.deep.equal(onFile);
    for (const none of [undefined, {}, { onFile: null }, { onFile: 'odd' }]) {
      expect(baseOf(none)).to.equal(undefined);
    }
  });

  it('is as it was where nothing changed on file', () => {
    const content = typed({ '/phone': '2', '/town': 'Riverbend', '/email': '' });
    expect(rebased(content, fields, onFile)).to.equal(content);
    expect(contested(content, onFile)).to.deep.equal([]);
  });

  it('of an older page takes what is on file now for what was on file', () => {
    expect(rebased({ '/phone': '2' }, fields, onFile)).to.deep.equal(typed({ '/phone': '2' }));
    expect(contested({ '/phone': '2' }, onFile)).to.deep.equal([]);
    expect(contested(undefined, onFile)).to.deep.equal([]);
  });

  it('takes what is on file into a field that nobody has touched', () => {
    const now = { ...onFile, '/phone': '9' };
    const moved = rebased(typed({ '/phone': '1', '/town': 'Harbor', '/email': '' }), fields, now);
    expect(moved).to.deep.equal(typed({ '/phone': '9', '/town': 'Harbor', '/email': '' }, now));
    expect(contested(moved, now)).to.deep.equal([]);
  });

  it('is contested where both have changed it, until both say the same', () => {
    const content = typed({ '/phone': '2', '/town': 'Riverbend', '/email': '' });
    const now = { ...onFile, '/phone': '9' };
    expect(rebased(content, fields, now)).to.equal(content);
    expect(contested(content, now)).to.deep.equal(['/phone']);
    const same = rebased(typed({ ...content, '/phone': ' 9 ' }), fields, now);
    expect(same['/phone']).to.equal('9');
    expect(contested(same, now)).to.deep.equal([]);
  });

  it('moves one field, and leaves another contested', () => {
    const now = { '/phone': '9', '/town': 'Quay', '/email': 'a@example.com' };
    const content = typed({ '/phone': '1', '/town': 'Harbor', '/email': '' });
    const moved = rebased(content, fields, now);
    expect(moved).to.deep.equal(
      typed({ '/phone': '9', '/town': 'Harbor', '/email': '' }, { ...onFile, '/phone': '9' }),
    );
    expect(contested(moved, now)).to.deep.equal(['/town']);
  });

  it('leaves a field empty that does not begin with what is on file', () => {
    const now = { ...onFile, '/email': 'b@example.com' };
    const untouched = typed({ '/phone': '1', '/town': 'Riverbend', '/email': '' });
    const moved = rebased(untouched, fields, now);
    expect(moved['/email']).to.equal('');
    expect(contested(moved, now)).to.deep.equal([]);
    const touched = typed({ ...untouched, '/email': 'a@example.com' });
    expect(rebased(touched, fields, now)).to.equal(touched);
    expect(contested(touched, now)).to.deep.equal(['/email']);
  });
});
