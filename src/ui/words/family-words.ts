import type { ProxyAccess } from '../../contract/family/family.js';
import type { Subject } from '../../contract/account/session.js';
import { msg } from '../../locales/localize.js';
import type { ProxyRelationship } from '../../policy/portal-policy.js';

/** What somebody is to the patient. */
export const relationshipWords = (relationship: ProxyRelationship): string => {
  switch (relationship) {
    case 'spouse':
      return msg('Spouse');
    case 'parent':
      return msg('Parent');
    case 'guardian':
      return msg('Legal guardian');
    case 'caregiver':
      return msg('Caregiver');
    case 'other-family':
      return msg('Other family');
  }
};

/** What the patient is to who has signed in. */
export const kinshipWords = (relationship: Subject['relationship']): string => {
  switch (relationship) {
    case 'self':
      return msg('Your own record');
    case 'spouse':
      return msg('Your spouse');
    case 'parent':
      return msg('Your child');
    case 'guardian':
      return msg('You’re the legal guardian');
    case 'caregiver':
      return msg('You’re a caregiver');
    case 'other-family':
      return msg('Your family member');
  }
};

/** What somebody may do in a record. */
export const accessWords = (access: ProxyAccess): string =>
  access === 'full' ? msg('Full access') : msg('View only');
