import { Button } from '../ui/Button'
import { useWaysIn } from './use-ways-in'

/** What stands where the articles would be, while the project has none. */
export function NoArticles() {
  const [files, folder, paste] = useWaysIn()
  return (
    <>
      <p>No articles yet. Import files, drop them anywhere on this window, or paste a text.</p>
      <Button look="first" keys={files?.keys} onClick={files?.run}>
        {files?.name}
      </Button>
      <Button onClick={folder?.run}>{folder?.name}</Button>
      <Button onClick={paste?.run}>{paste?.name}</Button>
    </>
  )
}
