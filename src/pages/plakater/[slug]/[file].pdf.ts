import { pathsOfFiles, plainFile } from '../_file.ts'

export const getStaticPaths = () => pathsOfFiles('.pdf')

export const GET = plainFile
