import { ReviewEmpty, ReviewMain } from '../slots'

/** How far people’s tags agree, a row a layer. */
export const AgreementTab = () => (
  <ReviewMain>
    <ReviewEmpty>
      <p>Nothing is measured here yet.</p>
    </ReviewEmpty>
  </ReviewMain>
)
