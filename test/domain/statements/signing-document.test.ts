import { currentCatalogueVersion } from '../../../domain/catalogue';
import { documentToSign } from '../../../domain/statements/signing-document';

const statement = { title: 'Law', clauses: ['3.1'], words: 'We comply.' };
const signed = {
  organisation: 'Harbour Light Ltd.',
  apps: [{ name: 'Shop', statements: [statement] }],
  version: currentCatalogueVersion,
  answersHash: 'a'.repeat(64),
};
const mandate = {
  agencyName: 'Clear Words {organisation}',
  delegationId: 'dlg_0123456789abcdefghjk',
  endsOn: '2027-05-31',
  sha256: 'b'.repeat(64),
} as const;

describe.each(['en', 'zh-CN'] as const)('the words that are signed, in %s', (language) => {
  it('name the mandate when an agency signs: for whom, for which agency, until when, and which file', () => {
    const words = documentToSign({ ...signed, language, mandate });
    for (const part of [mandate.agencyName, mandate.delegationId, mandate.endsOn, mandate.sha256])
      expect(words).toContain(part);
    expect(words.split('\n\n').at(-2)?.split(signed.organisation).length).toBeGreaterThan(1);
  });

  it('are else those that they are without agencies', () => {
    const own = documentToSign({ ...signed, language });
    const delegated = documentToSign({ ...signed, language, mandate }).split('\n\n');
    expect(own).not.toMatch(/mandate|授权委托书/i);
    expect(own.split('\n\n')).toEqual(delegated.toSpliced(-2, 1));
  });
});
