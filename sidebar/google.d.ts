// What the page finds in Google's frame, and the files esbuild turns into something else.

interface ScriptRun {
  withSuccessHandler(handler: (value: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: Error) => void): ScriptRun;
  rpc(name: string, argsJson: string): void;
}

declare const google: { readonly script: { readonly run: ScriptRun } } | undefined;

declare module '*.css';
