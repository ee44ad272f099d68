const words: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied',
  EBUSY: 'another program is using it',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'something else stands there',
  EFBIG: 'the file would be too large for the disk',
  EIO: 'the disk reported an error',
  EISDIR: 'a folder stands where a file should be',
  ELOOP: 'a symbolic link stands there',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the path is too long for this computer',
  ENFILE: 'too many files are open',
  ENOENT: 'it is gone',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder should be',
  EPERM: 'permission was denied',
  EROFS: 'the disk is read-only',
  ETIMEDOUT: 'the network did not answer',
}

/** Something that went wrong with a file without the system having said so. */
export class FileFault extends Error {}

/** The system's code of an error, as `ENOSPC`; empty for any other error, also for Node's own as `ERR_INVALID_ARG_TYPE`. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : ''
}

/** Why a call on the file system failed, for people: the end of the sentence "… because …". A bug is thrown on. */
export function whyOf(error: unknown): string {
  if (error instanceof FileFault) return error.message
  const code = codeOf(error)
  if (code === '') throw error
  return words[code] ?? `the system reported ${code}`
}
