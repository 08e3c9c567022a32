import { readPrivacySetting } from '../../../domain/checks/wechat-privacy-setting';
import { sdkVendor } from '../../../domain/products/sdk-vendor';

const camera = { privacy_key: 'Camera', privacy_text: '展示试妆效果' };
const own = { sdk_name: '微信小程序 SDK', sdk_biz_name: '玩美移动股份有限公司', sdk_list: [camera] };
const server = (change: object): string =>
  JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    privacy_list: ['Camera'],
    setting_list: [camera],
    sdk_privacy_info_list: [own],
    ...change,
  });

describe('what getPrivacySetting answered', () => {
  it('is explained as the server interface gives it', () => {
    expect(readPrivacySetting(server({}))).toMatchObject({
      isReadable: true,
      declared: [{ key: 'Camera', purpose: '展示试妆效果' }],
      undeclared: [],
      needAuthorization: null,
      privacyContractName: null,
      sdks: [{ name: '微信小程序 SDK', provider: '玩美移动股份有限公司', information: [{ key: 'Camera' }] }],
      ownEntry: 'found',
      outcome: 'green',
      explanation: {
        en: 'The WeChat Mini SDK of Perfect Corp. is among the declared SDKs. Declared: Camera.',
        'zh-CN': '已声明的 SDK 中包含玩美移动的微信小程序 SDK。已声明：Camera。',
      },
    });
  });

  it('is explained as wx.getPrivacySetting gives it, which lists no SDKs', () => {
    const json = JSON.stringify({
      errMsg: 'getPrivacySetting:ok',
      needAuthorization: true,
      privacyContractName: '《海灯小程序隐私保护指引》',
    });
    const reading = readPrivacySetting(json);
    expect(reading).toMatchObject({
      isReadable: true,
      needAuthorization: true,
      privacyContractName: '《海灯小程序隐私保护指引》',
      ownEntry: 'not-told',
      outcome: 'amber',
    });
    expect(reading.explanation.en).toMatch(/does not list SDKs.*Privacy guide.*asked to agree/);
  });

  it.each([
    ['another SDK only', [{ sdk_name: 'Maps SDK', sdk_biz_name: 'Maps Ltd.' }], 'missing', 'red'],
    ['no SDK at all', [], 'missing', 'red'],
    ['the vendor in English', [{ sdk_name: 'AR', sdk_biz_name: 'PERFECT CORP.' }], 'found', 'green'],
    ['the vendor in the name', [{ sdk_name: '玩美移动 AR' }], 'found', 'green'],
    ['our name, and no provider', [{ sdk_name: 'WeChat Mini SDK' }], 'found', 'green'],
    ['our name, of another provider', [{ sdk_name: 'WeChat Mini SDK', sdk_biz_name: 'Maps Ltd.' }], 'missing', 'red'],
    ['entries that are none', [null, 7, 'SDK'], 'missing', 'red'],
  ])('finds our entry or misses it: %s', (_what, list, ownEntry, outcome) => {
    expect(readPrivacySetting(server({ sdk_privacy_info_list: list }))).toMatchObject({ ownEntry, outcome });
  });

  it('tells what the code uses and nobody declared with a purpose', () => {
    const reading = readPrivacySetting(
      server({
        privacy_list: ['Camera', 'Album', 'Record'],
        setting_list: [camera, { privacy_key: 'Album', privacy_text: '' }],
      }),
    );
    expect(reading).toMatchObject({ undeclared: ['Album', 'Record'], outcome: 'amber' });
    expect(reading.explanation.en).toContain('not declared with a purpose: Album, Record.');
  });

  it.each(['', 'no JSON', 'null', '[]', '{}', '{"errcode":61007,"setting_list":[]}', '{"a":1}'])(
    'refuses %p',
    (json) => {
      expect(readPrivacySetting(json)).toMatchObject({ isReadable: false, outcome: 'red' });
    },
  );

  it('looks for another vendor when told', () => {
    const vendor = { ...sdkVendor, name: { en: 'Maps Ltd.', 'zh-CN': '地图有限公司' }, aliases: [] };
    expect(readPrivacySetting(server({}), { vendor }).ownEntry).toBe('missing');
  });
});
