// Bytes into text, for sidebar and local commands; never part of the bundle.
export { decode, type Encoding, encodings } from './decode';
