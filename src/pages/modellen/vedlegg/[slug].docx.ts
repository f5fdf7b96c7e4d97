import { attachmentPaths, fileOfKind } from './_files.ts'

export const getStaticPaths = attachmentPaths
export const GET = fileOfKind('docx')
