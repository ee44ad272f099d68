import { useState } from 'react'
import type { Actor } from '../../data/model/records'
import type { Role } from '../../data/model/registry'
import { IconButton } from '../ui/Button'
import { classes } from '../ui/classes'
import { editActor } from './changes'
import { LineField } from './LineField'
import styles from './Entry.module.css'

const dateFault = (value: string): string | null =>
  value === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? null : 'As 2031, 2031-03 or 2031-03-12.'

/** Latest first: who knows since when stands before who does not. */
const latestFirst = (roles: readonly Role[]): readonly { readonly role: Role; readonly at: number }[] =>
  roles
    .map((role, at) => ({ role, at }))
    .toSorted((a, b) => {
      const [x, y] = [a.role.from ?? '', b.role.from ?? '']
      return x < y ? 1 : x > y ? -1 : a.at - b.at
    })

/** What an actor was, from when to when. A role without an end goes on. */
export function Roles({ actor }: { readonly actor: Actor }) {
  const [isAdding, setAdding] = useState(false)
  const change = (at: number, parts: Partial<Role>) =>
    editActor(actor.id, ({ roles }) => ({
      roles: roles.map((role, i) => (i === at ? { ...role, ...parts } : role)),
    }))
  return (
    <section className={styles['section']} aria-label="Roles">
      <div className={styles['sectionHead']}>
        <h3>Roles</h3>
        <IconButton icon="plus" label="Add a role" small onClick={() => setAdding(true)} />
      </div>
      <ul>
        {latestFirst(actor.roles).map(({ role, at }) => (
          <li key={at} className={classes(styles['line'], styles['role'])}>
            <div className={styles['what']}>
              <LineField
                label="Role"
                value={role.title}
                wraps
                fault={(title) => (title === '' ? 'A role needs a title.' : null)}
                onKeep={(title) => change(at, { title: title.replace(/\s+/gu, ' ') })}
              />
              <div className={styles['period']}>
                <LineField
                  label={`${role.title}: from`}
                  className={styles['date']}
                  placeholder="from"
                  value={role.from ?? ''}
                  fault={dateFault}
                  onKeep={(from) => change(at, { from: from || null })}
                />
                <span className={styles['dash']} aria-hidden="true">
                  –
                </span>
                <LineField
                  label={`${role.title}: to`}
                  className={styles['date']}
                  placeholder="to"
                  value={role.to ?? ''}
                  fault={dateFault}
                  onKeep={(to) => change(at, { to: to || null })}
                />
              </div>
            </div>
            <IconButton
              icon="close"
              label={`Take away the role ${role.title}`}
              small
              onClick={() =>
                editActor(actor.id, ({ roles }) => ({ roles: roles.filter((_, i) => i !== at) }))
              }
            />
          </li>
        ))}
        {isAdding && (
          <li className={styles['line']}>
            <LineField
              label="New role"
              placeholder="Foreign Minister"
              value=""
              autoFocus
              onKeep={(title) => {
                setAdding(false)
                editActor(actor.id, ({ roles }) => ({
                  roles: [...roles, { title, from: null, to: null }],
                }))
              }}
              onLeave={() => setAdding(false)}
            />
          </li>
        )}
      </ul>
      {actor.roles.length === 0 && !isAdding && <p className={styles['quiet']}>None yet</p>}
    </section>
  )
}
