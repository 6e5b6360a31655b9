// Entry points: every export becomes a top-level function of the bundle, callable by menus, triggers and the sidebar.
export { rpc } from './rpc';
