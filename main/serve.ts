import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assertDurable } from '../db/durability';
import { migrate } from '../db/migrate';
import { everyMail } from '../mail/samples/every-mail';
import { createApp } from '../server/app';
import { createPress } from '../server/certificates/press';
import { defaultRateLimits } from '../server/deps';
import { composeCore, type Running, wallClock, webDirectory } from './compose';
import { composeVerification } from './compose-verification';
import { answerSamplePolicy } from './sample-policies';
import type { Settings } from './settings';

/** Answers that are under way when it is stopped have so long. */
const lastAnswersMs = 5_000;

/** Starts the HTTP server: brings the database up to date first, and refuses one that could lose what it acknowledged. */
export async function serve(settings: Settings): Promise<Running & { port: number }> {
  const core = composeCore(settings, 'server');
  await migrate(core.db);
  if (!settings.acceptsVolatile) await assertDurable(core.db);
  const press = createPress();
  const app = createApp({
    db: core.db,
    clock: wallClock,
    logger: core.logger,
    lifecycle: { ...core.lifecycle, transact: core.transact },
    renderCertificate: press.renderCertificate,
    renderPopulation: press.renderPopulation,
    sampleMails: everyMail,
    settings: {
      publicUrl: settings.publicUrl,
      isEmbedded: settings.isEmbedded,
      ...(settings.inboxUrl && { inboxUrl: settings.inboxUrl }),
      rateLimits: defaultRateLimits,
      checksAnswers: settings.isEmbedded,
      proxies: settings.proxies,
      ...(settings.temporalUiUrl && {
        temporalUi: { url: settings.temporalUiUrl, namespace: settings.temporal.namespace },
      }),
      webDirectory,
    },
  });
  const verification = composeVerification(settings, core.logger);
  await verification.loaded;
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 10_000, maxHeaderSize: 16_384 },
    (request, response) => {
      if (verification.verifier.answer(request, response)) return;
      if (settings.isEmbedded && answerSamplePolicy(request, response)) return;
      app(request, response);
    },
  );
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(settings.port, settings.host, resolve),
  );
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      verification.verifier.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      // Whoever follows the desk would stay for minutes: they come back to the process that takes over.
      const cutting = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
      await closed;
      clearTimeout(cutting);
      await press.stop();
      await verification.stop();
      await core.stop();
    },
  };
}
