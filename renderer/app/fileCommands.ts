import type { TemplateId } from '../../shared/model/templateIds'

/** What a person does with whole maps. Each says in a toast why it failed, and nothing when it was called off. */
export interface FileCommands {
  /** The new map opens in this window where it shows the start screen, else in a new one. */
  newMap(template: TemplateId, title: string): Promise<void>
  openWithDialog(): Promise<void>
  openRecent(id: string): Promise<void>
  openSample(): Promise<void>
  openDropped(file: File): Promise<void>
  save(): Promise<void>
  saveAs(): Promise<void>
  showInFolder(): Promise<void>
  /** Back to the start screen. */
  close(): Promise<void>
}
