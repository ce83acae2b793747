import { expect } from 'chai';
import { assumed } from '../../../src/policy/assumed.js';
import { ruleIds, rules } from '../../../src/policy/rules.js';

describe('the rules of the portal', () => {
  it('are enforced, but for those that only tell something', () => {
    const informing = ruleIds.filter((id) => rules[id] === 'informs');
    expect(informing).to.include.members([
      ...['fee.none', 'session.leave-advice', 'results.typical-days', 'results.contact-after'],
      ...['resources.trusted', 'renewal.reply-time', 'support.identify', 'support.channels'],
      ...['privacy.never-sold', 'access.requirements', 'mobile.apps'],
    ]);
    const others = ruleIds.filter((id) => !informing.includes(id));
    for (const id of others) expect(rules[id], id).to.equal('enforced');
    expect(others).to.include.members([
      ...['activation.single-use', 'signup.own-credentials', 'login.lockout', 'session.no-cache'],
      ...['password.reset-question', 'results.after-review', 'medications.listed'],
      ...['messages.not-urgent', 'appointments.cancel-by-phone', 'proxy.friends-and-family'],
    ]);
    expect(ruleIds.length).to.be.at.least(58);
  });
});

describe('what the presets assume', () => {
  it('is what neither portal says, and what only one of them does', () => {
    const both = [
      ...['timeZone', 'calendar', 'login.requestsPerMinute', 'session.warnMinutes'],
      ...['password.resetLinkMinutes', 'password.oneTimeHours', 'proxy.comingOfAgeYears'],
      ...['appointments.replyBusinessDays', 'support.officePhone', 'mobile'],
    ];
    expect(assumed.mychart).to.include.members([
      ...both,
      ...['signup.emailRequired', 'signup.securityQuestion', 'login.maxAttempts', 'login.unlock'],
      ...['password.lockedReset', 'email.enteredTwice', 'email.instantUpdate'],
      ...['notifications.newInformation', 'results.contactAfter', 'renewal.supplyDays'],
      ...['renewal.replyBusinessDays', 'appointments.cancelOnline', 'support.identify'],
      'demographics.requiredByState',
    ]);
    expect(assumed.mycooper).to.include.members([
      ...both,
      ...['contact.editable', 'results.release', 'results.typicalDays', 'appointments.request'],
      'proxy.friendsAndFamily',
    ]);
  });
});
