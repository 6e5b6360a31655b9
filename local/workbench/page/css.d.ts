// Styles, which esbuild gathers into a file of their own.
declare module '*.css';
