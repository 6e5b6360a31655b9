// Bytes into text, for sidebar and local commands; never part of the bundle.
export { type Decoded, decode, type Encoding, encodings } from './decode';
