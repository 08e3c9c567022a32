/** The looks of the inbox: readable in light and dark, contrast of at least 4.5 to 1. */
export const stylesheet = `
:root { color-scheme: light dark; --ink: #1c2430; --dim: #55606e; --line: #d5dbe3; --paper: #fff; --wash: #f4f6f9; --link: #1d4ed8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ecf2; --dim: #a5b0bf; --line: #343d4a; --paper: #161b22; --wash: #1e252e; --link: #8ab4ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--wash); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 2rem auto; padding: 1.5rem 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
footer { max-width: 60rem; margin: 0 auto 2rem; padding: 0 2rem; color: var(--dim); font-size: .875rem; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; overflow-wrap: anywhere; }
h2 { margin: 1.5rem 0 0; font-size: 1.1rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
input, button { font: inherit; padding: .4rem .7rem; color: inherit; background: var(--paper); border: 1px solid var(--dim); border-radius: 6px; }
input { flex: 1 1 16rem; }
button { cursor: pointer; background: var(--wash); }
#news, .empty, dt, .who, time { color: var(--dim); }
.mails { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.mail { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .7rem .5rem; color: inherit; text-decoration: none; border-bottom: 1px solid var(--line); }
.mail:hover { background: var(--wash); }
.subject { font-weight: 600; overflow-wrap: anywhere; }
.who { grid-row: 2; overflow-wrap: anywhere; }
time { font-variant-numeric: tabular-nums; font-size: .875rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0 0 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: .25rem; border-bottom: 1px solid var(--line); margin-bottom: 1rem; }
nav a { padding: .5rem .9rem; text-decoration: none; border-bottom: 3px solid transparent; }
nav a[aria-current] { color: inherit; font-weight: 600; border-color: var(--link); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--wash); padding: 1rem; border-radius: 6px; }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
@media (max-width: 40rem) {
  main { margin: 0; padding: 1rem; border-width: 0 0 1px; border-radius: 0; }
  .mail { grid-template-columns: 1fr; }
  .who { grid-row: auto; }
}
`;

/** Says when new mail has come, without moving what is being read. */
export const script = `
const news = document.getElementById('news');
const shown = Number(news.dataset.count);
setInterval(async () => {
  const answer = await fetch('/api/messages?to=' + encodeURIComponent(news.dataset.to)).catch(() => undefined);
  if (!answer || !answer.ok) return;
  const fresh = (await answer.json()).messages.length - shown;
  if (fresh === 0 || news.dataset.said === String(fresh)) return;
  news.dataset.said = String(fresh);
  const link = document.createElement('a');
  link.href = location.href;
  link.textContent = fresh > 0 ? fresh + ' new: show' : 'The inbox has changed: show';
  news.replaceChildren(link);
}, 3000);
`;
