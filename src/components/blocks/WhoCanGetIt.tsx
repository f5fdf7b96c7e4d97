import type { ReactNode } from 'react'

/** «Hvem kan få det?»: the conditions, in plain words. */
export function WhoCanGetIt({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
