import '@fontsource-variable/figtree';
import '@fontsource-variable/newsreader';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });
