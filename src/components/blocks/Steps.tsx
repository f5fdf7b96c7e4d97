import type { ReactNode } from 'react'

/** «Slik gjør du»: a numbered list, one act in each step. */
export function Steps({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="steps">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
