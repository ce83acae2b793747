import 'portal-widgets/define';
import { mount } from 'svelte';
import App from './App.svelte';
import './site.css';

const target = document.getElementById('app');
if (target) mount(App, { target });
