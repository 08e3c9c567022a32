import type { z } from 'zod';
import type { getPrivacyNotice } from '../api/privacy';
import type { Language } from '../domain/lifecycle/state';

export type PrivacyNotice = z.output<(typeof getPrivacyNotice)['responses'][200]>;

const effectiveOn = '2026-11-28';

const notices: Readonly<Record<Language, PrivacyNotice>> = {
  en: {
    language: 'en',
    effectiveOn,
    title: 'Privacy notice',
    sections: [
      {
        heading: 'What is kept about you',
        paragraphs: [
          'Your name, your mail address, your role and the language we write to you in. When you sign an attestation: the name and title you type. While you are signed in: when each session began, was last used and ends.',
          'The address your requests come from is only used to limit how many there are, and is not stored.',
        ],
      },
      {
        heading: 'What it is for',
        paragraphs: [
          'To let you in, to tell you what is due, to warn you before anything happens to an SDK key, and to be able to show later who stated what. It is used for nothing else, and there is no advertising and no tracking.',
        ],
      },
      {
        heading: 'Who sees it',
        paragraphs: [
          'Your colleagues who are contacts of the same developer, and the people of the SDK vendor who look after developers. Other developers do not.',
          'Where a developer lets an agency act for it, the two see of each other who did what; the developer sees the names and addresses of the people the agency sends.',
        ],
      },
      {
        heading: 'How long',
        paragraphs: [
          'Sign-in links end after 15 minutes, sessions after 8 hours without use and 7 days at the latest. The record of attestations is kept for 6 years; in it you are a number, and your name stands apart from it where it can be erased.',
        ],
      },
      {
        heading: 'Your choices',
        paragraphs: [
          'You can see what is kept about you when you are signed in, have it corrected, and ask the vendor to erase it. Erasing removes your name and address; that somebody in your role signed stays in the record.',
          'One cookie keeps you signed in. Another remembers for 15 minutes which page you wanted to see, and in which language, when you ask for a sign-in link; it is gone once you are in. There are no others.',
        ],
      },
    ],
  },
  'zh-CN': {
    language: 'zh-CN',
    effectiveOn,
    title: '隐私声明',
    sections: [
      {
        heading: '我们保存哪些信息',
        paragraphs: [
          '您的姓名、邮箱地址、角色以及我们与您联系所用的语言。签署声明时：您填写的姓名和职务。登录期间：每个会话的开始时间、最近使用时间和结束时间。',
          '您的网络地址仅用于限制请求次数，不会被保存。',
        ],
      },
      {
        heading: '用途',
        paragraphs: [
          '用于让您登录、告知待办事项、在 SDK 密钥受影响之前提醒您，以及日后能够证明由谁作出了何种声明。不作其他用途，没有广告，也没有跟踪。',
        ],
      },
      {
        heading: '谁可以看到',
        paragraphs: [
          '同一开发者的其他联系人，以及 SDK 提供方中负责开发者事务的人员。其他开发者看不到。',
          '开发者委托机构代为办理的，双方可以看到彼此由谁办理了哪些事项；开发者可以看到该机构经办人员的姓名和邮箱地址。',
        ],
      },
      {
        heading: '保存期限',
        paragraphs: [
          '登录链接 15 分钟后失效；会话在 8 小时未使用后失效，最长 7 天。声明记录保存 6 年；记录中您只是一个编号，姓名单独存放，可以删除。',
        ],
      },
      {
        heading: '您的选择',
        paragraphs: [
          '登录后您可以查看我们保存的有关您的信息，可以要求更正，也可以要求提供方删除。删除会移除您的姓名和地址；曾有该角色的人签署这一事实仍保留在记录中。',
          '我们使用一个 Cookie 来保持登录状态。您索取登录链接时，另一个 Cookie 会记住您要查看的页面和所选语言，最长 15 分钟，登录后即删除。没有其他 Cookie。',
        ],
      },
    ],
  },
};

/** What Avow itself keeps about the people who use it. */
export function privacyNotice(language: Language): PrivacyNotice {
  return notices[language];
}
