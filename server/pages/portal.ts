import { Router } from 'express';
import type { Language } from '../../domain/lifecycle/state';
import { preferredLanguage } from '../accept-language';
import { type Html, html } from './html';
import { sendPage } from './layout';

interface Words {
  title: string;
  main: Html;
}

/** Where mails and refusals lead people; their pages come with the portal and the desk. */
const paths = {
  developer: ['/developers/:developerId', '/developers/:developerId/status'],
  appeal: ['/developers/:developerId/notices/:noticeId/appeal'],
  desk: ['/desk', '/desk/developers/:developerId'],
};

const words: Readonly<Record<keyof typeof paths, Readonly<Record<Language, Words>>>> = {
  developer: {
    en: {
      title: 'Your attestation',
      main: html`<p>The pages of this portal come later. What the mail asks for can be done now, through the API:</p>
<ol><li><a href="/sign-in">Sign in</a> with the address that the mail went to.</li>
<li>Read <a href="/docs#listRequirements">what is due</a>, answer <a href="/docs#saveDraft">each obligation</a>, read <a href="/docs#getSigning">the words</a>, and <a href="/docs#signSubmission">sign</a> them.</li>
<li>If you need more time, <a href="/docs#requestExtension">ask for an extension</a>.</li></ol>
<p>Or answer with the contact at the end of the mail: a person helps you.</p>`,
    },
    'zh-CN': {
      title: '您的声明',
      main: html`<p>本门户的页面稍后推出。邮件所要求的事项现在即可通过 API 完成：</p>
<ol><li>使用收到邮件的地址<a href="/sign-in">登录</a>。</li>
<li>查看<a href="/docs#listRequirements">待办事项</a>，填写<a href="/docs#saveDraft">各项义务</a>，阅读<a href="/docs#getSigning">声明文字</a>，然后<a href="/docs#signSubmission">签署</a>。</li>
<li>如需更多时间，可<a href="/docs#requestExtension">申请延期</a>。</li></ol>
<p>也可以联系邮件末尾的联系人，由专人协助您。</p>`,
    },
  },
  appeal: {
    en: {
      title: 'Your appeal',
      main: html`<p>The page to appeal on comes later. Until then, write to the contact at the end of the mail that brought you here, within the time it names: say which notice, and why it is wrong. A person reads it.</p>
<p>A complete attestation, also a late one, lifts a suspension by itself: see <a href="/docs#listRequirements">what is due</a>.</p>`,
    },
    'zh-CN': {
      title: '您的申诉',
      main: html`<p>申诉页面稍后推出。在此之前，请在邮件所载期限内联系该邮件末尾的联系人，说明是哪一份通知以及理由，会有专人阅读。</p>
<p>完整的声明（逾期亦可）会自动解除暂停：请查看<a href="/docs#listRequirements">待办事项</a>。</p>`,
    },
  },
  desk: {
    en: {
      title: 'The desk',
      main: html`<p>The pages of the desk come later. <a href="/sign-in">Sign in</a>; the API shows now <a href="/docs#listReviews">what waits for review</a>, <a href="/docs#listTasks">the tasks</a>, and <a href="/docs#getDeveloper">where a developer stands</a>.</p>`,
    },
    'zh-CN': {
      title: '工作台',
      main: html`<p>工作台页面稍后推出。请<a href="/sign-in">登录</a>；目前可通过 API 查看<a href="/docs#listReviews">待审核的提交</a>、<a href="/docs#listTasks">任务</a>以及<a href="/docs#getDeveloper">开发者的状态</a>。</p>`,
    },
  },
};

export const portalPatterns = Object.values(paths).flat();

/** What somebody who follows a mail's link finds until the portal is there. Says the same to everybody: it looks nobody up. */
export function portalPages(): Router {
  const router = Router();
  for (const [name, patterns] of Object.entries(paths) as [keyof typeof paths, string[]][]) {
    router.get(patterns, (request, response, next) => {
      // Scripts are told that there is nothing here, as a problem.
      if (request.accepts(['json', 'html']) !== 'html') return next();
      const language = preferredLanguage(request.get('accept-language') ?? null);
      const { title, main } = words[name][language];
      sendPage(response, title, main, { language });
    });
  }
  return router;
}
