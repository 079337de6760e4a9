/** What a script that got out would do: every window's console is listened to. */
export const XSS_SIGN = 'XSS-EXECUTED'

const RUN = `console.log('${XSS_SIGN}')`

/** Ways out of whatever the text was put into. */
const EXITS = ['', '"', "'", '">', "'>", '</text>', '</title>', '</style>', '-->', ']]>', '\\', '&quot;&gt;'] as const

const SCRIPTS = [
  `<script>${RUN}</script>`,
  `<ScRiPt>${RUN}</sCrIpT>`,
  `<script src="data:text/javascript,${RUN}"></script>`,
  `<script href="data:text/javascript,${RUN}"/>`,
  `<img src=x onerror="${RUN}">`,
  `<img src=x onerror=${RUN.replaceAll("'", '`')}>`,
  `<image href="x" onerror="${RUN}"/>`,
  `<svg onload="${RUN}">`,
  `<svg/onload="${RUN}"/>`,
  `<svg xmlns="http://www.w3.org/2000/svg"><script>${RUN}</script></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName="x" dur="1s"/></svg>`,
  `<animate onbegin="${RUN}" attributeName="x" dur="1s"/>`,
  `<set attributeName="onmouseover" to="${RUN}"/>`,
  `<foreignObject><iframe src="javascript:${RUN}"></iframe></foreignObject>`,
  `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="${RUN}"/></foreignObject>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<a href="javascript:${RUN}" autofocus onfocus="${RUN}">x</a>`,
  `<a xlink:href="javascript:${RUN}"><text>x</text></a>`,
  `<body onload="${RUN}">`,
  `<input autofocus onfocus="${RUN}">`,
  `<details open ontoggle="${RUN}">`,
  `<video><source onerror="${RUN}"></video>`,
  `<audio src=x onerror="${RUN}">`,
  `<marquee onstart="${RUN}">x</marquee>`,
  `<style onload="${RUN}"></style>`,
  `<style>@import 'javascript:${RUN}';</style>`,
  `<link rel=stylesheet href="javascript:${RUN}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<base href="javascript:${RUN}//">`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<math><mtext><script>${RUN}</script></mtext></math>`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<use href="data:image/svg+xml,<svg onload=${RUN}>#x"/>`,
  `<?xml-stylesheet href="javascript:${RUN}"?>`,
  `<!ENTITY x SYSTEM "file:///etc/passwd">`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `javascript:${RUN}`,
  `{{constructor.constructor("${RUN}")()}}`,
  '${' + RUN + '}',
] as const

/** More than 500 texts that try to become code wherever they are put. */
export const XSS_CORPUS: readonly string[] = EXITS.flatMap((exit) => SCRIPTS.map((script) => exit + script))
