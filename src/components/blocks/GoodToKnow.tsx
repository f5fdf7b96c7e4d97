import type { ReactNode } from 'react'

/** An aside: common misunderstandings, or something worth knowing before you start. */
export function GoodToKnow({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="box">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
