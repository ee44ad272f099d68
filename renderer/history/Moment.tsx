import { exactly, timeOf, whenInWords } from './when'

/** A time as people say it; pointed at, the whole of it. `short`: the time of day only. */
export const Moment = ({ at, short = false }: { at: string; short?: boolean }) => (
  <time dateTime={at} title={exactly(at)}>
    {short ? timeOf(at) : whenInWords(at)}
  </time>
)
