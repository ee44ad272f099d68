const copyright = /^[\s*|[(]*(?:copyright\b|©|\(c\)\s*(?:copyright\s*)?\d{4})/iu
const rights =
  /\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos reservados\b/iu

const advertising =
  /^\W*(?:advertisement|advertising|article continues below(?: advertisement)?|story continues below(?: advertisement)?|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità)\W*$/iu
const invitation =
  /^\W*(?:read more|read also|also read|more on this|see also|related(?: stories| articles)?|recommended|sign up|subscribe|follow us|follow @|like us|join us|click here|share this|download (?:the|our) app|get (?:the|our) newsletter|mehr zum thema|lesen sie auch|lire aussi|à lire aussi|lea también|leggi anche)(?:$|[\s:!,.])/iu
const credits =
  /^\s*[([](?:additional |with )?(?:reporting|writing|editing|compiled|written|edited|translated|translation|photography|redigiert|bearbeitet)\b|\bcontributed to this (?:report|story|article)\b/iu
const appeared =
  /^\W*(?:a version of )?this (?:article|story|report) (?:was )?(?:originally |first )?(?:appeared|published)\b/iu
const onlyAddress =
  /^[\s|<([]*(?:https?:\/\/|www\.)\S+[\s|>)\]]*$|^[\s<([]*[^\s@]+@[^\s@]+\.\p{L}{2,}[\s>)\]]*$/iu
const contact =
  /^\W*(?:e-?mail|contact|source|link|url|quelle|web(?:site)?)\s?:\s?\S*(?:https?:|www\.|@)\S+\s*$/iu
const rule = /^[\s_*=#~.·•|+–—-]+$/u
const wireEnd = /^\W*(?:ends?|-30-|more to come|newsroom)\W*$/iu

/** None is longer, in code units. */
const LONGEST = 500

/** Whether a line is what an outlet adds around a report: rights, advertising, credits, links, a ruled line. */
export function isBoilerplate(line: string): boolean {
  if (line.length > LONGEST) return false
  return (
    copyright.test(line) ||
    (line.length <= 300 && rights.test(line)) ||
    advertising.test(line) ||
    (line.length <= 200 && invitation.test(line)) ||
    credits.test(line) ||
    appeared.test(line) ||
    onlyAddress.test(line) ||
    contact.test(line) ||
    rule.test(line) ||
    wireEnd.test(line)
  )
}

/** Who holds the copyright, by a line such as "Copyright © 2012 Naharnet.com. All Rights Reserved."; else `null`. */
export function copyrightHolder(line: string): string | null {
  if (line.length > LONGEST || !copyright.test(line)) return null
  const [holder] = line
    .replace(/^[\s*|[(]*/u, '')
    .replace(/^(?:copyright|©|\(?c\)|by|[\s,:–-]|\d{4}(?:\s?[-–]\s?\d{4})?)+/iu, '')
    .split(/\.(?=\s|$)|\||[,;–—]?\s+all rights|[,;–—]?\s+alle rechte|\s+tous droits|https?:/iu)
  const named = holder?.replace(/[\s,]*\d{4}\s*$/u, '').trim() ?? ''
  return /\p{L}/u.test(named) && named.length <= 80 ? named : null
}

/** Where readers are sent to follow an outlet, which is not where the article stands. */
const elsewhere =
  /^(?:[^/]*\.)?(?:twitter\.com|x\.com|facebook\.com|instagram\.com|youtube\.com|t\.me|linkedin\.com)$/iu

/** The first web address in a line that may be the article's own; `null` without one. */
export function addressIn(line: string): string | null {
  for (const [found] of line.slice(0, LONGEST).matchAll(/https?:\/\/[^\s|<>"“”]+/giu)) {
    const url = found.replace(/[).,;:!?\]]+$/u, '')
    const host = hostOf(url)
    if (host && !elsewhere.test(host)) return url
  }
  return null
}

/** "naharnet.com" from "https://mobile.naharnet.com/…": the outlet that a web address belongs to. */
export function outletOfAddress(url: string): string | null {
  const host = hostOf(url)?.replace(/^(?:www\d?|m|mobile|amp|edition)\./iu, '')
  return host && host.includes('.') ? host : null
}

const hostOf = (url: string): string | null =>
  /^https?:\/\/(?:[^/@]*@)?([\p{L}\p{N}.-]+)/iu.exec(url)?.[1]?.toLowerCase() ?? null
