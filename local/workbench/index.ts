// The workbench for tests and pictures: a host, and the server that shows it.
export { cloneBook, differences, type Host, type HostOptions, openHost } from '../host/index';
export { builtFiles, serveWorkbench, type Workbench } from './server';
