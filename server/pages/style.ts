import { Html } from './html';

/** Looks like the web pages; a test compares the colours with their theme. */
export const style = new Html(`
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#000;background:#fafbfb;overflow-wrap:anywhere}
:focus-visible{outline:3px solid #1f5f76;outline-offset:2px}
a{color:#1f5f76}
.bar{display:flex;justify-content:space-between;align-items:center;gap:1rem;min-height:60px;padding:0 1rem;background:#fff;border-bottom:1px solid #dee2e6}
.bar a{display:inline-flex;align-items:center;gap:.55rem;min-height:44px;text-decoration:none}
.bar .name{font-weight:750;font-size:1.125rem;color:#124c61}.bar img{display:block}
main,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
.narrow main,.narrow footer{max-width:31rem}.wide main,.wide footer{max-width:64rem}
main{padding-top:2.5rem;padding-bottom:2.5rem}
.card{background:#fff;border:1px solid #dee2e6;border-radius:.5rem;padding:1.5rem}
.card>:first-child{margin-top:0}.card>:last-child{margin-bottom:0}.card+*{margin-top:1.5rem}
h1{font-size:1.75rem;line-height:1.3;font-weight:650;margin:0 0 1rem}
h2{font-size:1.3rem;line-height:1.35;font-weight:650;margin:2.25rem 0 .6rem}
h3{font-size:1.08rem;font-weight:650;margin:0}
.card h2{font-size:1.08rem;margin:1.5rem 0 .4rem}
.dimmed{color:#495057}
form{margin:1.25rem 0}
button,.button{display:inline-flex;align-items:center;min-height:44px;padding:.4rem 1.3rem;font:inherit;font-weight:600;color:#fff;background:#1f5f76;border:0;border-radius:.5rem;cursor:pointer;text-decoration:none}
button:hover,.button:hover{background:#124c61}
label{display:block;font-weight:600}
input{width:100%;min-height:44px;margin:.4rem 0 1rem;padding:.4rem .8rem;font:inherit;color:inherit;background:#fff;border:1px solid #868e96;border-radius:.5rem}
input[aria-invalid]{border:2px solid #b3302a}
.hint{margin:0}.fault{margin:.2rem 0 0;color:#b3302a;font-weight:600}
pre{overflow-x:auto;padding:.8rem;background:#fff;border:1px solid #dee2e6;border-radius:.5rem;font-size:.85rem}
code{font-size:.9em}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid #dee2e6}
details{border-bottom:1px solid #dee2e6;padding:.5rem 0}summary{cursor:pointer}
summary h3{display:inline}.method{display:inline-block;min-width:4.2rem;font-weight:600;text-transform:uppercase}
footer{padding-bottom:2rem;font-size:.875rem}
footer a{display:inline-block;padding:.4rem 0;margin-right:1.5rem}`);
