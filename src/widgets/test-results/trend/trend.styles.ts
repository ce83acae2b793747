import { css } from 'lit';

export const trendStyles = css`
  .chart {
    display: block;
    max-width: 100%;
    overflow: visible;
  }
  .tick {
    fill: var(--_muted);
    font-size: 0.875em;
  }
  .grid,
  .axis {
    stroke: var(--_border);
    fill: none;
  }
  .grid {
    opacity: 0.35;
  }
  .band {
    fill: var(--_accent);
    opacity: 0.13;
  }
  .limit {
    stroke: var(--_accent);
    stroke-dasharray: 5 4;
    fill: none;
  }
  .course {
    stroke: var(--_accent);
    stroke-width: 1.5;
    fill: none;
  }
  .point {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 1.75;
    outline: none;
  }
  .point.flagged {
    fill: var(--_warning);
    stroke: var(--_warning);
  }
  .point.critical {
    fill: var(--_danger);
    stroke: var(--_danger);
  }
  .target {
    fill: transparent;
    stroke: none;
  }
  .point[aria-selected='true'] .target {
    stroke: currentcolor;
    stroke-width: 1.5;
  }
  .point:focus-visible .target {
    stroke: var(--_focus);
    stroke-width: 3;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s4);
    margin: var(--_s1) 0 var(--_s4);
    padding: 0;
    list-style: none;
  }
  .key li {
    display: flex;
    gap: var(--_s2);
    align-items: center;
  }
  .measurement {
    min-height: 3em;
    margin: var(--_s1) 0 var(--_s2);
    font-weight: 600;
  }
  .summary {
    padding-inline-start: var(--_s5);
    list-style: disc;
  }
  @media (forced-colors: active) {
    .tick {
      fill: CanvasText;
    }
    .course,
    .limit,
    .axis,
    .point,
    .point[aria-selected='true'] .target {
      stroke: CanvasText;
    }
    .band {
      fill: CanvasText;
    }
    .point {
      fill: Canvas;
    }
    .point:is(.flagged, .critical) {
      fill: CanvasText;
      stroke: CanvasText;
    }
    .point:focus-visible .target {
      stroke: Highlight;
    }
  }
  @media print {
    .measurement,
    #earlier {
      display: none;
    }
    .chart {
      break-inside: avoid;
    }
    /* What the ring chooses is told in what does not print. */
    .point[aria-selected='true'] .target {
      stroke: none;
    }
  }
`;
