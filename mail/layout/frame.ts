import type { Language } from '../../domain/lifecycle/state';
import type { Line } from '../content';

/** What surrounds the words of every mail: whose it is, and why it came. */
export interface Frame {
  language: Language;
  vendor: string;
  footer: readonly Line[];
}
