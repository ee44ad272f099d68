import type { Guess, Origin } from './guess'

const fields: Readonly<Record<Guess['field'], string>> = {
  title: 'Title',
  outlet: 'Outlet',
  agency: 'Agency',
  byline: 'Byline',
  dateline: 'Place and date',
  published: 'Date',
  language: 'Language',
  url: 'Address',
}

const origins: Readonly<Record<Origin, string>> = {
  headline: 'taken from the headline',
  'first-words': 'taken from the first words of the text',
  'file-name': 'taken from the file name',
  dateline: 'taken from the dateline',
  'date-line': 'taken from the line with the date',
  byline: 'taken from the byline',
  'copyright-line': 'taken from the copyright line',
  address: 'taken from a web address in the text',
  text: 'guessed from the words of the text',
}

/** One guess as a sentence: "Date taken from the file name." */
export const wordGuess = ({ field, from }: Guess): string => `${fields[field]} ${origins[from]}.`
