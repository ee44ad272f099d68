import { ReviewEmpty, ReviewMain } from '../slots'

/** What sets and decisions come to. */
export const AgreedTab = () => (
  <ReviewMain>
    <ReviewEmpty>
      <p>No agreed set is derived here yet.</p>
    </ReviewEmpty>
  </ReviewMain>
)
