import { notifications } from '@mantine/notifications';

/** Tells that a command did what it says, in a corner of the page and to readers. What went wrong stands beside the command instead. */
export function tell(message: string): void {
  notifications.show({ message, color: 'good', role: 'status', withCloseButton: false, autoClose: 7_000 });
}
