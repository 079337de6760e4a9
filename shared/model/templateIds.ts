/** The templates a new map can start from; their content is in assets/templates. */
export const TEMPLATE_IDS = ['cjm-classic', 'cjm-funnel', 'blueprint', 'ujm', 'lxm', 'blank'] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]
