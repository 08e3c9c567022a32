/** What inline styles of this page must carry: the server writes it into index.html, anew for each answer. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
