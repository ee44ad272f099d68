import { ReviewEmpty, ReviewMain } from '../slots'

/** Where people’s tags differ, and what becomes of each difference. */
export const DifferencesTab = () => (
  <ReviewMain>
    <ReviewEmpty>
      <p>Nothing is compared here yet.</p>
    </ReviewEmpty>
  </ReviewMain>
)
