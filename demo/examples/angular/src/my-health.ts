import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';

@Component({
  selector: 'app-my-health',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>My health</h1>
    <proxy-switcher></proxy-switcher>
    <test-results history="off"></test-results>
    <med-renewal history="off"></med-renewal>
    <secure-inbox history="off"></secure-inbox>
  `,
})
export class MyHealth {}
