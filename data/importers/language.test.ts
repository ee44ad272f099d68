import { expect, it } from 'vitest'
import { languageOf } from './language'

it.each([
  ['en', 'The minister said that the road was open and that it would stay so for a week.'],
  ['de', 'Der Minister sagte, die Straße sei offen, und das werde sich in einer Woche nicht ändern.'],
  ['fr', 'Le ministre a dit que la route est ouverte et que les camions passent par la vallée.'],
  ['es', 'El ministro dijo que la carretera está abierta y que los camiones pasan por el valle.'],
  ['it', 'Il ministro ha detto che la strada è aperta e che i camion passano per la valle.'],
  ['pt', 'O ministro disse que a estrada não foi fechada e que os camiões passam pelo vale em uma semana.'],
  ['nl', 'De minister zei dat de weg open is en dat het verkeer door de vallei niet wordt gestopt.'],
  ['ru', 'Министр сказал, что дорога открыта и что он не будет закрывать её на этой неделе.'],
  ['ja', 'ミニスターは道路が開いていると述べた。'],
  ['zh', '部长说道路已经开放。'],
  ['ko', '장관은 도로가 열려 있다고 말했다.'],
  ['he', 'השר אמר שהכביש פתוח.'],
  ['ar', 'قال الوزير إن الطريق في الوادي من الشمال إلى الجنوب مفتوح على مدار الساعة'],
  [null, 'Torren 14 Dalmere 7'],
  [null, ''],
  [null, '12 345 🙂'],
])('takes it for %s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})
