// Entry points: every export becomes a top-level function of the bundle, callable by menus, triggers and the sidebar.
export { onEdit } from './edit';
export { hourly } from './hourly';
export { onResponse } from './intake/take';
export { linkTable } from './link-table';
export { onInstall, onOpen, showSidebar } from './menu';
export { rpc } from './rpc';
export { onSheetEdit } from './watch/sheet-edit';
