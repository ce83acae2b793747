import { bootstrapApplication } from '@angular/platform-browser';
import 'portal-widgets/define';
import { App } from './app.js';

bootstrapApplication(App).catch((error: unknown) => console.error(error));
