// Starts the sidebar.
import { render } from 'preact';
import { App } from './app';
import { connect } from './server';
import './style/index.css';

const root = document.getElementById('app');
if (root !== null) render(<App server={connect()} />, root);
