/** The ways that are shown. */
export const samples = ['curl', 'node', 'edge', 'nginx'] as const;

/** A call of `/v1/verify` to paste, against this Avow. `origin`: `https://avow.example`, without a slash at its end. */
export function sampleOf(name: (typeof samples)[number], origin: string): string {
  return texts[name](origin);
}

const texts: Readonly<Record<(typeof samples)[number], (origin: string) => string>> = {
  curl: (origin) => `curl ${origin}/v1/verify \\
  -H "Authorization: Bearer $AVOW_TOKEN" \\
  -H "X-SDK-Key: $SDK_KEY" \\
  -H "Accept-Language: en"
`,
  node: (origin) => `const response = await fetch('${origin}/v1/verify', {
  headers: {
    Authorization: \`Bearer \${token}\`,
    'X-SDK-Key': sdkKey,
  },
});
const { valid, code, reason, attestation } = await response.json();
if (!valid) console.warn(code, reason);
else if (attestation) console.info('due on', attestation.dueOn, attestation.fixUrl);
`,
  edge: (origin) => `import { createVerifier } from '@avow/edge';

// Holds every key in memory and follows each change, so a check waits for nobody.
const verifier = createVerifier({ url: '${origin}', token });
await verifier.ready();

const { valid, code } = verifier.check(sdkKey);
`,
  nginx: (origin) => `location = /_avow {
    internal;
    proxy_pass ${origin}/v1/verify/gateway;
    proxy_set_header Authorization "Bearer $avow_token";
    proxy_set_header X-SDK-Key $http_x_sdk_key;
    proxy_pass_request_body off;
    proxy_set_header Content-Length "";
}

location /sdk/ {
    auth_request /_avow;
    proxy_pass http://sdk_backend;
}
`,
};
