import { defineComponent, h, onMounted, ref } from 'vue';

/** An element as it is used, with the simulated backend behind it. Only in a browser: nothing is drawn on a server. */
export const LiveElement = defineComponent({
  props: {
    tag: { type: String, required: true },
    /** The state of the element, as its fixtures call it. */
    fixture: { type: String, required: true },
  },
  setup(props) {
    const place = ref<HTMLElement>();
    onMounted(async () => {
      const { showState } = await import('./show-state.js');
      if (place.value) await showState(props.tag, props.fixture, place.value);
    });
    return () => h('div', { class: 'live-element vp-raw', ref: place });
  },
});
