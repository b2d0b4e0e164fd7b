export { run } from './peers/plain-rows.ts'
