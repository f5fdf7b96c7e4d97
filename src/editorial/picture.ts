/** A picture that belongs to a text: a file from the folder of pictures, and what it shows to those who do not see it. */
import { z } from 'zod'
import { optional, text } from './field.ts'

const fields = z.strictObject({
  file: z
    .string()
    .regex(/^\/media\/[a-z0-9][a-z0-9_-]*\.(jpe?g|png|webp)$/, 'Velg et bilde: JPEG, PNG eller WebP')
    .meta({
      label: 'Bildet',
      hint: 'Ta ikke med noen som kan kjennes igjen uten at de har sagt ja',
      input: 'picture',
    }),
  alt: optional(text().max(200)).meta({
    label: 'Hva bildet viser',
    hint: 'Leses høyt for den som ikke ser det',
  }),
  decorative: optional(z.boolean()).meta({
    label: 'Bare pynt',
    hint: 'Når bildet ikke sier noe som mangler i teksten',
  }),
})
export type Picture = z.output<typeof fields>

/** Without a file there is no picture, whatever else the CMS left there. */
const emptied = (value: unknown) =>
  value && typeof value === 'object' && !(value as Partial<Picture>).file ? undefined : value

/**
 * @example pictureField().parse({ file: '/media/kafe.jpg', alt: 'Folk rundt et bord' })
 */
export const pictureField = () =>
  z
    .preprocess(
      emptied,
      optional(
        fields.refine(({ alt, decorative }) => (decorative === true) !== (alt !== undefined), {
          path: ['alt'],
          error: 'Skriv hva bildet viser, eller kryss av for «Bare pynt»',
        }),
      ),
    )
    .meta({ label: 'Bilde', hint: 'Kan stå tomt. Bildet vises under overskriften' })

/** A picture ready to be drawn: pixels as they lie in the file, so that the page holds its place open. */
export interface SizedPicture {
  readonly src: string
  /** Empty for a decorative one. */
  readonly alt: string
  readonly width: number
  readonly height: number
}
