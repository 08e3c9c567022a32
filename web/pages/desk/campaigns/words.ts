import { defineWords } from '../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useCampaignWords = defineWords('desk-campaigns', en, zhCn);
