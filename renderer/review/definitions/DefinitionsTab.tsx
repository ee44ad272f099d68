import { ReviewEmpty, ReviewMain } from '../slots'

/** Which definitions are disputed most. */
export const DefinitionsTab = () => (
  <ReviewMain>
    <ReviewEmpty>
      <p>No disputes are counted here yet.</p>
    </ReviewEmpty>
  </ReviewMain>
)
