/**
 * An activity whose worker was not heard of for so long has died with it, and is begun again elsewhere. The worker gives a sign of
 * life for each of its activities every second; without this, a mail that was under way would wait for its whole time to run out.
 */
export const heartbeatTimeout = '3 seconds';
