import { pathsOfFiles, plainFile } from '../_file.ts'

export const getStaticPaths = () => pathsOfFiles('.png')

export const GET = plainFile
