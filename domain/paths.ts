import type { DeveloperId, NoticeId, SubmissionId } from './ids';

/** Addresses of pages that mails, refusals and certificates lead to. `publicUrl` has no slash at the end. */
export function portalPaths(publicUrl: string) {
  return {
    home: `${publicUrl}/`,
    signIn: `${publicUrl}/sign-in`,
    privacyNotice: `${publicUrl}/privacy`,
    developer: (id: DeveloperId) => `${publicUrl}/developers/${id}`,
    status: (id: DeveloperId) => `${publicUrl}/developers/${id}/status`,
    submission: (id: DeveloperId, submission: SubmissionId) =>
      `${publicUrl}/developers/${id}/submissions/${submission}`,
    appeal: (id: DeveloperId, notice: NoticeId) => `${publicUrl}/developers/${id}/notices/${notice}/appeal`,
    desk: `${publicUrl}/desk`,
    deskEnforcement: `${publicUrl}/desk/enforcement`,
    deskReview: (submission: SubmissionId) => `${publicUrl}/desk/reviews/${submission}`,
    deskDeveloper: (id: DeveloperId) => `${publicUrl}/desk/developers/${id}`,
  };
}
