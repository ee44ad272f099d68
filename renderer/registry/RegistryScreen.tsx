/** Actors and positions of the project, each with its evidence. */
export function RegistryScreen() {
  return <h1>Registry</h1>
}
