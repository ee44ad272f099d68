import { ReviewEmpty, ReviewMain } from '../slots'

/** Who tags and reviews what, and how far it is. */
export const ProgressTab = () => (
  <ReviewMain>
    <ReviewEmpty>
      <p>Nobody’s progress is shown here yet.</p>
    </ReviewEmpty>
  </ReviewMain>
)
