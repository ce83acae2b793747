import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { MyHealth } from './my-health.js';

@Component({
  selector: 'app-root',
  imports: [MyHealth],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <portal-session
      #session
      [attr.base-url]="backend"
      policy="mychart"
      (portal-session-started)="isSignedIn.set(true)"
      (portal-session-ended)="isSignedIn.set(false)"
    >
      <header>
        <a href="/">Riverbend Health</a>
        @if (isSignedIn()) {
          <button type="button" (click)="session.signOut()">Sign out</button>
        }
      </header>
      <main>
        @if (isSignedIn()) {
          <app-my-health />
        } @else {
          <portal-login></portal-login>
        }
      </main>
    </portal-session>
  `,
})
export class App {
  readonly backend = 'http://localhost:8787/api';
  readonly isSignedIn = signal(false);
}
