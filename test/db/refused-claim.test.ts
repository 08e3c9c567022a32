import { randomBytes } from 'node:crypto';
import { idFrom } from '../../domain/ids';
import { obligations } from '../../domain/obligations';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const person = { kind: 'person', id: id('per') } as const;
const staff = () => ({ kind: 'staff', id: id('per'), role: 'lead' }) as const;

describe('an exemption that was refused', () => {
  it('is granted when the appeal against the return is upheld', async () => {
    const db = await testDatabase();
    const { transact, enrol } = livedDevelopers(db);
    const { developerId, appId } = await enrol();
    const claim = { statute: 'Example Act', jurisdiction: 'SG', reason: 'A public body.', endsOn: '2027-08-31' };
    const { state: signed } = await transact(developerId, {
      id: id('evt'),
      type: 'submission.signed',
      actor: person,
      signatureId: id('sig'),
      apps: [
        {
          appId,
          statements: obligations.map((obligation) => ({ obligation, statementId: id('stm') })),
          riskFlags: [],
          exemptions: [{ obligation: 'consent', ...claim }],
        },
      ],
    });
    const submissionId = signed.submissions[0]?.id ?? id('sub');
    const items = signed.requirements.map(({ id: requirementId, obligation }) =>
      obligation === 'consent'
        ? { requirementId, outcome: 'return' as const, reasonCode: 'exemption.not-shown', reason: 'It is not shown.' }
        : { requirementId, outcome: 'accept' as const },
    );
    await transact(developerId, { id: id('evt'), type: 'review.decided', actor: staff(), submissionId, items });
    const { state: appealed } = await transact(developerId, {
      id: id('evt'),
      type: 'appeal.filed',
      actor: person,
      against: 'return',
      subject: submissionId,
      words: 'It is, on the last page.',
      evidenceIds: [],
    });
    await transact(developerId, {
      id: id('evt'),
      type: 'appeal.decided',
      actor: staff(),
      appealId: appealed.appeals[0]?.id ?? id('apl'),
      outcome: 'uphold',
      words: 'So it is.',
    });
    const exemption = await db.selectFrom('exemptions').select(['state', 'endsOn']).executeTakeFirstOrThrow();
    expect(exemption).toEqual({ state: 'granted', endsOn: '2027-08-31' });
    const app = await db.selectFrom('apps').select('standing').executeTakeFirstOrThrow();
    expect(app.standing).toBe('active');
  });
});
