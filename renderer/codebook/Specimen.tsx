import { useLayoutEffect, useRef, useState } from 'react'
import type { Label } from '../../data/model/codebook'
import { wave } from '../reader/drawing/patterns'
import styles from './Form.module.css'

/** Words with the label's mark under them, as the reader draws it. */
export function Specimen({ label }: { readonly label: Pick<Label, 'hue' | 'pattern' | 'examples'> }) {
  const words = useRef<HTMLSpanElement>(null)
  const [width, setWidth] = useState(0)
  const example = cut(label.examples[0] ?? 'these words')
  useLayoutEffect(() => {
    if (words.current?.textContent === example) setWidth(words.current.offsetWidth)
  }, [example])

  return (
    <p className={styles['specimen']} aria-hidden="true">
      told that{' '}
      <span className={styles['marked']} ref={words}>
        {example}
        <svg width={width} height="8" style={{ '--mark-hue': `var(--${label.hue}, var(--mark))` }}>
          <Mark pattern={label.pattern} width={width} />
        </svg>
      </span>{' '}
      by one of them
    </p>
  )
}

function Mark({ pattern, width }: { readonly pattern: Label['pattern']; readonly width: number }) {
  const stroke = 'var(--mark-hue)'
  switch (pattern) {
    case 'bar':
      return <path d={`M0 1h${width}`} stroke={stroke} strokeWidth="2" />
    case 'dashes':
      return <path d={`M0 1h${width}`} stroke={stroke} strokeWidth="2" strokeDasharray="5 2" />
    case 'bracket':
      return <path d={`M.5 -3v4.5h${Math.max(1, width - 1)}v-4.5`} stroke={stroke} />
    case 'double':
      return <path d={`M0 .5h${width}M0 2.5h${width}`} stroke={stroke} />
    case 'points':
      return <path d={`M0 1h${width}`} stroke={stroke} strokeWidth="2" strokeDasharray="2 2" />
    case 'wave':
      return <path d={wave(0, width, 0, 1.2)} fill={stroke} />
  }
}

/** As much of an example as stands in the line, cut between words. */
const cut = (example: string): string =>
  example.length <= MOST ? example : `${example.slice(0, MOST).replace(/\s+\S*$/u, '')} …`
const MOST = 36
