// What live Apps Script has and @types/google-apps-script 2.0.13 lacks (platform.md §1).
declare namespace GoogleAppsScript {
  namespace Script {
    interface ScriptApp {
      requireScopes(mode: AuthMode, scopes: string[]): void;
    }
  }
}
