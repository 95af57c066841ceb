import '@fontsource-variable/figtree';
import '@fontsource-variable/newsreader';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { watchPictures } from './lib/broken';
import { speak } from './lib/words.svelte';

watchPictures();
await speak('');
mount(App, { target: document.getElementById('app')! });

// Browsers have service workers on this machine and by HTTPS only; without one the app works all the same, online.
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/worker.js');
