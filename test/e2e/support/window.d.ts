// Tells the compiler what `window.wayline` is inside `page.evaluate`.
export type { WaylineApi } from '../../../renderer/app/waylineApi'
