/** Which reader this page is for: the folder that it lies in. Some differ in one setting and share their code. */
export const peerName = location.pathname.split('/').at(-2) ?? ''
