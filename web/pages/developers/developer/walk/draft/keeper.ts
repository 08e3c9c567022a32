import { getDraft, saveDraft } from '../../../../../../api/drafts';
import { getSigning } from '../../../../../../api/submissions';
import type { Answers, AnswersByObligation } from '../../../../../../domain/catalogue/condition';
import { validateDraft } from '../../../../../../domain/catalogue/validate';
import type { AppId, DeveloperId, PersonId, RequirementId } from '../../../../../../domain/ids';
import type { ObligationSlug } from '../../../../../../domain/obligations';
import type { SdkProductSlug } from '../../../../../../domain/products';
import type { AnswerOf } from '../../../../../client/asked';
import { call } from '../../../../../client/call';
import { isProblem } from '../../../../../client/problem';
import { leaveWhenSignedOut, queryClient } from '../../../../../client/query-client';
import { viewOf } from '../../../../../client/view';
import { forget, keep, keptOf } from './kept';
import { type Conflict, isSame, merged, withAnswer } from './merge';
import { savable } from './savable';

export type Draft = AnswerOf<typeof getDraft>;

/** Which draft it is, and what judging its answers needs. */
export interface AskedDraft {
  personId: PersonId;
  developerId: DeveloperId;
  requirementId: RequirementId;
  appId: AppId;
  product: SdkProductSlug;
  obligation: ObligationSlug;
  version: string;
  /** The developer's day. */
  today: string;
}

/**
 * saved: all of it is with the server. typing, saving: soon. kept: on this device, tried again by itself. unfinished: something is
 * wrong as it stands, the rest is saved. conflict: somebody else answered the same. closed: nothing is taken any more.
 */
export type SaveState = 'empty' | 'saved' | 'typing' | 'saving' | 'kept' | 'unfinished' | 'conflict' | 'closed';

export interface DraftSnapshot {
  answers: Answers;
  state: SaveState;
  conflicts: readonly Conflict[];
}

const typingMs = 700;
const againMs = 4_000;

/** Holds one draft while it is answered, and sees to it that it is saved. It goes on when its page is left. */
export class DraftKeeper {
  private base: { version: number; answers: Answers };
  private otherAnswers: AnswersByObligation;
  private shown: DraftSnapshot;
  private readonly writer: string = crypto.randomUUID();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private isClosed: boolean;

