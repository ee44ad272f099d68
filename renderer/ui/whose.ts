/** As an agreed set is called; one that was received has the name of its project behind it. */
const AGREED_SET = /^Agreed set(?= \(|$)/u

export const isAgreedSet = (name: string): boolean => AGREED_SET.test(name)

/** What somebody is called within a sentence: "Ada Quill", but "the agreed set (Talks)", which is nobody. */
export const withinSentence = (name: string): string => name.replace(AGREED_SET, 'the agreed set')

/** "Ada’s", and "the agreed set (Talks)", after which "’s" would not be read as its own. */
export const whose = (name: string): string => (isAgreedSet(name) ? withinSentence(name) : `${name}’s`)
