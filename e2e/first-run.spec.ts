import { readdirSync } from 'node:fs'
import { expect, test } from './workbench'

test('the first start opens a copy of the sample in the documents, the second the same one', async ({
  parley,
}) => {
  await parley.start()
  await expect(parley.articles).toHaveCount(10)
  await expect(parley.reader.article).toBeVisible()
  await expect(parley.status).toHaveText('Saved')
  expect(readdirSync(parley.desk.path('home', 'documents'))).toEqual(['Parley sample'])

  await parley.restart()
  await expect(parley.articles).toHaveCount(10)
  expect(readdirSync(parley.desk.path('home', 'documents'))).toEqual(['Parley sample'])
})

test('an empty folder on the command line becomes a project, named after it', async ({ parley }) => {
  await parley.start(parley.desk.path('Island papers'))
  await expect(parley.page.getByText('Island papers', { exact: true })).toBeVisible()
  await expect(parley.page.getByText('No articles yet.').first()).toBeVisible()
  expect(readdirSync(parley.desk.path('Island papers'))).toContain('project.json')
})

test('a folder with other things in it is left alone, and the window says why', async ({ parley }) => {
  parley.desk.write('holiday/plan.txt', 'two weeks by the sea')
  await parley.start(parley.desk.path('holiday'))
  await expect(parley.notice(/holiday” is not a Parley project, and nothing in it was changed/)).toBeVisible()
  expect(readdirSync(parley.desk.path('holiday'))).toEqual(['plan.txt'])

  await parley.page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(parley.articles).toHaveCount(10)
})

test('projects are made, opened, and opened again from the menu', async ({ parley }) => {
  await parley.start()
  await parley.answerSave(parley.desk.path('Ferries'))
  await parley.page.keyboard.press('Control+n')
  await expect(parley.page.getByText('Ferries', { exact: true })).toBeVisible()

  await parley.answerOpen(parley.desk.path('home', 'documents', 'Parley sample'))
  await parley.page.keyboard.press('Control+o')
  await expect(parley.articles).toHaveCount(10)

  await parley.chooseInMenu('Ferries (')
  await expect(parley.page.getByText('Ferries', { exact: true })).toBeVisible()
  await expect(parley.articles).toHaveCount(0)
})

test('a project folder that is dropped on the window is opened', async ({ parley }) => {
  await parley.start(parley.desk.path('Harbours'))
  await parley.quit()
  await parley.start(parley.desk.path('Ferries'))
  await expect(parley.page.getByText('Ferries', { exact: true })).toBeVisible()
  await parley.dropFromDisk(parley.desk.path('Harbours'))
  await expect(parley.page.getByText('Harbours', { exact: true })).toBeVisible()
})

test('a second start hands its folder to the first, which opens it', async ({ parley }) => {
  await parley.start()
  await parley.startSecond(parley.desk.path('Lighthouses'))
  await expect(parley.page.getByText('Lighthouses', { exact: true })).toBeVisible()
})