  constructor(
    readonly asked: AskedDraft,
    draft: Draft,
  ) {
    this.base = { version: draft.version, answers: draft.answers };
    this.otherAnswers = draft.otherAnswers;
    this.isClosed = !draft.isOpen;
    this.shown = { answers: draft.answers, state: draft.version > 0 ? 'saved' : 'empty', conflicts: [] };
    const kept = draft.isOpen ? keptOf(asked.personId, asked.requirementId) : null;
    if (!kept) return;
    // From now on it is this page's to save, and to take away then.
    const { answers, conflicts } = merged(kept.base.answers, kept.answers, draft.answers);
    this.shown = { answers, conflicts, state: conflicts.length > 0 ? 'conflict' : 'typing' };
    this.keep();
    this.later(0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DraftSnapshot => this.shown;

  /** What the server shows now: taken where nothing was answered here since, joined where something was. */
  receive(draft: Draft): void {
    this.otherAnswers = draft.otherAnswers;
    this.isClosed = !draft.isOpen;
    if (draft.version <= this.base.version) return;
    this.join(draft);
  }

  /** Answers a field. It is kept on this device at once and saved soon. */
  change(slug: string, value: unknown): void {
    if (isSame(this.shown.answers[slug], value)) return;
    const conflicts = this.shown.conflicts.filter((conflict) => conflict.slug !== slug);
    this.show({ answers: withAnswer(this.shown.answers, slug, value), conflicts, state: 'typing' });
    this.keep();
    this.later(typingMs);
  }

  /** Ends a conflict: by what was answered here, or by what the other saved. */
  settle(slug: string, which: 'mine' | 'theirs'): void {
    const conflict = this.shown.conflicts.find((one) => one.slug === slug);
    if (!conflict) return;
    const conflicts = this.shown.conflicts.filter((one) => one !== conflict);
    this.show({ answers: withAnswer(this.shown.answers, slug, conflict[which]), conflicts, state: 'typing' });
    this.keep();
    void this.flush();
  }

  /** Saves now what is not saved yet. Ends when it is, or when it has to wait. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    this.running = this.save().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  /** True while something of it is on this device only. */
  get isPending(): boolean {
    return !isSame(this.shown.answers, this.base.answers);
  }

  private async save(): Promise<void> {
    const payload = this.payload();
    if (this.isClosed || isSame(payload, this.base.answers)) {
      this.settled();
      return;
    }
    this.show({ ...this.shown, state: 'saving' });
    const { developerId, requirementId } = this.asked;
    const params = { developerId, requirementId };
    try {
      const draft = await call(saveDraft, { params, body: { answers: payload, version: this.base.version } });
      this.base = { version: draft.version, answers: draft.answers };
      queryClient.setQueryData(viewOf(getDraft, { params }).queryKey, draft);
      queryClient.removeQueries({ queryKey: [getSigning.id] });
      this.settled();
    } catch (fault) {
      this.failed(fault);
    }
  }

  /** What the server takes: without what is wrong as it stands, and with the other's answer where both changed it. */
  private payload(): Answers {
    const { product, obligation, version, today } = this.asked;
    const { answers, conflicts } = this.shown;
    const settled = conflicts.reduce((all, { slug, theirs }) => withAnswer(all, slug, theirs), answers);
    const judged = { product, obligation, version, today, otherAnswers: this.otherAnswers, answers: settled };
    return savable(settled, this.base.answers, validateDraft(judged));
  }

  private settled(): void {
    const { answers, conflicts } = this.shown;
    const isSaved = isSame(answers, this.base.answers);
    if (isSaved) forget(this.asked, this.writer);
    else this.keep();
    if (conflicts.length > 0) this.show({ ...this.shown, state: 'conflict' });
    else if (this.isClosed) this.show({ ...this.shown, state: 'closed' });
    else if (isSaved) this.show({ ...this.shown, state: this.base.version > 0 ? 'saved' : 'empty' });
    else if (isSame(this.payload(), this.base.answers)) this.show({ ...this.shown, state: 'unfinished' });
    else this.later(typingMs);
  }

  private failed(fault: unknown): void {
    this.keep();
    if (!isProblem(fault)) throw fault;
    leaveWhenSignedOut(fault);
    if (fault.code === 'draft.stale') {
      this.join(fault.details as Pick<Draft, 'version' | 'answers'>);
    } else if (fault.code === 'draft.closed') {
      this.isClosed = true;
      this.show({ ...this.shown, state: 'closed' });
    } else if (
      fault.code === 'answers.invalid' ||
      (fault.status >= 400 && fault.status < 500 && fault.status !== 429)
    ) {
      this.show({ ...this.shown, state: 'unfinished' });
    } else {
      this.show({ ...this.shown, state: 'kept' });
      this.later(againMs);
    }
  }

  private join({ version, answers: theirs }: Pick<Draft, 'version' | 'answers'>): void {
    const { answers, conflicts } = merged(this.base.answers, this.shown.answers, theirs);
    this.base = { version, answers: theirs };
    this.show({ answers, conflicts, state: conflicts.length > 0 ? 'conflict' : this.shown.state });
    if (this.isPending) {
      this.keep();
      this.later(0);
    } else this.settled();
  }

  private keep(): void {
    const { answers, conflicts } = this.shown;
    // A conflict that is not settled has to be one again when it is read from here.
    const base = conflicts.reduce((all, { slug }) => withAnswer(all, slug, undefined), this.base.answers);
    keep({ asked: this.asked, writer: this.writer, base: { ...this.base, answers: base }, answers });
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private show(shown: DraftSnapshot): void {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}
